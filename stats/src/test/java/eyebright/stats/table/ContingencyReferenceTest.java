package eyebright.stats.table;

import static eyebright.stats.reference.ExpectedValues.interval;
import static eyebright.stats.reference.ExpectedValues.known;
import static org.assertj.core.api.Assertions.assertThat;

import eyebright.stats.reference.CsvTable;
import eyebright.stats.reference.ExpectedValues;
import eyebright.stats.resampling.KeyedStream;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Tables of real answers against R: chi-squared, G, Cramér's V and Fisher's test.
class ContingencyReferenceTest {

    @ParameterizedTest
    @CsvSource({"cowles,sex,volunteer", "students,Sex,W.Hnd"})
    void twoByTwoTablesAgreeWithR(String data, String row, String column) {
        var table = CsvTable.read("data/" + data + ".csv").cross(row, column);
        var fisher = FisherTest.of(table);
        var actual = new HashMap<>(association(table));
        var yates = ChiSquaredTest.of(table, ChiSquaredTest.Continuity.YATES);
        actual.put("yates_chi2", yates.statistic().getAsDouble());
        actual.put("yates_p", yates.p());
        actual.put("fisher_p", fisher.test().p());
        actual.put("fisher_or", known(fisher.oddsRatio()).value());
        actual.put("fisher_low", interval(fisher.oddsRatio()).low());
        actual.put("fisher_high", interval(fisher.oddsRatio()).high());

        ExpectedValues.of("%s %s x %s".formatted(data, row, column))
                .without("bf10")
                .areMetBy(actual);
    }

    @ParameterizedTest
    @CsvSource({"students,Smoke,Exer", "students,Fold,Clap", "womenlf,partic,region"})
    void largerTablesAgreeWithR(String data, String row, String column) {
        var table = CsvTable.read("data/" + data + ".csv").cross(row, column);
        var fisher = FisherFreemanHalton.of(table, KeyedStream.of("tests", "Fisher", 0));
        var actual = new HashMap<>(association(table));
        actual.put("fisher_p", fisher.test().p());

        assertThat(fisher.drawn()).isEmpty();
        ExpectedValues.of("%s %s x %s".formatted(data, row, column)).areMetBy(actual);
    }

    private static Map<String, Double> association(ContingencyTable table) {
        var chiSquared = ChiSquaredTest.of(table);
        var g = GTest.of(table);
        var v = CramersV.of(table, 0.95);
        return Map.of(
                "chi2", chiSquared.statistic().getAsDouble(),
                "df", chiSquared.df().getFirst(),
                "p", chiSquared.p(),
                "G", g.statistic().getAsDouble(),
                "G_p", g.p(),
                "V", known(v).value(),
                "V_low", interval(v).low(),
                "V_high", interval(v).high(),
                "V_adjusted", known(CramersV.adjusted(table)).value());
    }
}
