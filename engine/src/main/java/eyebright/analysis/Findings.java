package eyebright.analysis;

import eyebright.frame.Frame;
import eyebright.frame.Origin;
import eyebright.freeze.Standing;
import eyebright.plan.Lets;
import eyebright.plan.Plan;
import eyebright.score.Scales;
import eyebright.study.Study;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All that a plan says about a frame. [#of] is the only way from answers to a number.
///
/// @param study the study's name
/// @param plan which plan
/// @param data which data
/// @param findings in the order of the plan
public record Findings(String study, PlanRef plan, Data data, List<Finding> findings) {

    private static final String NOT_FROZEN = "the plan is not frozen";
    private static final String FROZEN_LATER =
            "the plan was frozen after this was worked out; it is judged with the next answers";

    public Findings {
        findings = List.copyOf(findings);
    }

    /// Which plan findings are of.
    ///
    /// @param hash that of [Plan#hash]
    /// @param frozen how it stands to what was frozen; empty while nothing is
    /// @param respondents how many the study waits for
    public record PlanRef(String hash, Optional<Standing> frozen, int respondents) {}

    /// Which data findings are of.
    ///
    /// @param kind `real` or `rehearsed`
    /// @param mark what made rehearsed data up, as `scenario:seed`; empty if they are real
    /// @param hash of the content: SHA-256 over the columns by name, each row's status and value in the
    ///   order of rows; no ids, no scores and no free texts. Empty where nothing of the data is shown
    /// @param respondents how many count
    /// @param excluded how many do not, by reason
    public record Data(
            String kind,
            Optional<String> mark,
            Optional<String> hash,
            int respondents,
            Map<String, Integer> excluded) {
        public Data {
            excluded = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(excluded));
        }

        /// These data with nothing of them but how many count.
        public Data onlyHowMany() {
            return new Data(kind, mark, Optional.empty(), respondents, Map.of());
        }
    }

    /// Scores the frame, summarises and estimates every claim, on all cores of the machine.
    ///
    /// @param scales those the plan was read with
    /// @param frame not yet scored
    public static Findings of(Study study, Scales scales, Plan plan, Frame frame) {
        return of(study, scales, plan, frame, Cores.ALL);
    }

    /// The same on so many cores; the findings do not depend on how many there are.
    public static Findings of(Study study, Scales scales, Plan plan, Frame frame, Cores cores) {
        return of(study, scales, plan, Optional.empty(), frame, cores);
    }

    /// The same of a plan that may be frozen.
    ///
    /// @param frozen how the plan stands to what was frozen; empty if nothing was
    public static Findings of(
            Study study, Scales scales, Plan plan, Optional<Standing> frozen, Frame frame) {
        return of(study, scales, plan, frozen, frame, Cores.ALL);
    }

    private static Findings of(
            Study study,
            Scales scales,
            Plan plan,
            Optional<Standing> frozen,
            Frame frame,
            Cores cores) {
        var hash = new String[1];
        List<Finding> found =
                CompiledPlan.of(plan, study, scales)
                        .findings(frame, Depth.FULL, cores, () -> hash[0] = frame.hash());
        return new Findings(
                        study.name(),
                        new PlanRef(plan.hash(), frozen, plan.respondents()),
                        data(frame, hash[0]),
                        found)
                .asOf(frozen);
    }

    /// These findings with how their plan stands now: each planned or exploratory, and of real answers without a
    /// verdict while nothing is frozen. What was not judged for that reason stays so until it is worked out again.
    ///
    /// @param standing of the same plan; empty if nothing was frozen
    public Findings asOf(Optional<Standing> standing) {
        boolean isReal = data.mark().isEmpty();
        return new Findings(
                study,
                new PlanRef(plan.hash(), standing, plan.respondents()),
                data,
                findings.stream()
                        .map(finding -> isReal ? sayable(finding, standing) : finding)
                        .map(
                                finding ->
                                        finding.planned(
                                                standing.map(each -> each.isPlanned(finding.id()))))
                        .toList());
    }

    /// What may be said of a finding of real answers now: no verdict before the plan is frozen.
    private static Finding sayable(Finding finding, Optional<Standing> standing) {
        if (standing.isEmpty()) {
            return finding.unjudged(NOT_FROZEN);
        }
        return finding.why().equals(NOT_FROZEN) ? finding.unjudged(FROZEN_LATER) : finding;
    }

    /// The frame as claims read it: with scales and flags, and the numbers the plan makes.
    ///
    /// @param scales those the plan was read with
    /// @param frame not yet scored
    public static Frame prepared(Scales scales, Plan plan, Frame frame) {
        return Lets.added(plan.lets(), scales.score(frame));
    }

    private static Data data(Frame frame, String hash) {
        Optional<String> mark =
                switch (frame.origin()) {
                    case Origin.Real _ -> Optional.empty();
                    case Origin.Rehearsed(String made) -> Optional.of(made);
                };
        return new Data(
                frame.origin().kind(), mark, Optional.of(hash), frame.size(), frame.excluded());
    }
}
