package eyebright.rehearsal;

import java.util.ArrayList;
import java.util.List;
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
            for (FigureRun figure : run.figures()) {
                coverage(run, figure, doubts);
            }
        }
        for (ClaimRun run : scenario.claims()) {
            for (Map.Entry<String, Integer> failed : run.failed().entrySet()) {
                doubts.add(
                        "%s could not be estimated in %s of %s studies: %s."
                                .formatted(
                                        run.id(),
                                        Said.whole(failed.getValue()),
                                        Said.whole(run.replicates()),
                                        failed.getKey()));
            }
        }
        return doubts;
    }

    private static void coverage(ClaimRun run, FigureRun figure, List<String> doubts) {
        Chance coverage = figure.coverage();
        double away = coverage.share() - figure.level();
        double error =
                Math.sqrt(figure.level() * (1 - figure.level()) / Math.max(1, coverage.of()));
        if (coverage.of() == 0 || Math.abs(away) <= CLOSE + ERRORS * error) {
            return;
        }
        doubts.add(
                "The interval of %s in %s holds what is so in %s instead of %s: %s"
                        .formatted(
                                figure.name(),
                                run.id(),
                                Said.inStudies(coverage),
                                Said.whole(Math.round(100 * figure.level())),
                                away < 0
                                        ? "skipped and careless answers draw it away, or it is too narrow."
                                        : "it is wider than it need be."));
    }
}
