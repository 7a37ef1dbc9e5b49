package eyebright.stats.laws;

import static eyebright.stats.laws.Law.same;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Statistics of ranks know only which of two values is the larger.
class MonotoneChangeTest {

    private static Sample stretched(Sample sample) {
        return sample.with("x", x -> x * x * x + x / 8).with("y", Math::exp);
    }

    static Stream<Law> laws() {
        return Stream.of(
                same("Ranks", MonotoneChangeTest::stretched),
                same("MannWhitney", MonotoneChangeTest::stretched),
                same("MannWhitney, normal", MonotoneChangeTest::stretched),
                same("KruskalWallis", MonotoneChangeTest::stretched),
                same("DunnTest", MonotoneChangeTest::stretched),
                same("SpearmanCorrelation", MonotoneChangeTest::stretched),
                same("KendallTau", MonotoneChangeTest::stretched),
                same("AreaUnderCurve", MonotoneChangeTest::stretched),
                same("RocCurve", MonotoneChangeTest::stretched).but(".*\\.cut"),
                Law.of(
                                "Median",
                                MonotoneChangeTest::stretched,
                                figures -> figures.changed("", x -> x * x * x + x / 8))
                        .but("\\.value"));
    }

    @ParameterizedTest
    @MethodSource("laws")
    void aChangeThatKeepsTheOrderOfValuesKeepsStatisticsOfRanks(Law law) {
        assertThat(law.breaches()).isEmpty();
    }
}
