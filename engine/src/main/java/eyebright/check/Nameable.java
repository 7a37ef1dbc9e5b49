package eyebright.check;

import eyebright.analysis.Finding;
import eyebright.analysis.Findings;
import eyebright.frame.Frame;
import eyebright.frame.Frames;
import eyebright.frame.Origin;
import eyebright.manuscript.Bibliography;
import eyebright.manuscript.Vocabulary;
import eyebright.plan.Plan;
import eyebright.population.Population;
import eyebright.population.Scenario;
import eyebright.respondents.Respondents;
import eyebright.score.Scales;
import eyebright.study.Study;
import java.util.List;

/// What the article of a study can name: every claim and every figure that its plan can find.
final class Nameable {

    /// So many have every figure that a plan can have.
    private static final int RESPONDENTS = 300;

    private static final long SEED = 1;

    private Nameable() {}

    static Vocabulary by(Study study, Scales scales, Plan plan, Bibliography bibliography) {
        return new Vocabulary(
                findings(study, scales, plan, Frames.of(study, List.of(), new Origin.Real())),
                () -> findings(study, scales, plan, evenly(study, scales)),
                plan.published(),
                bibliography);
    }

    /// Respondents who choose evenly: they answer everything that can be asked.
    private static Frame evenly(Study study, Scales scales) {
        return Respondents.of(study, scales, Population.EVEN, Scenario.AS_PUBLISHED)
                .careful(SEED, 0, RESPONDENTS);
    }

    private static List<Finding> findings(Study study, Scales scales, Plan plan, Frame frame) {
        return Findings.of(study, scales, plan, frame).findings();
    }
}
