package eyebright.analysis;

import eyebright.expression.Expression;
import eyebright.expression.Type;
import eyebright.frame.Frame;
import eyebright.plan.Analysis;
import eyebright.plan.Claim;
import eyebright.plan.Groups;
import eyebright.plan.Label;
import eyebright.plan.Plan;
import eyebright.plan.PlanVocabulary;
import eyebright.score.Scales;
import eyebright.study.Page;
import eyebright.study.Points;
import eyebright.study.Study;
import eyebright.study.Variable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// A plan whose claims are ready to run. Immutable and safe for many threads.
public final class CompiledPlan {

    private final Plan plan;
    private final List<CompiledClaim> claims;
    private final Map<Depth, Run> runs = new EnumMap<>(Depth.class);

    private CompiledPlan(Plan plan, List<CompiledClaim> claims) {
        this.plan = plan;
        this.claims = List.copyOf(claims);
        for (Depth depth : Depth.values()) {
            runs.put(depth, Run.of(plan, this.claims, depth));
        }
    }

    /// What is run at one depth.
    ///
    /// @param prepared what is made of answers before
    /// @param claims each with what is run beside it after it
    private record Run(Prepared prepared, List<CompiledClaim> claims) {

        static Run of(Plan plan, List<CompiledClaim> claims, Depth depth) {
            var all = new ArrayList<CompiledClaim>();
            for (CompiledClaim claim : claims) {
                all.add(claim);
                claim.beside(depth).forEach(each -> all.add(each.compiled()));
            }
            return new Run(Prepared.of(plan, all.stream()), List.copyOf(all));
        }
    }

    /// What was compiled.
    public Plan plan() {
        return plan;
    }

    /// Its claims, in its order.
    public List<CompiledClaim> claims() {
        return claims;
    }

    /// Makes every claim ready to run on the frames of that study.
    ///
    /// @param study the study the plan was read with
    /// @param scales those the plan was read with
    public static CompiledPlan of(Plan plan, Study study, Scales scales) {
        var vocabulary = new PlanVocabulary(study, scales, plan.lets(), plan.words());
        return new CompiledPlan(
                plan,
                plan.claims().stream()
                        .map(
                                claim ->
                                        compiled(
                                                claim,
                                                vocabulary,
                                                study.name(),
                                                plan.levelOf(claim),
                                                plan.alpha()))
                        .toList());
    }

    /// Every claim's finding, in the order of the plan, p values adjusted within families and each judged by its rule: the
    /// frame is scored, every claim summarised and estimated on the calling thread.
    ///
    /// @param frame not yet scored, of the study the plan was compiled for
    /// @param depth [Depth#VERDICT] leaves out what decides nothing, such as most of what stands beside a claim
    public List<Finding> findings(Frame frame, Depth depth) {
        return findings(frame, depth, Cores.ONE, () -> {});
    }

    /// The same on so many cores.
    ///
    /// @param also what else is to be done at the same time
    List<Finding> findings(Frame frame, Depth depth, Cores cores, Runnable also) {
        Run run = Objects.requireNonNull(runs.get(depth));
        Frame prepared = run.prepared().frame(frame);
        List<CompiledClaim> all = run.claims();
        var found = new Finding[all.size()];
        var parts = new ArrayList<Runnable>();
        parts.add(also);
        for (int i = 0; i < found.length; i++) {
            int place = i;
            parts.add(() -> found[place] = all.get(place).finding(prepared, depth));
        }
        cores.run(parts);
        return judged(joined(all, List.of(found), depth), depth);
    }

    /// The findings with p values adjusted and their verdicts; for readers also how they stand to what was published,
    /// and whether other ways come to the same verdict.
    private List<Finding> judged(List<Finding> found, Depth depth) {
        var members = new ArrayList<Families.Member>();
        for (int i = 0; i < found.size(); i++) {
            Finding each = found.get(i);
            members.add(Families.Member.of(each, Families.of(each), claims.get(i).judge()));
        }
        Map<String, Integer> together = Families.together(members);
        List<Finding> judged = new ArrayList<>();
        List<Finding> adjusted = Families.adjusted(members);
        for (int i = 0; i < adjusted.size(); i++) {
            Finding finding = adjusted.get(i);
            Optional<Judge> judge = members.get(i).judge();
            judged.add(
                    judge.isPresent()
                            ? judge.get()
                                    .judged(
                                            finding,
                                            together.getOrDefault(members.get(i).family(), 1))
                            : finding);
        }
        return switch (depth) {
            case FULL -> new OtherWays(this, members).of(judged);
            case VERDICT -> judged;
        };
    }

    /// Each claim's finding with those that were planned beside it, which follow it here.
    private static List<Finding> joined(
            List<CompiledClaim> claims, List<Finding> found, Depth depth) {
        var joined = new ArrayList<Finding>();
        int next = 0;
        while (next < found.size()) {
            int from = next + 1;
            int to = from + claims.get(next).beside(depth).size();
            joined.add(
                    from == to ? found.get(next) : found.get(next).beside(found.subList(from, to)));
            next = to;
        }
        return joined;
    }

    private static CompiledClaim compiled(
            Claim claim, PlanVocabulary vocabulary, String study, double level, double alpha) {
        CompiledAnalysis own = analysis(claim, vocabulary, study, level, alpha);
        List<CompiledClaim.Beside> beside =
                claim.companions(vocabulary).stream()
                        .map(
                                companion -> {
                                    Claim only = claim.only(companion);
                                    return new CompiledClaim.Beside(
                                            companion,
                                            new CompiledClaim(
                                                    only,
                                                    analysis(only, vocabulary, study, level, alpha),
                                                    own.shape(),
                                                    List.of(),
                                                    alpha));
                                })
                        .toList();
        return new CompiledClaim(claim, own, own.shape(), beside, alpha);
    }

    private static CompiledAnalysis analysis(
            Claim claim, PlanVocabulary vocabulary, String study, double level, double alpha) {
        var models = new ModelCompiler(claim, vocabulary, study, level, alpha);
        return switch (claim.analysis()) {
            case Analysis.Share(Expression condition) ->
                    new ShareOf(
                            base(claim, vocabulary, condition.variables()),
                            condition,
                            claim.expects(),
                            level);
            case Analysis.Shares(String variable) ->
                    new SharesOf(
                            base(claim, vocabulary, Set.of(variable)),
                            variable,
                            shares(vocabulary, variable),
                            claim.expects(),
                            level);
            case Analysis.SideBySide(String first, String second) ->
                    new SideBySideOf(
                            base(claim, vocabulary, ordered(List.of(first, second))),
                            new Shape.TwoSettings(
                                    setting(vocabulary, first, second),
                                    setting(vocabulary, second, first),
                                    Label.of(vocabulary.options(first))),
                            level);
            case Analysis.Compare compare -> compare(claim, compare, vocabulary, level, alpha);
            case Analysis.CrossTable(String rows, String columns) ->
                    new TableOf(
                            base(claim, vocabulary, ordered(List.of(rows, columns))),
                            new Groups(rows, Label.of(vocabulary.options(rows))),
                            new Groups(columns, Label.of(vocabulary.options(columns))),
                            level);
            case Analysis.MeanOf(Expression of) ->
                    new MeanOf(
                            base(claim, vocabulary, of.variables()),
                            of,
                            scaling(vocabulary, of),
                            level);
            case Analysis.Paired(Expression first, Expression second) ->
                    new PairedOf(
                            base(claim, vocabulary, read(claim.analysis())),
                            first,
                            second,
                            new Shape.TwoShares(
                                    condition(vocabulary, first, second),
                                    condition(vocabulary, second, first)),
                            claim.expects(),
                            level,
                            alpha);
            case Analysis.Correlate correlate -> models.correlation(correlate);
            case Analysis.WeightedShare share -> models.weightedShare(share);
            case Analysis.Regression regression -> models.regression(regression);
            case Analysis.Imputed imputed -> models.imputed(imputed);
            case Analysis.Stacked stacked -> models.stacked(stacked);
            case Analysis.Matched matched -> models.matched(matched);
            case Analysis.Reliability(String scale) -> models.reliability(scale);
            case Analysis.NotYet(String words, _) -> new NothingYet(words);
        };
    }

    private static CompiledAnalysis compare(
            Claim claim,
            Analysis.Compare compare,
            PlanVocabulary vocabulary,
            double level,
            double alpha) {
        var read = new LinkedHashSet<String>();
        read.add(compare.by());
        read.addAll(compare.of().variables());
        Base base = base(claim, vocabulary, read);
        List<Label> labels =
                compare.groups().stream()
                        .map(
                                pool ->
                                        pool.label()
                                                .map(label -> Label.phrase(pool.code(), label))
                                                .orElseGet(
                                                        () ->
                                                                vocabulary.optionLabel(
                                                                        compare.by(), pool.code())))
                        .toList();
        var groups =
                new Groups(
                        compare.by(),
                        labels,
                        compare.groups().stream().map(Analysis.Pool::codes).toList());
        Type type =
                compare.of()
                        .type(vocabulary)
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "claim %s reads what the study does not ask"
                                                        .formatted(claim.id())));
        return switch (type) {
            case LOGIC ->
                    new GroupSharesOf(base, compare.of(), groups, claim.expects(), level, alpha);
            case TEXT ->
                    new GroupSharesOf(
                            base,
                            Expression.of(compare.of() + " == \"yes\""),
                            groups,
                            claim.expects(),
                            level,
                            alpha);
            case DECIMAL ->
                    new GroupMeansOf(
                            base,
                            compare.of(),
                            groups,
                            scaling(vocabulary, compare.of()),
                            claim.expects(),
                            level,
                            alpha);
        };
    }

    /// The respondents a claim is about, and the columns that hold what it reads.
    static Base base(Claim claim, PlanVocabulary vocabulary, Set<String> read) {
        return new Base(claim.among(), read.stream().map(vocabulary::column).distinct().toList());
    }

    /// The variables of the expressions of an analysis, in their order.
    static Set<String> read(Analysis analysis) {
        var read = new LinkedHashSet<String>();
        analysis.expressions().forEach(each -> read.addAll(each.variables()));
        return read;
    }

    /// What to call one of two conditions: the words of the plan for it, the setting of the question it reads,
    /// or the condition itself.
    private static Label condition(
            PlanVocabulary vocabulary, Expression condition, Expression other) {
        String text = condition.toString();
        Optional<String> called =
                condition.onlyVariable().flatMap(name -> vocabulary.words(name).called());
        if (called.isPresent()) {
            return Label.phrase(text, called.get());
        }
        Set<String> questions = questions(vocabulary, condition);
        Set<String> others = questions(vocabulary, other);
        if (questions.size() == 1 && others.size() == 1 && !questions.equals(others)) {
            Label setting =
                    setting(vocabulary, questions.iterator().next(), others.iterator().next());
            return new Label(text, setting.text(), setting.kind());
        }
        return new Label(text, condition.onlyVariable().map(vocabulary::option).orElse(text));
    }

    private static Set<String> questions(PlanVocabulary vocabulary, Expression condition) {
        return condition.variables().stream()
                .map(vocabulary::column)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<String> ordered(List<String> names) {
        return new LinkedHashSet<>(names);
    }

    private static Shape shares(PlanVocabulary vocabulary, String variable) {
        Optional<Points> points = vocabulary.points(variable);
        if (points.isPresent()) {
            return new Shape.EachPoint(points.get());
        }
        return new Shape.EachOption(
                Label.of(vocabulary.options(variable)),
                vocabulary.isSeveral(variable) ? Shape.Answers.SEVERAL : Shape.Answers.ONE);
    }

    private static Shape.Scaling scaling(PlanVocabulary vocabulary, Expression of) {
        return of.onlyVariable()
                .map(name -> new Shape.Scaling(vocabulary.unit(name), vocabulary.points(name)))
                .orElse(new Shape.Scaling("", Optional.empty()));
    }

    /// What to call one of two questions: the block of its page, the title of its page, the question, its
    /// name; the first of these that differs.
    private static Label setting(PlanVocabulary vocabulary, String name, String other) {
        List<String> names = names(vocabulary, name);
        List<String> others = names(vocabulary, other);
        for (int i = 0; i < names.size(); i++) {
            if (!names.get(i).equals(others.get(i))
                    && !names.get(i).isBlank()
                    && !others.get(i).isBlank()) {
                // A block has a name; a page and a question have texts of their own.
                return i == 0 ? Label.phrase(name, names.get(i)) : new Label(name, names.get(i));
            }
        }
        return new Label(name, name);
    }

    private static List<String> names(PlanVocabulary vocabulary, String name) {
        Optional<Variable> variable = vocabulary.asked(name);
        Optional<Page> page = variable.flatMap(each -> vocabulary.study().page(each.page()));
        return List.of(
                page.flatMap(Page::block).orElse("").replace('-', ' '),
                page.map(Page::title).orElse(""),
                variable.map(Variable::label).orElse(""));
    }
}
