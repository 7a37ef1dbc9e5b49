package eyebright.stats.equivalence;

import static eyebright.stats.reference.ExpectedValues.interval;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.reference.ExpectedValues;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NonSuperiorityTestTest {

    @Test
    void differenceOfMeansAgreesWithR() {
        var result =
                NonSuperiorityTest.of(
                        EquivalenceTestTest.byGroup("students", "Pulse", "Sex"), 5, 0.05);
        var test = result.test().orElseThrow();

        ExpectedValues.in("more/equivalence.csv", "students Pulse by Sex below 5")
                .areMetBy(
                        Map.of(
                                "t",
                                test.statistic().orElseThrow(),
                                "df",
                                test.df().getFirst(),
                                "p",
                                test.p(),
                                "ci90_high",
                                interval(result.effect()).high()));
        assertThat(result.isBelow()).isTrue();
    }

    @Test
    void pIsBelowAlphaExactlyIfTheUpperLimitIsBelowTheBound() {
        for (double bound = 0.01; bound < 0.6; bound += 0.01) {
            var test = NonSuperiorityTest.of(Effect.shares(20, 60, 15, 55), bound, 0.025);

            assertThat(test.isBelow()).isEqualTo(test.test().orElseThrow().p() < 0.025);
        }
    }

    @Test
    void aDifferenceThatIsTheBoundButForRoundingHasAnEvenChance() {
        for (int x = 0; x <= 51; x++) {
            var test = NonSuperiorityTest.of(Effect.shares(x + 9, 60, x, 60), 0.15, 0.05);
            assertThat(test.test().orElseThrow().p()).isCloseTo(0.5, within(1e-6));
        }
    }

    @Test
    void effectFarBelowIsBelow() {
        assertThat(NonSuperiorityTest.of(Effect.withNormal(-9, 0.1, 50), 0, 0.05).isBelow())
                .isTrue();
    }

    @Test
    void effectThatCannotBeHadKeepsItsReason() {
        var test = NonSuperiorityTest.of(Effect.share(0, 0), 0.1, 0.05);

        assertThat(test)
                .isEqualTo(
                        new NonSuperiorityTest(
                                new NotEstimable("nobody answered"), 0.1, Optional.empty()));
        assertThat(test.isBelow()).isFalse();
    }

    @Test
    void boundThatIsNoneIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NonSuperiorityTest.of(Effect.share(1, 2), Double.NaN, 0.05))
                .withMessageStartingWith("bound must be from 0.0 to 1, not NaN");
    }
}
