package eyebright.rehearsal;

import eyebright.chart.Table;
import eyebright.replication.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/// A rehearsal as tables, every share with what its error is or rounded to where it does not show.
public final class Tables {

    /// The margins of a table, as times the declared one; the ratios lie between a half and double.
    private static final List<Double> TIMES = List.of(0.5, 0.75, 1.0, 1.25, 1.5, 2.0);

    private static final String CLAIM = "Claim";

    private static final String AT_ITS_MARGIN = "at its margin";

    private static final List<Verdict> VERDICTS =
            List.of(
                    Verdict.SUPPORTED,
                    Verdict.NO_DIFFERENCE,
                    Verdict.INCONCLUSIVE,
                    Verdict.CONTRADICTED);

    private Tables() {}

    /// A scenario that is about a claim, as the head of a column.
    public static String headAbout(ScenarioRun scenario) {
        return scenario.marginOf().isPresent() ? AT_ITS_MARGIN : Said.head(scenario.scenario());
    }

    /// A chance as a cell: `38 %`, `<1 %`.
    public static String percent(Frequency chance) {
        return Said.percent(chance);
    }

    /// How often each claim is supported, scenario by scenario; the last column is each claim's own margin.
    public static Table supported(Rehearsal rehearsal) {
        List<ScenarioRun> shared = rehearsal.shared();
        var columns = new ArrayList<>(List.of(CLAIM));
        shared.forEach(each -> columns.add(Said.head(each.scenario())));
        boolean hasMargins = shared.size() < rehearsal.scenarios().size();
        if (hasMargins) {
            columns.add(AT_ITS_MARGIN);
        }
        var rows = new ArrayList<List<String>>();
        for (ClaimSaid claim : rehearsal.judged()) {
            var row = new ArrayList<>(List.of(claim.id()));
            for (ScenarioRun scenario : shared) {
                row.add(supported(scenario, claim.id()).orElse("not judged"));
            }
            if (hasMargins) {
                row.add(
                        rehearsal
                                .atMarginOf(claim.id())
                                .flatMap(each -> supported(each, claim.id()))
                                .orElse(""));
            }
            rows.add(row);
        }
        return new Table("How often each claim is supported", columns, rows);
    }

    private static Optional<String> supported(ScenarioRun scenario, String claim) {
        return scenario.claim(claim)
                .filter(ClaimRun::isJudged)
                .map(run -> Said.percent(run.supported()));
    }

    /// Claims that are not safe: how often each is supported, and what would make it 80 of 100.
    public static Table unsafe(Rehearsal rehearsal, List<Advice.Weak> weak) {
        ScenarioRun first = rehearsal.scenarios().getFirst();
        var rows = new ArrayList<List<String>>();
        for (Advice.Weak each : weak) {
            ClaimRun run = first.claim(each.claim().id()).orElseThrow();
            rows.add(
                    List.of(
                            each.claim().id(),
                            Said.percent(run.supported()),
                            enough(rehearsal.sampleSize(Advice.SAFE, run)),
                            each.margin()));
        }
        boolean hasMargin = rows.stream().anyMatch(row -> !row.getLast().isEmpty());
        var columns = List.of(CLAIM, "supported", "respondents for 80 %", "or a margin of");
        return new Table(
                "How often they are supported, and what would make it 80 of 100",
                hasMargin ? columns : columns.subList(0, 3),
                hasMargin ? rows : rows.stream().map(row -> row.subList(0, 3)).toList());
    }

    private static String enough(SampleSize size) {
        return switch (size) {
            case SampleSize.About(double n, double error) ->
                    "%s ± %s".formatted(Said.respondents(n, error), Said.giveOrTake(error));
            case SampleSize.AtMost(int n) -> "at most " + Said.whole(n);
            case SampleSize.MoreThan(int n) -> "more than " + Said.whole(n);
            case SampleSize.Unknown _ -> "";
        };
    }

    /// How often each verdict comes out, with the Monte Carlo error: a table for each scenario that is about all
    /// claims, and one of the claims at their own margins.
    public static List<Table> verdicts(Rehearsal rehearsal) {
        var tables = new ArrayList<Table>();
        for (ScenarioRun scenario : rehearsal.shared()) {
            var rows = new ArrayList<List<String>>();
            rehearsal
                    .judged()
                    .forEach(claim -> verdicts(scenario, claim.id()).ifPresent(rows::add));
            tables.add(verdicts("if " + Said.scenario(scenario.scenario()), rows));
        }
        var rows = new ArrayList<List<String>>();
        for (ClaimSaid claim : rehearsal.judged()) {
            rehearsal
                    .atMarginOf(claim.id())
                    .flatMap(scenario -> verdicts(scenario, claim.id()))
                    .ifPresent(rows::add);
        }
        tables.add(verdicts("where a claim is exactly at its margin", rows));
        return tables.stream().filter(table -> !table.rows().isEmpty()).toList();
    }

    private static Table verdicts(String where, List<List<String>> rows) {
        var columns = new ArrayList<>(List.of(CLAIM));
        VERDICTS.forEach(each -> columns.add(each.word()));
        return new Table("How often each verdict comes out " + where, columns, rows);
    }

    private static Optional<List<String>> verdicts(ScenarioRun scenario, String claim) {
        return scenario.claim(claim)
                .filter(each -> each.unjudged() < each.replicates())
                .map(
                        run -> {
                            var row = new ArrayList<>(List.of(claim));
                            VERDICTS.forEach(each -> row.add(Said.withError(run.of(each))));
                            return row;
                        });
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

    private static List<String> size(
            Rehearsal rehearsal, String name, CurveRun curve, Frequency own) {
        var row = new ArrayList<>(List.of(name));
        for (int i = 0; i < rehearsal.sizes().size(); i++) {
            boolean isOwn = rehearsal.sizes().get(i) == rehearsal.respondents();
            row.add(Said.percent(isOwn ? own : curve.at(i)));
        }
        for (double chance : List.of(0.8, 0.9)) {
            row.add(
                    enough(
                            SampleSize.of(
                                    chance,
                                    rehearsal.sizes(),
                                    curve,
                                    rehearsal.respondents(),
                                    own)));
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
        List<ScenarioRun> scenarios = rehearsal.about(claim.id());
        String unit = first.get().unit();
        var columns = new ArrayList<>(List.of(unit.isEmpty() ? "Margin" : "Margin, " + unit));
        scenarios.forEach(each -> columns.add(headAbout(each)));
        var rows = new ArrayList<List<String>>();
        double from = first.get().from();
        for (double times : TIMES) {
            double margin = from + times * (claim.margin().getAsDouble() - from);
            var row = new ArrayList<String>();
            row.add(Said.margin(margin, "") + (times == 1 ? ", declared" : ""));
            for (ScenarioRun scenario : scenarios) {
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

    /// What comes out at once, family by family, scenario by scenario. Of margins, the one with most false alarms.
    public static Table together(Rehearsal rehearsal) {
        List<ScenarioRun> shared = rehearsal.shared();
        List<ScenarioRun> margins =
                rehearsal.scenarios().stream().filter(each -> each.marginOf().isPresent()).toList();
        var columns = new ArrayList<>(List.of("Claims judged together", "how many"));
        for (ScenarioRun scenario : shared) {
            columns.add("all supported, " + Said.head(scenario.scenario()));
            if (hasFalsifiable(scenario)) {
                columns.add("any false alarm, " + Said.head(scenario.scenario()));
            }
        }
        if (!margins.isEmpty()) {
            columns.add("any false alarm, at a margin");
        }
        var rows = new ArrayList<List<String>>();
        List<FamilyRun> families =
                rehearsal.scenarios().isEmpty()
                        ? List.of()
                        : rehearsal.scenarios().getFirst().families();
        for (FamilyRun family : families) {
            var row = new ArrayList<>(List.of(family.name(), Said.whole(family.claims())));
            for (ScenarioRun scenario : shared) {
                Optional<FamilyRun> here = scenario.family(family.name());
                row.add(here.map(each -> Said.percent(each.together())).orElse(""));
                if (hasFalsifiable(scenario)) {
                    row.add(falseAlarms(here.stream()));
                }
            }
            if (!margins.isEmpty()) {
                row.add(
                        falseAlarms(
                                margins.stream()
                                        .flatMap(each -> each.family(family.name()).stream())));
            }
            rows.add(row);
        }
        return new Table("What comes out at once", columns, rows);
    }

    private static boolean hasFalsifiable(ScenarioRun scenario) {
        return scenario.families().stream().anyMatch(each -> each.falsifiable() > 0);
    }

    /// The most frequent, where there can be any.
    private static String falseAlarms(Stream<FamilyRun> runs) {
        return runs.filter(each -> each.falsifiable() > 0)
                .map(FamilyRun::anyFalseAlarm)
                .max(Comparator.comparingDouble(Frequency::share))
                .map(Said::withError)
                .orElse("");
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
