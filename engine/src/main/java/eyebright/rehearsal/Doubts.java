package eyebright.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;

/// What to know of a rehearsal beside its verdicts: intervals that do not cover, estimates that are off or could not be
/// had, claims that nobody judged.
final class Doubts {

    /// Coverage that differs by less than this is as it should be.
    private static final double CLOSE = 0.01;

    private static final double ERRORS = 3;

    private Doubts() {}

    static List<String> of(Rehearsal rehearsal, ScenarioRun scenario) {
        var doubts = new ArrayList<String>();
        List<String> unjudged =
                rehearsal.judged().stream()
                        .map(ClaimSaid::id)
                        .filter(
                                id ->
                                        scenario.claim(id)
                                                .filter(run -> run.unjudged() > 0)
                                                .isPresent())
                        .toList();
        if (!unjudged.isEmpty()) {
            doubts.add(
                    "Without a verdict in some or all studies: %s.".formatted(Said.and(unjudged)));
        }
        for (ClaimRun run : scenario.claims()) {
            coverage(run, doubts);
        }
        for (ClaimRun run : scenario.claims()) {
            for (Map.Entry<String, Integer> failed : run.failed().entrySet()) {
                doubts.add(
                        "%s: it could not be estimated in %s of %s studies (%s)."
                                .formatted(
                                        run.id(),
                                        Said.whole(failed.getValue()),
                                        Said.whole(run.replicates()),
                                        failed.getKey()));
            }
        }
        return doubts;
    }

    /// One sentence for the intervals of a claim that hold what is so too seldom, and one for those that do too often.
    private static void coverage(ClaimRun run, List<String> doubts) {
        say(
                run,
                run.figures().stream().filter(each -> away(each) < 0).toList(),
                "skipped and careless answers draw the estimate away, or the interval is too narrow",
                doubts);
        say(
                run,
                run.figures().stream().filter(each -> away(each) > 0).toList(),
                "wider than need be",
                doubts);
    }

    private static void say(
            ClaimRun run, List<FigureRun> figures, String why, List<String> doubts) {
        if (figures.isEmpty()) {
            return;
        }
        LongSummaryStatistics held =
                figures.stream()
                        .mapToLong(each -> Math.round(100 * each.coverage().share()))
                        .summaryStatistics();
        doubts.add(
                "%s: %s what is so in %s of 100 studies instead of %s (%s)."
                        .formatted(
                                run.id(),
                                run.figures().size() == 1
                                        ? "the interval holds"
                                        : figures.size() == 1
                                                ? "1 of its %d intervals holds"
                                                        .formatted(run.figures().size())
                                                : "%d of its %d intervals hold"
                                                        .formatted(
                                                                figures.size(),
                                                                run.figures().size()),
                                held.getMin() == held.getMax()
                                        ? Said.whole(held.getMin())
                                        : "%d to %d".formatted(held.getMin(), held.getMax()),
                                Said.whole(Math.round(100 * figures.getFirst().level())),
                                why));
    }

    /// How far the coverage is from the level; 0 where that may be chance or does not matter.
    private static double away(FigureRun figure) {
        Frequency coverage = figure.coverage();
        double away = coverage.share() - figure.level();
        double error =
                Math.sqrt(figure.level() * (1 - figure.level()) / Math.max(1, coverage.of()));
        return coverage.of() == 0 || Math.abs(away) <= CLOSE + ERRORS * error ? 0 : away;
    }
}
