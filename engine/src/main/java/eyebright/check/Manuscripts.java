package eyebright.check;

import eyebright.analysis.Finding;
import eyebright.analysis.Findings;
import eyebright.frame.Frame;
import eyebright.frame.Frames;
import eyebright.frame.Origin;
import eyebright.manuscript.Bibliography;
import eyebright.manuscript.Manuscript;
import eyebright.manuscript.ManuscriptReader;
import eyebright.manuscript.Vocabulary;
import eyebright.plan.Plan;
import eyebright.population.Population;
import eyebright.population.Scenario;
import eyebright.respondents.Respondents;
import eyebright.score.Scales;
import eyebright.source.Problems;
import eyebright.source.Sources;
import eyebright.study.Study;
import java.util.List;
import java.util.Optional;

/// What is written around the findings of a study, held against what its plan can find.
///
/// @param bibliography what is cited
/// @param article the study's own; absent if there is none
/// @param review of what was known before; absent if there is none
record Manuscripts(
        Bibliography bibliography, Optional<Manuscript> article, Optional<Manuscript> review) {

    /// So many have every figure that a plan can have.
    private static final int RESPONDENTS = 300;

    private static final long SEED = 1;

    static Manuscripts read(
            Sources sources, Study study, Scales scales, Plan plan, Problems problems) {
        Bibliography bibliography = Bibliography.read(sources, problems);
        boolean isWritten =
                sources.file(Manuscript.ARTICLE)
                        .or(() -> sources.file(Manuscript.REVIEW))
                        .isPresent();
        // The names of its figures are not known of a plan that is wrong.
        if (!isWritten || problems.hasErrors()) {
            return new Manuscripts(bibliography, Optional.empty(), Optional.empty());
        }
        List<Finding> ofNobody =
                findings(study, scales, plan, Frames.of(study, List.of(), new Origin.Real()));
        var vocabulary =
                new Vocabulary(
                        ofNobody,
                        () -> findings(study, scales, plan, evenly(study, scales)),
                        plan.published(),
                        bibliography);
        return new Manuscripts(
                bibliography,
                ManuscriptReader.read(sources, Manuscript.ARTICLE, vocabulary, problems),
                ManuscriptReader.read(sources, Manuscript.REVIEW, vocabulary, problems));
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
