package eyebright.stats.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import eyebright.stats.reference.ExpectedValues;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AdjustmentTest {

    private static final Map<Adjustment, String> IN_R =
            Map.of(
                    Adjustment.HOLM, "holm",
                    Adjustment.HOCHBERG, "hochberg",
                    Adjustment.BENJAMINI_HOCHBERG, "BH",
                    Adjustment.BENJAMINI_YEKUTIELI, "BY",
                    Adjustment.BONFERRONI, "bonferroni");

    @Test
    void adjustedPsAgreeWithR() {
        var p = List.of(.001, .008, .012, .04, .041, .049, .2, .6);
        Map<String, Double> actual = new HashMap<>();
        for (var adjustment : Adjustment.values()) {
            var adjusted = adjustment.adjust(p);
            for (int i = 0; i < p.size(); i++) {
                actual.put(IN_R.get(adjustment) + (i + 1), adjusted.get(i));
            }
        }

        ExpectedValues.of("p values .001 .008 .012 .04 .041 .049 .2 .6").areMetBy(actual);
    }

    @ParameterizedTest
    @EnumSource(Adjustment.class)
    void orderDoesNotMatter(Adjustment adjustment) {
        var random = new SplittableRandom(7);
        for (int round = 0; round < 200; round++) {
            var p = random.doubles(1 + random.nextInt(12)).map(u -> u * u).boxed().toList();
            assertThat(adjustment.adjust(p.reversed())).isEqualTo(adjustment.adjust(p).reversed());
        }
    }

    @ParameterizedTest
    @EnumSource(Adjustment.class)
    void adjustedPIsNeverSmallerAndKeepsTheOrder(Adjustment adjustment) {
        var random = new SplittableRandom(8);
        for (int round = 0; round < 200; round++) {
            var p = random.doubles(9).map(u -> u * u * u).sorted().boxed().toList();
            var adjusted = adjustment.adjust(p);
            for (int i = 0; i < p.size(); i++) {
                assertThat(adjusted.get(i)).isBetween(p.get(i), 1.0);
                assertThat(adjusted.get(i))
                        .isGreaterThanOrEqualTo(adjusted.get(Math.max(0, i - 1)));
            }
        }
    }

    @Test
    void hochbergIsAtMostHolmAndHolmAtMostBonferroni() {
        var random = new SplittableRandom(9);
        for (int round = 0; round < 200; round++) {
            var p = random.doubles(9).boxed().toList();
            var hochberg = Adjustment.HOCHBERG.adjust(p);
            var holm = Adjustment.HOLM.adjust(p);
            var bonferroni = Adjustment.BONFERRONI.adjust(p);
            for (int i = 0; i < p.size(); i++) {
                assertThat(hochberg.get(i)).isLessThanOrEqualTo(holm.get(i));
                assertThat(holm.get(i)).isLessThanOrEqualTo(bonferroni.get(i));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Adjustment.class)
    void testThatCouldNotBeMadeCountsAsAPOfOne(Adjustment adjustment) {
        var p = List.of(.03, .001, .2);
        var withOnes = new ArrayList<>(p);
        withOnes.addAll(List.of(1.0, 1.0));

        assertThat(adjustment.adjust(p, 5)).isEqualTo(adjustment.adjust(withOnes).subList(0, 3));
    }

    @ParameterizedTest
    @EnumSource(Adjustment.class)
    void noneOneAndEqualPs(Adjustment adjustment) {
        assertThat(adjustment.adjust(List.of())).isEmpty();
        assertThat(adjustment.adjust(List.of(.03))).containsExactly(.03);
        assertThat(adjustment.adjust(List.of(0.0, 1.0))).containsExactly(0.0, 1.0);
        assertThat(adjustment.adjust(List.of(.02, .02, .02)).stream().distinct()).hasSize(1);
    }

    @Test
    void pOutOfRangeIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Adjustment.HOLM.adjust(List.of(.1, Double.NaN)))
                .withMessage("p[1] must be from 0 to 1, not NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Adjustment.HOLM.adjust(List.of(.1, .2), 1))
                .withMessage("size must be at least the 2 p values, not 1");
    }
}
