package eyebright.rehearsal;

import eyebright.chart.Table;
import eyebright.replication.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// A rehearsal as tables, every share with what its error is or rounded to where it does not show.
public final class Tables {

    /// The margins of a table, as times the declared one; the ratios lie between a half and double.
    private static final List<Double> TIMES = List.of(0.5, 0.75, 1.0, 1.25, 1.5, 2.0);

    private static final String CLAIM = "Claim";

    private Tables() {}

    /// A scenario as the head of a column: `as published`, `at the margin: no-gender-difference`.
    public static String head(String scenario) {
        return Said.head(scenario);
    }

    /// A chance as a cell: `38 %`, `<1 %`.
    public static String percent(Chance chance) {
        return Said.percent(chance);
    }

    /// How often each claim is supported, scenario by scenario.
    public static Table supported(Rehearsal rehearsal) {
        var columns = new ArrayList<>(List.of(CLAIM));
        rehearsal.scenarios().forEach(each -> columns.add(Said.head(each.scenario())));
        var rows = new ArrayList<List<String>>();
        for (ClaimSaid claim : rehearsal.judged()) {
            var row = new ArrayList<>(List.of(claim.id()));
            for (ScenarioRun scenario : rehearsal.scenarios()) {
                row.add(
                        scenario.claim(claim.id())
                                .filter(ClaimRun::isJudged)
                                .map(run -> Said.percent(run.supported()))
                                .orElse("not judged"));
            }
            rows.add(row);
        }
        return new Table("How often each claim is supported", columns, rows);
    }

    /// How often each verdict comes out in one scenario, with the Monte Carlo error.
    public static Table verdicts(Rehearsal rehearsal, ScenarioRun scenario) {
        var columns = new ArrayList<>(List.of(CLAIM));
        List<Verdict> verdicts =
                List.of(
                        Verdict.SUPPORTED,
                        Verdict.NO_DIFFERENCE,
                        Verdict.INCONCLUSIVE,
                        Verdict.CONTRADICTED);
        verdicts.forEach(each -> columns.add(each.word()));
        var rows = new ArrayList<List<String>>();
        for (ClaimSaid claim : rehearsal.judged()) {
            Optional<ClaimRun> run =
                    scenario.claim(claim.id()).filter(each -> each.unjudged() < each.replicates());
            if (run.isPresent()) {
                var row = new ArrayList<>(List.of(claim.id()));
                verdicts.forEach(each -> row.add(Said.withError(run.get().of(each))));
                rows.add(row);
            }
        }
        return new Table(
                "How often each verdict comes out if " + Said.scenario(scenario.scenario()),
                columns,
                rows);
    }

    /// The chance of support with more and fewer respondents; empty where no other sizes were run.
    public static Optional<Table> sizes(Rehearsal rehearsal, ScenarioRun scenario) {
        if (rehearsal.sizes().size() < 2 || scenario.primaries().replicates() == 0) {
            return Optional.empty();
        }
        var columns = new ArrayList<>(List.of(CLAIM));
        rehearsal.sizes().forEach(size -> columns.add("n = " + Said.whole(size)));
        columns.addAll(List.of("n for 80 %", "n for 90 %"));
        var rows = new ArrayList<List<String>>();
        for (ClaimSaid claim : rehearsal.judged()) {
            scenario.claim(claim.id())
                    .filter(ClaimRun::isJudged)
                    .ifPresent(
                            run ->
                                    rows.add(
                                            size(
                                                    rehearsal,
                                                    claim.id(),
                                                    run.curve(),
                                                    run.supported())));
        }
        scenario.family(FamilyTally.PRIMARY)
                .filter(family -> family.claims() > 1)
                .ifPresent(
                        family ->
                                rows.add(
                                        size(
                                                rehearsal,
                                                "all primary claims",
                                                scenario.primaries(),
                                                family.together())));
        return Optional.of(
                new Table(
                        "How often each claim is supported with more or fewer respondents, if "
                                + Said.scenario(scenario.scenario()),
                        columns,
                        rows));
    }

    private static List<String> size(Rehearsal rehearsal, String name, CurveRun curve, Chance own) {
        var row = new ArrayList<>(List.of(name));
        for (int i = 0; i < rehearsal.sizes().size(); i++) {
            boolean isOwn = rehearsal.sizes().get(i) == rehearsal.respondents();
            row.add(Said.percent(isOwn ? own : curve.at(i)));
        }
        for (double chance : List.of(0.8, 0.9)) {
            row.add(
                    switch (SampleSize.of(
                            chance, rehearsal.sizes(), curve, rehearsal.respondents(), own)) {
                        case SampleSize.About(double n, double error) ->
                                "%s ± %s"
                                        .formatted(
                                                Said.respondents(n, error),
                                                Said.whole(Math.max(1, Math.round(error))));
                        case SampleSize.AtMost(int n) -> "at most " + Said.whole(n);
                        case SampleSize.MoreThan(int n) -> "more than " + Said.whole(n);
                        case SampleSize.Unknown _ -> "";
                    });
        }
        return row;
    }

    /// What margins cost: one table for each claim whose rule has one.
    public static List<Table> margins(Rehearsal rehearsal) {
        var tables = new ArrayList<Table>();
        for (ClaimSaid claim : rehearsal.judged()) {
            margins(rehearsal, claim).ifPresent(tables::add);
        }
        return tables;
    }

    /// What margins of that claim cost; empty where its rule has none.
    public static Optional<Table> margins(Rehearsal rehearsal, ClaimSaid claim) {
        Optional<MarginRun> first =
                rehearsal.scenarios().stream()
                        .flatMap(each -> each.claim(claim.id()).stream())
                        .flatMap(each -> each.margins().stream())
                        .findFirst();
        if (first.isEmpty() || claim.margin().isEmpty()) {
            return Optional.empty();
        }
        var columns = new ArrayList<>(List.of("Margin"));
        rehearsal.scenarios().forEach(each -> columns.add(Said.head(each.scenario())));
        var rows = new ArrayList<List<String>>();
        double from = first.get().from();
        for (double times : TIMES) {
            double margin = from + times * (claim.margin().getAsDouble() - from);
            var row = new ArrayList<String>();
            row.add(Said.margin(margin, first.get().unit()) + (times == 1 ? " (declared)" : ""));
            for (ScenarioRun scenario : rehearsal.scenarios()) {
                row.add(
                        scenario.claim(claim.id())
                                .flatMap(ClaimRun::margins)
                                .map(each -> Said.percent(each.at(margin)))
                                .orElse(""));
            }
            rows.add(row);
        }
        return Optional.of(
                new Table(
                        "How often %s is supported with another margin".formatted(claim.id()),
                        columns,
                        rows));
    }

    /// What comes out at once, family by family, scenario by scenario.
    public static Table together(Rehearsal rehearsal) {
        var columns = new ArrayList<>(List.of("Claims judged together", "how many"));
        for (ScenarioRun scenario : rehearsal.scenarios()) {
            columns.add("all supported, " + Said.head(scenario.scenario()));
            if (scenario.families().stream().anyMatch(each -> each.falsifiable() > 0)) {
                columns.add("any false alarm, " + Said.head(scenario.scenario()));
            }
        }
        var rows = new ArrayList<List<String>>();
        if (rehearsal.scenarios().isEmpty()) {
            return new Table("Together", columns, rows);
        }
        for (FamilyRun family : rehearsal.scenarios().getFirst().families()) {
            var row = new ArrayList<>(List.of(family.name(), Said.whole(family.claims())));
            for (ScenarioRun scenario : rehearsal.scenarios()) {
                Optional<FamilyRun> here = scenario.family(family.name());
                row.add(here.map(each -> Said.percent(each.together())).orElse(""));
                if (scenario.families().stream().anyMatch(each -> each.falsifiable() > 0)) {
                    row.add(
                            here.filter(each -> each.falsifiable() > 0)
                                    .map(each -> Said.withError(each.anyFalseAlarm()))
                                    .orElse(""));
                }
            }
            rows.add(row);
        }
        return new Table("What comes out at once", columns, rows);
    }

    /// How the intervals and estimates of one scenario did.
    public static Table figures(ScenarioRun scenario) {
        var rows = new ArrayList<List<String>>();
        for (ClaimRun run : scenario.claims()) {
            for (FigureRun figure : run.figures()) {
                rows.add(
                        List.of(
                                run.id(),
                                figure.name(),
                                Said.number(figure.estimand()),
                                Said.withError(figure.coverage()),
                                width(figure),
                                bias(figure)));
            }
        }
        return new Table(
                "How often intervals hold what is so, how wide they are and how far estimates are off, if "
                        + Said.scenario(scenario.scenario()),
                List.of(CLAIM, "figure", "what is so", "coverage", "width", "bias"),
                rows);
    }

    /// Of a ratio: how many times as large the upper limit is as the lower.
    private static String width(FigureRun figure) {
        if (figure.width().isEmpty()) {
            return "";
        }
        double width = figure.width().getAsDouble();
        return figure.isRatio() ? "× " + Said.number(StrictMath.exp(width)) : Said.number(width);
    }

    /// Of a ratio: how many times too large it is in the middle.
    private static String bias(FigureRun figure) {
        if (figure.bias().isEmpty()) {
            return "";
        }
        double bias = figure.bias().getAsDouble();
        OptionalDouble error = figure.biasError();
        String give = error.isPresent() ? " ± " + Said.number(error.getAsDouble()) : "";
        return figure.isRatio()
                ? "× " + Said.number(StrictMath.exp(bias)) + give
                : Said.number(bias) + give;
    }
}
