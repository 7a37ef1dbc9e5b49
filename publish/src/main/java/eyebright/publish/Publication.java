package eyebright.publish;

import eyebright.analysis.Findings;
import eyebright.disclosure.DisclosureReport;
import eyebright.frame.Frame;
import eyebright.freeze.Standing;
import eyebright.plan.Plan;
import eyebright.publish.data.About;
import eyebright.publish.data.Release;
import eyebright.score.Scales;
import eyebright.study.Study;
import java.util.Optional;

/// A study as it is published: its answers as far as they may leave, and what can be found in them.
///
/// Two numbers stand for each figure: the study's own, of all answers as they were given, and that of the published rows,
/// which anyone can compute again. They differ where bands, groups or withheld cells reach a finding.
///
/// @param study whose questions they answer
/// @param scales those the plan was read with
/// @param plan what is found
/// @param frozen how the plan stands to what was frozen; empty if nothing was
public record Publication(Study study, Scales scales, Plan plan, Optional<Standing> frozen) {

    /// What goes out in one version.
    ///
    /// @param frame all answers, as they were given
    /// @param allowed what of them may leave
    public Release release(Frame frame, PublicAnswers.Allowed allowed, About about) {
        return new Release(
                allowed.dataset(),
                scales,
                plan,
                findings(allowed.whole(frame)),
                findings(frame),
                allowed.report().map(DisclosureReport::text),
                about);
    }

    private Findings findings(Frame frame) {
        return Findings.of(study, scales, plan, frozen, frame);
    }
}
