package eyebright.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eyebright.replication.Verdict;
import eyebright.stats.power.TTestPower;
import eyebright.stats.table.ContingencyTable;
import eyebright.stats.table.FisherTest;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;

class RehearserTest {

    private static final Settings SMALL = settings(40, 160);

    private static Settings settings(int respondents, int replications) {
        return new Settings(
                List.of("as-published", "nothing"),
                respondents,
                replications,
                7,
                5_000,
                Settings.Curve.WITH);
    }

    @Test
    void powerIsThatOfTheExactDistributions() {
        Rehearsal rehearsal =
                TwoGroups.rehearsed(
                        new Settings(
                                List.of("as-published"),
                                120,
                                3_000,
                                11,
                                2_000,
                                Settings.Curve.WITHOUT),
                        2,
                        Optional.empty());
        ScenarioRun run = rehearsal.scenarios().getFirst();
        Frequency mean = run.claim("mean").orElseThrow().supported();
        Frequency share = run.claim("share").orElseThrow().supported();

        assertThat(mean.share())
                .isCloseTo(TTestPower.power(60, TwoGroups.D, 0.05), within(3 * mean.error()));
        assertThat(share.share())
                .isCloseTo(
                        powerOfFisher(60, TwoGroups.SHARE_A, TwoGroups.SHARE_B),
                        within(3 * share.error()));
        assertThat(run.families().getFirst().together().share())
                .isCloseTo(mean.share() * share.share(), within(3 * share.error()));
    }

    /// The chance that Fisher's test finds more in the first group, summed over both counts.
    private static double powerOfFisher(int n, double p1, double p2) {
        var first = BinomialDistribution.of(n, p1);
        var second = BinomialDistribution.of(n, p2);
        double power = 0;
        for (int x = 0; x <= n; x++) {
            for (int y = 0; y < x; y++) {
                double chance = first.probability(x) * second.probability(y);
                if (chance > 1e-7
                        && FisherTest.of(
                                                new ContingencyTable(
                                                        List.of(
                                                                List.of(x, n - x),
                                                                List.of(y, n - y))),
                                                0.95)
                                        .test()
                                        .p()
                                <= 0.05) {
                    power += chance;
                }
            }
        }
        return power;
    }

    @Test
    void theSameBytesComeOfAnyNumberOfThreads() {
        String one = RehearsalJson.write(TwoGroups.rehearsed(SMALL, 1, Optional.empty()));

        assertThat(RehearsalJson.write(TwoGroups.rehearsed(SMALL, 2, Optional.empty())))
                .isEqualTo(one);
        assertThat(RehearsalJson.write(TwoGroups.rehearsed(SMALL, 16, Optional.empty())))
                .isEqualTo(one);
    }

    @Test
    void whatIsGoneOnWithEndsInTheSameBytes() {
        var kept = new java.util.ArrayList<Rehearsal>();
        Rehearsal whole;
        try (var workers = new Workers(2)) {
            whole =
                    new Rehearser(
                                    TwoGroups.plan(),
                                    scenario ->
                                            new TwoGroups(7, scenario.equals("nothing") ? 0 : 1),
                                    SMALL,
                                    TwoGroups.nothing(SMALL))
                            .run(Optional.empty(), workers, kept::add);
        }
        String bytes = RehearsalJson.write(whole);

        for (int stopped : List.of(0, 2, 3)) {
            Rehearsal read = RehearsalJson.read(RehearsalJson.write(kept.get(stopped)));
            assertThat(RehearsalJson.write(TwoGroups.rehearsed(SMALL, 2, Optional.of(read))))
                    .isEqualTo(bytes);
        }
        assertThat(kept).hasSize(6);
    }

    @Test
    void theMarginThatIsDeclaredCostsWhatTheVerdictsSay() {
        for (ScenarioRun run : TwoGroups.rehearsed(SMALL, 2, Optional.empty()).scenarios()) {
            ClaimRun little = run.claim("little").orElseThrow();
            MarginRun margins = little.margins().orElseThrow();

            assertThat(margins.at(30)).isEqualTo(little.of(Verdict.NO_DIFFERENCE));
            assertThat(margins.at(100).share()).isEqualTo(1);
            for (double margin = 0; margin < 40; margin += 2.5) {
                assertThat(margins.at(margin).count())
                        .isLessThanOrEqualTo(margins.at(margin + 2.5).count());
            }
        }
    }

    @Test
    void intervalsHoldWhatIsSoAsOftenAsTheySay() {
        Rehearsal rehearsal = TwoGroups.rehearsed(settings(100, 512), 2, Optional.empty());
        for (ScenarioRun run : rehearsal.scenarios()) {
            FigureRun mean = run.claim("mean").orElseThrow().figures().getFirst();
            double is = run.scenario().equals("nothing") ? 0 : TwoGroups.D;

            assertThat(mean.name()).isEqualTo("difference");
            assertThat(mean.estimand()).isCloseTo(is, within(0.05));
            assertThat(mean.coverage().share())
                    .isCloseTo(0.95, within(3 * mean.coverage().error()));
            assertThat(mean.bias().orElseThrow())
                    .isCloseTo(is - mean.estimand(), within(4 * mean.biasError().orElseThrow()));
            // Twice the critical value of t with 98 degrees of freedom, times the root of 2 / 50.
            assertThat(mean.width().orElseThrow()).isCloseTo(2 * 1.9845 * 0.2, within(0.01));
        }
    }

    @Test
    void whereThereIsNothingAlarmsAreAsRareAsThePlanAllows() {
        Rehearsal rehearsal = TwoGroups.rehearsed(settings(100, 512), 2, Optional.empty());
        ScenarioRun nothing = rehearsal.scenario("nothing").orElseThrow();

        FamilyRun mean = nothing.family("claim mean").orElseThrow();
        assertThat(mean.falsifiable()).isEqualTo(1);
        assertThat(mean.anyFalseAlarm().share())
                .isCloseTo(0.05, within(3 * mean.anyFalseAlarm().error()));
        assertThat(nothing.family("claim share").orElseThrow().anyFalseAlarm().share())
                .isLessThan(0.05 + 3 * mean.anyFalseAlarm().error());
        assertThat(rehearsal.scenarios().getFirst().family("claim mean").orElseThrow())
                .extracting(FamilyRun::falsifiable)
                .isEqualTo(0);
    }
}
