package eyebright.stats.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A p lies from 0 to 1, an interval holds its estimate, and a surer one is wider.
class SoundFiguresTest {

    private static final String LOW = ".interval.low";

    static Stream<Statistic> statistics() {
        return Statistics.all();
    }

    @ParameterizedTest
    @MethodSource("statistics")
    void figuresAreSound(Statistic statistic) {
        var faults = new ArrayList<String>();
        for (int seed = 11; seed < 11 + statistic.seeds(); seed++) {
            Sample sample = Sample.of(seed);
            Figures usual = statistic.figures(sample);
            Figures surer = statistic.figures(sample.at(0.99));
            usual.at()
                    .forEach(
                            (path, figure) -> {
                                if (path.matches(".*(\\.p|adjusted)")) {
                                    check(faults, path, 0, (double) figure, 1);
                                }
                                if (path.endsWith(LOW)) {
                                    of(path.substring(0, path.length() - LOW.length()), usual)
                                            .ifPresent(faults::add);
                                    within(path, usual, surer, faults);
                                }
                            });
        }
        assertThat(faults).isEmpty();
    }

    private static Optional<String> of(String estimate, Figures figures) {
        double low = figures.number(estimate + ".interval.low");
        double high = figures.number(estimate + ".interval.high");
        double value = figures.number(estimate + ".value");
        return low <= value && value <= high
                ? Optional.empty()
                : Optional.of("%s: %s is not from %s to %s".formatted(estimate, value, low, high));
    }

    private static void within(String low, Figures usual, Figures surer, List<String> faults) {
        String high = low.replace(LOW, ".interval.high");
        if (surer.at().containsKey(low)) {
            check(faults, low, surer.number(low), usual.number(low), usual.number(high));
            check(faults, high, usual.number(low), usual.number(high), surer.number(high));
        }
    }

    private static void check(
            List<String> faults, String path, double least, double figure, double most) {
        if (!(least <= figure && figure <= most)) {
            faults.add("%s: %s is not from %s to %s".formatted(path, figure, least, most));
        }
    }
}
