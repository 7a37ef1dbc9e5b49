package eyebright.prediction;

import eyebright.check.StudyFolder;
import eyebright.frame.Frame;
import eyebright.plan.Lets;
import eyebright.population.Population;
import eyebright.population.Scenario;
import eyebright.respondents.Respondents;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/// A small study with a prediction of each kind, and people who answer it.
final class Greeting {

    static final Path FOLDER = Path.of("src/test/resources/eyebright/prediction/greeting");

    static final StudyFolder STUDY = read();

    private static final Respondents PEOPLE = people(STUDY.population());

    /// They do not depend on answers, and take a second: all tests share them.
    static final List<PriorModel> PRIORS =
            Predictions.priors(STUDY.study(), STUDY.scales(), STUDY.feedback(), STUDY.population());

    private Greeting() {}

    private static StudyFolder read() {
        try {
            return switch (StudyFolder.read(FOLDER)) {
                case StudyFolder.Reading.Valid valid -> valid.folder();
                case StudyFolder.Reading.Invalid(var problems) ->
                        throw new IllegalStateException(problems.toString());
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Respondents people(Population population) {
        return Respondents.of(STUDY.study(), STUDY.scales(), population, Scenario.AS_PUBLISHED);
    }

    /// So many rehearsed respondents, other ones for each seed.
    static Frame answers(long seed, int respondents) {
        return PEOPLE.frame(seed, 0, respondents);
    }

    /// As models read them.
    static Frame prepared(Frame frame) {
        return Lets.added(STUDY.feedback().lets(), STUDY.scales().score(frame));
    }

    static Predictions predictions(Frame frame) {
        return Predictions.of(STUDY.study(), STUDY.scales(), STUDY.feedback(), PRIORS, frame);
    }

    static Predicted predicted(Frame frame) {
        return Predicted.of(
                STUDY.study(), STUDY.scales(), STUDY.feedback(), STUDY.population(), frame);
    }
}
