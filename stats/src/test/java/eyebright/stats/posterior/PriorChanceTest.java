package eyebright.stats.posterior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import eyebright.stats.Fitting.Fitted;
import eyebright.stats.Fitting.NotFitted;
import eyebright.stats.posterior.Event.AnyOf;
import eyebright.stats.posterior.Event.Within;
import eyebright.stats.posterior.Event.Yes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriorChanceTest {

    private static final int ROWS = 300;

    private static double[][] rows() {
        double[][] columns = Cases.predictors(ROWS);
        var rows = new double[ROWS][3];
        for (int i = 0; i < ROWS; i++) {
            for (int j = 0; j < 3; j++) {
                rows[i][j] = columns[j][i];
            }
        }
        return rows;
    }

    private static List<Event> events(String family) {
        Outcome outcome = Cases.outcome(family, ROWS);
        var events = new ArrayList<Event>();
        for (int i = 0; i < ROWS; i++) {
            events.add(outcome.event(i));
        }
        return events;
    }

    @ParameterizedTest
    @CsvSource({"yes, 0.72", "yes, 0.02", "times, 0.2", "first, 0.72"})
    void interceptMakesTheAverageChanceTheGivenOne(String family, double share) {
        List<NormalPrior> priors = new ArrayList<>(Cases.priors(Cases.outcome(family, 0)));
        var fitted = PriorChance.intercept(share, events(family), rows(), priors);
        assertThat(fitted).isInstanceOf(Fitted.class);
        double mean = ((Fitted<Double>) fitted).model();
        priors.set(0, priors.get(0).withMean(mean));
        assertThat(PriorChance.of(events(family), rows(), priors)).isCloseTo(share, within(1e-9));
    }

    @Test
    void isTheAverageOverDrawsOfThePrior() {
        for (String family : List.of("yes", "times", "first")) {
            Posterior prior = Cases.posterior(family, 0);
            double sum = 0;
            for (int i = 0; i < 40; i++) {
                sum +=
                        Outlook.of(prior, events(family).get(i), rows()[i], new double[3], 0.8)
                                .chance();
            }
            double average =
                    PriorChance.of(
                            events(family).subList(0, 40),
                            Arrays.copyOf(rows(), 40),
                            prior.priors());
            assertThat(average).as(family).isCloseTo(sum / 40, within(0.01));
        }
    }

    @Test
    void aWidePriorIsIntegratedToAMillionth() {
        // By symmetry; and the mean of the logistic of a normal with mean 1 and sd 3, integrated by
        // R to 1e-12.
        var wide = List.of(new NormalPrior(0, 5));
        assertThat(PriorChance.of(List.of(new Yes()), new double[1][0], wide))
                .isCloseTo(0.5, within(1e-12));
        assertThat(
                        PriorChance.of(
                                List.of(new Yes()),
                                new double[1][0],
                                List.of(new NormalPrior(1, 3))))
                .isCloseTo(WIDE, within(1e-6));
    }

    private static final double WIDE = 0.613247394529224;

    @Test
    void whatCannotHappenHasNoIntercept() {
        var priors = List.of(new NormalPrior(0, 1), new NormalPrior(0, 1));
        assertThat(
                        PriorChance.intercept(
                                0.5,
                                List.of(AnyOf.next(0), new Within(3, 0)),
                                new double[2][0],
                                priors))
                .isEqualTo(
                        new NotFitted<Double>(
                                "no intercept makes 0.5 the average chance of these respondents"));
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PriorChance.of(List.of(), new double[0][0], List.of()))
                .withMessage("events and rows must be as many, 1 or more, not 0 and 0");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                PriorChance.intercept(
                                        1,
                                        List.of(new Yes()),
                                        new double[1][0],
                                        List.of(new NormalPrior(0, 1))))
                .withMessage("share must be above 0 and below 1, not 1.0");
    }
}
