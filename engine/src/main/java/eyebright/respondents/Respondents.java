package eyebright.respondents;

import eyebright.expression.Expression;
import eyebright.expression.Truth;
import eyebright.frame.Column;
import eyebright.frame.Frame;
import eyebright.frame.Origin;
import eyebright.frame.Response;
import eyebright.population.Population;
import eyebright.population.Scenario;
import eyebright.population.Skipping;
import eyebright.respondents.Compilation.Compiled;
import eyebright.respondents.Drawn.Step;
import eyebright.score.Scales;
import eyebright.study.Answer;
import eyebright.study.Answers;
import eyebright.study.Draw;
import eyebright.study.Page;
import eyebright.study.Question;
import eyebright.study.Route;
import eyebright.study.Study;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// Rehearsed respondents of one study in one scenario: a population, solved once, of which any number of
/// replicates can be drawn.
///
/// Every replicate can be had alone, in any order and on any number of threads: its numbers are looked up by
/// study, seed, replicate, variable and row ([Chance]). The first hundred respondents of a thousand are the
/// hundred, and scenarios share their numbers, so that what differs between two of them is the scenario and not
/// luck. Respondents go the whole way and send: each answers or skips what is shown, and nothing else. Questions
/// that decide eligibility are never skipped; those of them that the population does not declare are drawn again
/// until the study is for the respondent. Immutable and safe for many threads.
public final class Respondents {

    /// Of how many respondents one must be eligible.
    public static final int MOST_ELIGIBLE_ATTEMPTS = 1_000;

    private static final int FIRST_ATTEMPTS = 16;
    private static final int NAMED = 4_096;
    private static final int SIX_DIGITS = 1_000_000;
    private static final List<String> IDS =
            IntStream.rangeClosed(1, NAMED).mapToObj(Respondents::id).toList();

    private final Study study;
    private final Scenario scenario;
    private final Compiled compiled;
    private final List<Optional<Expression>> conditions;
    private final double skipping;
    private final Inattention inattention;

    /// By step, the expectations whose last variable it draws.
    private final List<List<Check>> checks;

    /// Those that carelessness or a skipped answer could still contradict.
    private final List<Check> lateChecks;

    private final int lastDeciding;
    private final int[] drawnUntilEligible;

    private Respondents(Study study, Compiled compiled, Population population, Scenario scenario) {
        this.study = study;
        this.scenario = scenario;
        this.compiled = compiled;
        this.conditions = study.pages().stream().map(Page::showIf).toList();
        this.skipping = population.skipping().map(Skipping::share).orElse(0.0);
        this.inattention = Inattention.of(study, compiled.slots(), population.careless());
        this.checks = new ArrayList<>();
        compiled.steps().forEach(_ -> checks.add(new ArrayList<>()));
        this.lateChecks = new ArrayList<>();
        for (Page page : study.pages()) {
            page.expectations().forEach(expectation -> expect(expectation.that(), page));
        }
        int[] deciding = deciding();
        this.lastDeciding = deciding.length == 0 ? -1 : deciding[deciding.length - 1];
        this.drawnUntilEligible =
                Arrays.stream(deciding)
                        .filter(step -> compiled.steps().get(step) instanceof Step.Even)
                        .toArray();
    }

    /// The respondents of a scenario.
    ///
    /// @param population as declared; what the scenario changes is done here
    public static Respondents of(
            Study study, Scales scales, Population population, Scenario scenario) {
        Population there = population.under(scenario);
        return new Respondents(study, Compilation.of(study, scales, there), there, scenario);
    }

    /// Whether the study would be for any of a thousand respondents, as published. The first few are asked before
    /// the others: as a rule the study is for one of them.
    public static boolean findsEligible(Study study, Scales scales, Population population) {
        var respondents =
                new Respondents(
                        study,
                        Compilation.deciding(study, scales, population),
                        population,
                        Scenario.AS_PUBLISHED);
        return respondents.frame(0, 0, FIRST_ATTEMPTS).size() > 0
                || respondents.frame(0, 0, MOST_ELIGIBLE_ATTEMPTS).size() > 0;
    }

    /// The same as the final answers of each, as a store would have them of people. Who is not eligible is not
    /// among them.
    ///
    /// @param respondents how many, not negative
    public List<Response> responses(long seed, int respondents) {
        Frame frame = frame(seed, 0, respondents);
        return IntStream.range(0, frame.size()).mapToObj(row -> response(frame, row)).toList();
    }

    private Response response(Frame frame, int row) {
        var given = new HashMap<String, Answer>();
        frame.columns()
                .forEach(
                        (name, column) -> {
                            if (column.isAnswered(row)) {
                                given.put(name, answer(column, row));
                            }
                        });
        String id = frame.respondents().get(row);
        // Nobody stops on the way: what is shown was saved.
        var open = new Answers(given, Set.of(), false);
        Set<String> saved = new HashSet<>();
        Set<String> before;
        do {
            before = Set.copyOf(saved);
            Route.of(study, new Answers(open.given(), saved, false), Draw.of(id))
                    .pages()
                    .forEach(page -> saved.add(page.id()));
        } while (!before.equals(saved));
        return new Response(id, new Answers(given, saved, true));
    }

    private static Answer answer(Column column, int row) {
        return switch (column) {
            case Column.Choices choices ->
                    new Answer.One(choices.options().get(choices.index(row)).code());
            case Column.Numbers numbers -> new Answer.Amount(plain(numbers.value(row)));
            case Column.Words words -> new Answer.Words(words.text(row));
            case Column.Sets sets ->
                    new Answer.Several(
                            IntStream.range(0, sets.options().size())
                                    .filter(option -> sets.names(row, option))
                                    .mapToObj(option -> sets.options().get(option).code())
                                    .toList());
        };
    }

    /// As a form would give it: 9.80 is 9.8, and 1E+1 is 10.
    private static BigDecimal plain(double value) {
        BigDecimal number = BigDecimal.valueOf(value).stripTrailingZeros();
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    /// The scenario that they live in.
    public Scenario scenario() {
        return scenario;
    }

    /// What the population wishes and cannot have together, with the nearest that was found.
    public List<Gap> gaps() {
        return compiled.gaps();
    }

    /// The answers of a replicate. The mark of its origin is `scenario:seed`, and `scenario:seed:replicate`
    /// after the first, which is 0.
    ///
    /// @param respondents how many, not negative; who is not eligible is among them and excluded
    public Frame frame(long seed, long replicate, int respondents) {
        return frame(seed, replicate, respondents, skipping, inattention);
    }

    /// The same respondents, if they were careful and skipped nothing: for what an analysis would find if it
    /// were asked of many and answered in full.
    ///
    /// @param respondents how many, not negative
    public Frame careful(long seed, long replicate, int respondents) {
        return frame(seed, replicate, respondents, 0, Inattention.NONE);
    }

    private Frame frame(
            long seed, long replicate, int respondents, double skips, Inattention careless) {
        if (respondents < 0) {
            throw new IllegalArgumentException("respondents must be 0 or more, not " + respondents);
        }
        Chance chance = Chance.of(study.name(), seed, replicate);
        var draws =
                new Draws(
                        compiled.slots(),
                        conditions,
                        respondents,
                        new Source.Replicate(chance),
                        skips);
        for (int step = 0; step < compiled.drawings().size(); step++) {
            Drawing drawing = compiled.drawings().get(step);
            drawing.draw(draws);
            if (step == lastDeciding) {
                drawUntilEligible(draws);
            }
            for (Check check : checks.get(step)) {
                check.keep(draws, drawing);
            }
        }
        careless.overwrite(draws, chance);
        return new Router(study, draws)
                .frame(ids(respondents), lateChecks, origin(seed, replicate));
    }

    private Origin origin(long seed, long replicate) {
        String mark = scenario.word() + ":" + seed;
        return new Origin.Rehearsed(replicate == 0 ? mark : mark + ":" + replicate);
    }

    private static List<String> ids(int respondents) {
        return respondents <= NAMED
                ? IDS.subList(0, respondents)
                : IntStream.rangeClosed(1, respondents).mapToObj(Respondents::id).toList();
    }

    /// The id of a respondent: `r`, and the number in six digits or more.
    private static String id(int number) {
        return number < SIX_DIGITS
                ? "r" + Integer.toString(SIX_DIGITS + number).substring(1)
                : "r" + number;
    }

    private void expect(Expression that, Page page) {
        Check check = Check.of(that, compiled.slots().page(page.id()), compiled.slots());
        int last = -1;
        for (String name : that.variables()) {
            for (int step = 0; step < compiled.steps().size(); step++) {
                if (draws(step, name)) {
                    last = Math.max(last, step);
                }
            }
        }
        if (last >= 0) {
            checks.get(last).add(check);
        }
        if (mayTurn(that)) {
            lateChecks.add(check);
        }
    }

    private boolean draws(int step, String name) {
        return compiled.steps().get(step).names().stream()
                .filter(study.variables()::containsKey)
                .anyMatch(drawn -> name.equals(drawn) || name.startsWith(drawn + "."));
    }

    /// Whether an expectation that held of all answers can fail of some: by a function that counts what is
    /// answered, or by ratings that were overwritten.
    private boolean mayTurn(Expression that) {
        String text = that.toString();
        return text.indexOf('(') >= 0
                || that.variables().stream().anyMatch(inattention::overwrites);
    }

    /// The steps that draw what eligibility reads.
    private int[] deciding() {
        Set<String> read =
                study.eligibility().map(it -> it.condition().variables()).orElse(Set.of());
        return IntStream.range(0, compiled.steps().size())
                .filter(step -> read.stream().anyMatch(name -> draws(step, name)))
                .toArray();
    }

    private void drawUntilEligible(Draws draws) {
        if (drawnUntilEligible.length == 0) {
            return;
        }
        Expression condition = study.eligibility().orElseThrow().condition();
        var eligible = condition.truths(draws).holding();
        int[] rows = IntStream.range(0, draws.size()).filter(row -> !eligible.get(row)).toArray();
        for (int attempt = 1; rows.length > 0 && attempt <= MOST_ELIGIBLE_ATTEMPTS; attempt++) {
            for (int step : drawnUntilEligible) {
                compiled.drawings().get(step).draw(draws, attempt, rows, rows.length);
            }
            rows =
                    Arrays.stream(rows)
                            .filter(row -> condition.truth(draws.row(row)) != Truth.TRUE)
                            .toArray();
        }
    }

    /// Which questions are rated.
    static Set<String> ratings(Study study) {
        var ratings = new HashSet<String>();
        for (Page page : study.pages()) {
            for (Question question : page.questions()) {
                switch (question) {
                    case Question.Rating rating -> ratings.add(rating.id());
                    case Question.Rate rate ->
                            rate.items()
                                    .forEach(item -> ratings.add(rate.id() + "." + item.code()));
                    case Question.OneOf _,
                            Question.SeveralOf _,
                            Question.Count _,
                            Question.Quantity _,
                            Question.OneIn _,
                            Question.Words _,
                            Question.Statement _ -> {}
                }
            }
        }
        return Set.copyOf(ratings);
    }
}
