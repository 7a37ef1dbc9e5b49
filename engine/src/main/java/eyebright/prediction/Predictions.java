package eyebright.prediction;

import eyebright.feedback.Feedback;
import eyebright.frame.Frame;
import eyebright.plan.Lets;
import eyebright.population.Population;
import eyebright.population.Scenario;
import eyebright.respondents.Respondents;
import eyebright.score.Scales;
import eyebright.study.Study;
import java.util.List;

/// All predictions of a study, fitted to its answers.
///
/// Made once for a snapshot, in seconds of a hundred thousand respondents; each respondent's chances take
/// milliseconds after that. Immutable, for any number of threads; equal studies and answers give equal bytes.
public final class Predictions {

    /// How many rehearsed respondents stand for the population where a base rate is met.
    static final int STANDARD = 4_000;

    private static final long SEED = 1;

    private final Feedback feedback;
    private final Scales scales;
    private final List<FittedModel> models;

    private Predictions(Feedback feedback, Scales scales, List<FittedModel> models) {
        this.feedback = feedback;
        this.scales = scales;
        this.models = List.copyOf(models);
    }

    /// The predictions of a study before there are answers.
    public static List<PriorModel> priors(
            Study study, Scales scales, Feedback feedback, Population population) {
        if (feedback.predictions().isEmpty()) {
            return List.of();
        }
        Frame standard =
                prepared(
                        feedback,
                        scales,
                        Respondents.of(study, scales, population, Scenario.AS_PUBLISHED)
                                .careful(SEED, 0, STANDARD));
        var declared =
                population.equals(Population.EVEN)
                        ? PriorModel.Declared.NO
                        : PriorModel.Declared.YES;
        return feedback.predictions().stream()
                .map(each -> PriorModel.of(each, standard, declared))
                .toList();
    }

    /// The predictions of a study, fitted.
    ///
    /// @param frame answers, neither scored nor with the numbers of plan and feedback; may have no row
    public static Predictions of(
            Study study, Scales scales, Feedback feedback, Population population, Frame frame) {
        return of(study, scales, feedback, priors(study, scales, feedback, population), frame);
    }

    /// The same where the priors are known: they do not depend on answers, and take a second.
    ///
    /// @param priors those of the same study
    public static Predictions of(
            Study study, Scales scales, Feedback feedback, List<PriorModel> priors, Frame frame) {
        Frame made = prepared(feedback, scales, frame);
        return new Predictions(
                feedback,
                scales,
                priors.stream().map(each -> FittedModel.of(study.name(), each, made)).toList());
    }

    private static Frame prepared(Feedback feedback, Scales scales, Frame frame) {
        return Lets.added(feedback.lets(), scales.score(frame));
    }

    /// The fitted models, in the order of the file.
    public List<FittedModel> models() {
        return models;
    }

    /// The chances of every row that is told some: by model, then by row.
    ///
    /// @param frame answers of the same questionnaire, such as those of one respondent; neither scored nor with
    ///   the numbers of plan and feedback
    public List<Foretold> foretold(Frame frame) {
        Frame made = prepared(feedback, scales, frame);
        return models.stream().flatMap(model -> model.foretold(made).stream()).toList();
    }
}
