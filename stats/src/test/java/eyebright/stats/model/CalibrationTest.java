package eyebright.stats.model;

import static eyebright.stats.reference.ExpectedValues.interval;
import static eyebright.stats.reference.ExpectedValues.known;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.reference.CsvTable;
import eyebright.stats.reference.ExpectedValues;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Calibration, its groups, the gain over a base rate and the share of deviance, against R.
class CalibrationTest {

    private static final CsvTable DATA = CsvTable.read("more/posterior_data.csv");

    private static double[] column(String name) {
        return Arrays.copyOf(DATA.numbers(name), 684);
    }

    private static double[] chances() {
        double[] x1 = column("x1");
        double[] x2 = column("x2");
        double[] x3 = column("x3");
        var chances = new double[684];
        Arrays.setAll(
                chances,
                i -> 1 / (1 + Math.exp(-(0.9 + 0.2513 * x1[i] - 0.1987 * x2[i] + 0.5071 * x3[i]))));
        return chances;
    }

    private static double[] base() {
        var base = new double[684];
        Arrays.fill(base, Arrays.stream(column("yes")).average().orElseThrow());
        return base;
    }

    @Test
    void isThatOfR() {
        var actual = new TreeMap<String, Double>();
        Calibration calibration = Calibration.of(chances(), column("yes"), 0.95);
        put(actual, "slope", calibration.slope());
        put(actual, "intercept", calibration.intercept());
        put(actual, "gain", BrierGain.of(chances(), base(), column("yes"), 0.95));
        actual.put(
                "deviance_share",
                known(DevianceShare.of(chances(), base(), column("yes"))).value());
        var groups = CalibrationGroups.of(chances(), column("yes"), 5, 0.95);
        for (int k = 0; k < groups.size(); k++) {
            String place = "[%d]".formatted(k + 1);
            actual.put("mean" + place, groups.get(k).chance());
            actual.put("share" + place, known(groups.get(k).share()).value());
            actual.put("low" + place, interval(groups.get(k).share()).low());
            actual.put("high" + place, interval(groups.get(k).share()).high());
        }
        ExpectedValues.in("more/posterior.csv", "calibration of 684 chances").areMetBy(actual);
    }

    private static void put(Map<String, Double> values, String name, Estimate estimate) {
        values.put(name, known(estimate).value());
        values.put(name + "_low", interval(estimate).low());
        values.put(name + "_high", interval(estimate).high());
    }

    @Test
    void chancesThatAreAllTheSameHaveNoSlope() {
        double[] events = column("yes");
        Calibration calibration = Calibration.of(base(), events, 0.95);
        assertThat(calibration.slope()).isEqualTo(new NotEstimable("all chances are the same"));
        assertThat(known(calibration.intercept()).value()).isCloseTo(0, within(1e-9));
        assertThat(CalibrationGroups.of(base(), events, 10, 0.95)).hasSize(1);
        assertThat(known(BrierGain.of(base(), base(), events, 0.95)).value()).isZero();
        assertThat(known(DevianceShare.of(base(), base(), events)).value()).isZero();
    }

    @Test
    void certaintyHasNoCalibration() {
        double[] chances = {0, 0.5, 1};
        Calibration calibration = Calibration.of(chances, new double[] {0, 1, 1}, 0.95);
        assertThat(calibration.slope()).isEqualTo(new NotEstimable("a chance is 0 or 1"));
        assertThat(DevianceShare.of(chances, new double[] {0.5, 0.5, 0.5}, new double[] {1, 1, 1}))
                .isEqualTo(
                        new NotEstimable("a chance of 0 came true, or nothing is left to explain"));
    }

    @Test
    void eventsThatAreAllTheSameHaveNoCalibration() {
        Calibration calibration =
                Calibration.of(new double[] {0.2, 0.4, 0.7}, new double[] {1, 1, 1}, 0.95);
        assertThat(calibration.slope()).isInstanceOf(NotEstimable.class);
        assertThat(calibration.intercept()).isInstanceOf(NotEstimable.class);
    }

    @Test
    void oneRespondentHasOneGroupAndNoGain() {
        double[] one = {0.3};
        double[] event = {1};
        assertThat(CalibrationGroups.of(one, event, 10, 0.95)).hasSize(1);
        assertThat(BrierGain.of(one, new double[] {0.5}, event, 0.95))
                .isEqualTo(new NotEstimable("there is only one respondent"));
    }

    @Test
    void groupsHoldEveryoneOnce() {
        var groups = CalibrationGroups.of(chances(), column("yes"), 7, 0.95);
        assertThat(groups.stream().mapToInt(group -> known(group.share()).n()).sum())
                .isEqualTo(684);
        assertThat(groups)
                .isSortedAccordingTo(Comparator.comparingDouble(CalibrationGroups.Group::chance));
    }

    @Test
    void whatIsNoChanceIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Calibration.of(new double[] {2}, new double[] {1}, 0.95));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> CalibrationGroups.of(new double[] {0.2}, new double[] {1}, 0, 0.95))
                .withMessage("groups must be 1 or more, not 0");
    }
}
