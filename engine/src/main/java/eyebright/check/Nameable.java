package eyebright.check;

import eyebright.analysis.Finding;
import eyebright.analysis.Findings;
import eyebright.frame.Frame;
import eyebright.frame.Frames;
import eyebright.frame.Origin;
import eyebright.manuscript.Bibliography;
import eyebright.manuscript.Manuscripts;
import eyebright.manuscript.Vocabulary;
import eyebright.plan.Plan;
import eyebright.population.Population;
import eyebright.population.Scenario;
import eyebright.respondents.Respondents;
import eyebright.score.Scales;
import eyebright.source.Sources;
import eyebright.study.Study;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// What the article of a study can name: every claim and every figure that its plan can find.
final class Nameable {

    /// So many have every figure that a plan can have.
    private static final int RESPONDENTS = 300;

    private static final long SEED = 1;

    private final Study study;
    private final Scales scales;
    private final Plan plan;
    private final CompletableFuture<List<Finding>> ofNobody;

    private Nameable(
            Study study, Scales scales, Plan plan, CompletableFuture<List<Finding>> ofNobody) {
        this.study = study;
        this.scales = scales;
        this.plan = plan;
        this.ofNobody = ofNobody;
    }

    /// Begins to work out the findings of nobody, beside the files that are read next: it takes as long as these.
    ///
    /// @param sources nothing is worked out where they hold no text that could name anything
    static Nameable begun(Sources sources, Study study, Scales scales, Plan plan) {
        return new Nameable(
                study,
                scales,
                plan,
                Manuscripts.areIn(sources)
                        ? CompletableFuture.supplyAsync(
                                () -> ofNobody(study, scales, plan),
                                task -> Thread.ofPlatform().daemon().start(task))
                        : CompletableFuture.completedFuture(List.of()));
    }

    /// All that can be named or cited.
    Vocabulary with(Bibliography bibliography) {
        return new Vocabulary(
                ofNobody.join(),
                () -> findings(study, scales, plan, evenly(study, scales)),
                plan.published(),
                bibliography);
    }

    private static List<Finding> ofNobody(Study study, Scales scales, Plan plan) {
        return findings(study, scales, plan, Frames.of(study, List.of(), new Origin.Real()));
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
