package eyebright.stats.replication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import eyebright.stats.reference.CsvTable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The 70 pairs of three projects of replication, with what R says of each.
class ReplicationProjectsTest {

    private static final CsvTable TABLE = CsvTable.read("replication_projects.csv");
    private static final CsvTable EXACT = CsvTable.read("more/sceptical.csv");
    private static final double TOLERANCE = 1e-8;
    private static final double EXACT_PERCENT = 1e-8;

    /// R's integral of the controlled p has an absolute tolerance: these are the digits it has above this p.
    /// What mpmath says stands beside.
    private static final double LEAST_OF_R = 0.02;

    private static final double DIGITS_OF_R = 2e-7;

    record Pair(int row, Replication pair) {

        double expected(String column) {
            return Double.parseDouble(text(column));
        }

        String text(String column) {
            return TABLE.cell(TABLE.rows().get(row), column);
        }

        @Override
        public String toString() {
            return text("study");
        }
    }

    static Stream<Pair> pairs() {
        return IntStream.range(0, TABLE.rows().size())
                .mapToObj(
                        row ->
                                new Pair(
                                        row,
                                        new Replication(
                                                estimate(row, "fiso"), estimate(row, "fisr"))));
    }

    private static NormalEstimate estimate(int row, String column) {
        return new NormalEstimate(
                Double.parseDouble(TABLE.cell(TABLE.rows().get(row), column)),
                Double.parseDouble(TABLE.cell(TABLE.rows().get(row), "se_" + column)));
    }

    private static void meets(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(TOLERANCE * Math.max(Math.abs(expected), 1)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void everyColumnIsMet(Pair study) {
        Replication pair = study.pair();
        var telescopes = SmallTelescopes.of(pair);
        meets(pair.original().test().p(), study.expected("po"));
        meets(pair.replication().test().p(), study.expected("pr"));
        assertThat(pair.isNominal(0.05)).isEqualTo(isTrue(study, "sig"));
        assertThat(pair.isAsPredicted(0.95)).isEqualTo(isTrue(study, "pi"));
        assertThat(pair.holdsOriginal(0.95)).isEqualTo(isTrue(study, "oin"));
        assertThat(telescopes.isTooSmall()).isEqualTo(isTrue(study, "st_fail"));
        meets(telescopes.effect(), study.expected("d33"));
        meets(pair.combined().value(), study.expected("meta"));
        meets(pair.combined().error(), study.expected("semeta"));
        assertThat(pair.combined().test().p() < 0.05).isEqualTo(isTrue(study, "metasig"));
        meets(ScepticalP.of(pair, ScepticalP.Scale.NOMINAL), study.expected("ps_nominal"));
        meets(ScepticalP.of(pair, ScepticalP.Scale.GOLDEN), study.expected("ps_golden"));
        meets(ReplicationBayesFactor.log(pair), study.expected("logBFr0"));
        // The column holds the p value of Q.
        meets(pair.heterogeneity().p(), study.expected("Q"));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void theControlledPIsMetWhereRsIntegralIsExactAndMpmathsEverywhere(Pair study) {
        double p = ScepticalP.of(study.pair(), ScepticalP.Scale.CONTROLLED);
        if (study.expected("ps_controlled") > LEAST_OF_R) {
            assertThat(p).isCloseTo(study.expected("ps_controlled"), within(DIGITS_OF_R));
        }
        double exact = EXACT.where("study", study.toString()).numbers("ps_controlled")[0];
        assertThat(p).isCloseTo(exact, withinPercentage(EXACT_PERCENT));
    }

    @Test
    void publishedCountsOfTwoProjectsComeOut() {
        assertThat(count("Experimental Economics", "sig")).isEqualTo(11);
        assertThat(count("Experimental Economics", "oin")).isEqualTo(12);
        assertThat(count("Experimental Economics", "metasig")).isEqualTo(14);
        assertThat(count("Social Sciences", "sig")).isEqualTo(13);
        assertThat(count("Social Sciences", "pi")).isEqualTo(14);
        assertThat(count("Social Sciences", "st_fail")).isEqualTo(21 - 12);
    }

    private static long count(String project, String criterion) {
        return pairs().filter(pair -> pair.text("project").equals(project))
                .filter(
                        pair ->
                                switch (criterion) {
                                    case "sig" -> pair.pair().isNominal(0.05);
                                    case "oin" -> pair.pair().holdsOriginal(0.95);
                                    case "pi" -> pair.pair().isAsPredicted(0.95);
                                    case "metasig" -> pair.pair().combined().test().p() < 0.05;
                                    default -> SmallTelescopes.of(pair.pair()).isTooSmall();
                                })
                .count();
    }

    private static boolean isTrue(Pair pair, String column) {
        return pair.text(column).equals("TRUE");
    }
}
