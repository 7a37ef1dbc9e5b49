package eyebright.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// What to do first about a study, going by its rehearsal: the few steps that change most, each a sentence or two.
final class Steps {

    /// A claim whose estimate fails this often wants another model.
    private static final double OFTEN = 0.1;

    private final Rehearsal rehearsal;
    private final ScenarioRun scenario;
    private final List<Advice.Weak> weak;
    private final List<String> steps = new ArrayList<>();

    private Steps(Rehearsal rehearsal, ScenarioRun scenario, List<Advice.Weak> weak) {
        this.rehearsal = rehearsal;
        this.scenario = scenario;
        this.weak = weak;
    }

    /// @param weak the claims that are not safe
    static List<String> of(Rehearsal rehearsal, ScenarioRun scenario, List<Advice.Weak> weak) {
        var steps = new Steps(rehearsal, scenario, weak);
        if (!rehearsal.gaps().isEmpty()) {
            steps.steps.add(
                    "Mend population.yaml before all else: not all that it declares can hold together, so this"
                            + " was rehearsed with the nearest that can.");
        }
        steps.primaries();
        steps.others();
        steps.failing();
        return List.copyOf(steps.steps);
    }

    private void primaries() {
        List<ClaimRun> runs = runs(true);
        if (runs.isEmpty()) {
            return;
        }
        List<String> open = weakIds(true);
        if (open.isEmpty()) {
            steps.add(
                    "Keep %s respondents: with them %s."
                            .formatted(
                                    Said.whole(rehearsal.respondents()),
                                    runs.size() == 1
                                            ? "the primary claim is safe"
                                            : "each of the %d primary claims is safe"
                                                    .formatted(runs.size())));
            return;
        }
        if (!isCurveRun()) {
            steps.add(
                    "Rehearse with more and fewer respondents too: only that tells how many would make %s safe."
                            .formatted(Said.and(open)));
            staying(open);
            return;
        }
        List<String> beyond = new ArrayList<>();
        double most = 0;
        for (Advice.Weak each : weak) {
            if (each.claim().primary()) {
                OptionalDouble needed = needed(scenario.claim(each.claim().id()).orElseThrow());
                if (needed.isPresent()) {
                    most = Math.max(most, needed.getAsDouble());
                } else {
                    beyond.add(each.claim().id());
                }
            }
        }
        if (most > 0) {
            steps.add(
                    "Ask %s respondents instead of %s: then %s is supported in 80 of 100 studies.%s"
                            .formatted(
                                    Said.whole(Math.round(most)),
                                    Said.whole(rehearsal.respondents()),
                                    beyond.isEmpty()
                                            ? runs.size() == 1
                                                    ? "the primary claim"
                                                    : "each of the %d primary claims"
                                                            .formatted(runs.size())
                                            : "each primary claim but %s"
                                                    .formatted(Said.and(beyond)),
                                    together()));
        }
        if (!beyond.isEmpty()) {
            steps.add(
                    "Change %s, or do not call %s primary: more respondents alone will not make %s safe."
                            .formatted(
                                    Said.and(beyond),
                                    beyond.size() == 1 ? "it" : "them",
                                    beyond.size() == 1 ? "it" : "them"));
        }
        staying(open);
    }

    private void staying(List<String> open) {
        steps.add(
                "If it stays at %s, say beforehand that %s may well stay open."
                        .formatted(Said.whole(rehearsal.respondents()), Said.and(open)));
    }

    /// Whether it was run with more and fewer respondents, so that something is known of how many would do.
    private boolean isCurveRun() {
        return scenario.claims().stream().anyMatch(run -> run.curve().replicates() > 0);
    }

    private String together() {
        return rehearsal.sampleSizeForAll(Advice.SAFE, scenario)
                        instanceof SampleSize.About(double n, double error)
                ? " For all of them in the same study it takes %s."
                        .formatted(Said.respondents(n, error))
                : "";
    }

    private void others() {
        List<String> open = weakIds(false);
        if (open.isEmpty()) {
            return;
        }
        var beyond = new ArrayList<String>();
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (String id : open) {
            OptionalDouble needed = needed(scenario.claim(id).orElseThrow());
            if (needed.isPresent()) {
                least = Math.min(least, needed.getAsDouble());
                most = Math.max(most, needed.getAsDouble());
            } else {
                beyond.add(id);
            }
        }
        String size =
                most == 0
                        ? ""
                        : " %s would take %s respondents."
                                .formatted(
                                        open.size() == 1
                                                ? "It"
                                                : Said.whole(open.size() - beyond.size())
                                                        + " of them",
                                        least == most
                                                ? Said.whole(Math.round(most))
                                                : "%s to %s"
                                                        .formatted(
                                                                Said.whole(Math.round(least)),
                                                                Said.whole(Math.round(most))));
        String change =
                beyond.isEmpty() || !isCurveRun()
                        ? ""
                        : " No number of respondents that was tried makes %s safe: change the claim or its rule, or"
                                        .formatted(Said.and(beyond))
                                + " describe without claiming.";
        steps.add(
                "Build nothing on %s.%s%s"
                        .formatted(
                                open.size() == 1
                                        ? open.getFirst() + ", which is not safe"
                                        : "the %d other claims that are not safe"
                                                .formatted(open.size()),
                                size,
                                change));
    }

    private void failing() {
        for (ClaimRun run : runs(false)) {
            Optional<Map.Entry<String, Integer>> worst =
                    run.failed().entrySet().stream()
                            .filter(each -> each.getValue() >= OFTEN * run.replicates())
                            .findFirst();
            worst.ifPresent(
                    each ->
                            steps.add(
                                    "Change how %s is estimated: in %s it could not be (%s)."
                                            .formatted(
                                                    run.id(),
                                                    Said.inStudies(
                                                            new Frequency(
                                                                    each.getValue(),
                                                                    run.replicates())),
                                                    each.getKey())));
        }
    }

    /// The respondents that make a claim safe, rounded as they are said; empty if no number that was run does.
    private OptionalDouble needed(ClaimRun run) {
        return switch (rehearsal.sampleSize(Advice.SAFE, run)) {
            case SampleSize.About(double n, double error) ->
                    OptionalDouble.of((double) Said.rounded(n, error));
            case SampleSize.AtMost _, SampleSize.MoreThan _, SampleSize.Unknown _ ->
                    OptionalDouble.empty();
        };
    }

    private List<ClaimRun> runs(boolean arePrimary) {
        return rehearsal.judged().stream()
                .filter(claim -> !arePrimary || claim.primary())
                .flatMap(claim -> scenario.claim(claim.id()).stream())
                .filter(ClaimRun::isJudged)
                .toList();
    }

    private List<String> weakIds(boolean arePrimary) {
        return weak.stream()
                .map(Advice.Weak::claim)
                .filter(claim -> claim.primary() == arePrimary)
                .map(ClaimSaid::id)
                .toList();
    }
}
