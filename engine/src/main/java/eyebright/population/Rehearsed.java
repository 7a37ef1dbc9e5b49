package eyebright.population;

import eyebright.expression.Expression;
import eyebright.expression.Truth;
import eyebright.study.Answer;
import eyebright.study.Answers;
import eyebright.study.Draw;
import eyebright.study.Eligibility;
import eyebright.study.Page;
import eyebright.study.Question;
import eyebright.study.Route;
import eyebright.study.Route.Eligible;
import eyebright.study.Study;
import eyebright.study.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Goes through a study as one rehearsed respondent after the other.
final class Rehearsed {

    static final int MOST_ELIGIBLE_DRAWS = 1_000;
    static final int MOST_EXPECTED_DRAWS = 50;

    private final Study study;
    private final Map<String, Spread> spreads;
    private final double skipping;
    private final Map<String, List<Sampler>> byPage = new HashMap<>();

    /// The questions that decide eligibility, which may not be skipped.
    private final List<Sampler> deciding = new ArrayList<>();

    /// The pages whose answers turn the way or decide eligibility; after the others the way goes on as it
    /// was.
    private final Set<String> turning = new HashSet<>();

    Rehearsed(Study study, Population population) {
        this.study = study;
        this.spreads = spreads(population);
        this.skipping = population.skipping().map(Skipping::share).orElse(0.0);
        Set<String> read =
                study.eligibility().map(it -> it.condition().variables()).orElse(Set.of());
        var conditions = new HashSet<>(read);
        study.pages()
                .forEach(page -> page.showIf().ifPresent(it -> conditions.addAll(it.variables())));
        for (Variable variable : study.variables().values()) {
            if (conditions.stream().anyMatch(name -> reads(name, variable))) {
                turning.add(variable.page());
            }
            Sampler sampler = new Sampler(variable, question(variable), spread(variable));
            byPage.computeIfAbsent(variable.page(), _ -> new ArrayList<>()).add(sampler);
            if (read.stream().anyMatch(name -> reads(name, variable))) {
                deciding.add(sampler);
            }
        }
    }

    /// The margins of the kinds that are known here.
    private static Map<String, Spread> spreads(Population population) {
        var spreads = new HashMap<String, Spread>();
        for (Entry entry : population.entries()) {
            switch (entry) {
                case Entry.Single single ->
                        spread(single.margin()).ifPresent(it -> spreads.put(single.name(), it));
                case Entry.Several several -> {
                    if (several.shares()
                            instanceof Given.Always<Map<String, Double>>(Map<String, Double> it)) {
                        spreads.put(several.name(), new Spread.Shares(it));
                    }
                }
                case Entry.Traits traits ->
                        traits.traits()
                                .forEach(
                                        trait ->
                                                trait.items()
                                                        .forEach(
                                                                (item, it) ->
                                                                        spreads.put(
                                                                                item, normal(it))));
                case Entry.Repeated _ -> {}
            }
        }
        return spreads;
    }

    private static Optional<Spread> spread(Margin margin) {
        return switch (margin) {
            case Margin.Normal(Given<Moments> moments, Limits _) -> normal(moments);
            case Margin.Skewed(Given<Moments> moments, Limits _) -> normal(moments);
            case Margin.Count(Given<Margin.Rate> rate, Optional<String> _, Limits _) ->
                    rate instanceof Given.Always<Margin.Rate>(Margin.Rate it)
                            ? Optional.of(new Spread.Poisson(it.mean()))
                            : Optional.empty();
            case Margin.Yes(Given<Double> share) ->
                    share instanceof Given.Always<Double>(Double yes)
                            ? Optional.of(new Spread.Shares(Map.of("yes", yes, "no", 1 - yes)))
                            : Optional.empty();
            case Margin.OneOf(Given<Map<String, Double>> shares, List<String> _) ->
                    shares instanceof Given.Always<Map<String, Double>>(Map<String, Double> it)
                            ? Optional.of(new Spread.Shares(it))
                            : Optional.empty();
        };
    }

    private static Optional<Spread> normal(Given<Moments> moments) {
        return moments instanceof Given.Always<Moments>(Moments it)
                ? Optional.of(normal(it))
                : Optional.empty();
    }

    private static Spread normal(Moments moments) {
        return new Spread.Normal(moments.mean(), moments.deviation());
    }

    private static boolean reads(String name, Variable variable) {
        return name.equals(variable.name()) || name.startsWith(variable.name() + ".");
    }

    private Question question(Variable variable) {
        String name = variable.name();
        int dot = name.lastIndexOf('.');
        return study.question(name)
                .or(() -> study.question(dot < 0 ? name : name.substring(0, dot)))
                .orElseThrow();
    }

    private Spread spread(Variable variable) {
        return spreads.getOrDefault(variable.name(), new Spread.Even());
    }

    /// Whether a respondent could be found for whom the study is.
    boolean findsEligible(Stream stream) {
        for (int i = 0; i < MOST_ELIGIBLE_DRAWS; i++) {
            if (isEligible(decide(stream))) {
                return true;
            }
        }
        return false;
    }

    /// The final answers of one respondent.
    Answers answers(String id, Stream stream) {
        Map<String, Answer> decided = decide(stream);
        Draw draw = Draw.of(id);
        Answers answers = Answers.NONE;
        Route route = Route.of(study, answers, draw);
        Optional<Page> page = route.firstUnsaved();
        while (page.isPresent()) {
            answers = answers.with(page.get(), page(page.get(), answers, decided, stream));
            if (turning.contains(page.get().id())) {
                route = Route.of(study, answers, draw);
                page = route.eligible() == Eligible.NO ? Optional.empty() : route.firstUnsaved();
            } else {
                page = route.next(page.get().id());
            }
        }
        return route.eligible() == Eligible.NO ? answers : answers.asSent();
    }

    /// Answers to what decides eligibility: what is declared is drawn once, the rest again until the
    /// respondent is eligible.
    private Map<String, Answer> decide(Stream stream) {
        var decided = new LinkedHashMap<String, Answer>();
        if (deciding.isEmpty()) {
            return decided;
        }
        deciding.stream().filter(this::isDeclared).forEach(each -> put(each, stream, decided));
        if (deciding.stream().allMatch(this::isDeclared)) {
            return decided;
        }
        for (int i = 0; i < MOST_ELIGIBLE_DRAWS; i++) {
            deciding.stream()
                    .filter(each -> !isDeclared(each))
                    .forEach(each -> put(each, stream, decided));
            if (isEligible(decided)) {
                break;
            }
        }
        return decided;
    }

    private boolean isDeclared(Sampler sampler) {
        return spreads.containsKey(sampler.variable().name());
    }

    private boolean isEligible(Map<String, Answer> decided) {
        return study.eligibility()
                .map(Eligibility::condition)
                .map(condition -> truth(condition, new Answers(decided, Set.of(), false)))
                .map(truth -> truth == Truth.TRUE)
                .orElse(true);
    }

    private static Truth truth(Expression condition, Answers answers) {
        return condition.truth(Route.scope(answers));
    }

    private static void put(Sampler sampler, Stream stream, Map<String, Answer> answers) {
        String name = sampler.variable().name();
        sampler.draw(stream)
                .ifPresentOrElse(answer -> answers.put(name, answer), () -> answers.remove(name));
    }

    /// The answers on one page, question by question: each is drawn until no expectation of the page is
    /// false on what is answered so far.
    private Map<String, Answer> page(
            Page page, Answers before, Map<String, Answer> decided, Stream stream) {
        var answers = new LinkedHashMap<String, Answer>();
        var must = new HashSet<String>();
        deciding.forEach(sampler -> must.add(sampler.variable().name()));
        for (Sampler sampler : byPage.getOrDefault(page.id(), List.of())) {
            String name = sampler.variable().name();
            if (must.contains(name)) {
                Optional.ofNullable(decided.get(name)).ifPresent(it -> answers.put(name, it));
                continue;
            }
            if (stream.chance(skipping)) {
                continue;
            }
            put(sampler, stream, answers);
            for (int i = 0; isContradiction(page, before, answers); i++) {
                if (i == MOST_EXPECTED_DRAWS) {
                    answers.remove(name);
                    break;
                }
                put(sampler, stream, answers);
            }
        }
        return answers;
    }

    private static boolean isContradiction(Page page, Answers before, Map<String, Answer> answers) {
        if (page.expectations().isEmpty()) {
            return false;
        }
        Answers after = before.with(page, answers);
        return page.expectations().stream()
                .anyMatch(expectation -> truth(expectation.that(), after) == Truth.FALSE);
    }
}
