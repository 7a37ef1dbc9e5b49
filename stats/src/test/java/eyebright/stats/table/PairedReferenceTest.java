package eyebright.stats.table;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.stats.reference.CsvTable;
import eyebright.stats.reference.ExpectedValues;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Paired shares of real answers against R.
class PairedReferenceTest {

    @Test
    void mcNemarAgreesWithR() {
        var answers = CsvTable.read("data/bfi.csv").complete("A2", "A3");
        double[] a2 = answers.numbers("A2");
        double[] a3 = answers.numbers("A3");
        int onlyFirst = 0;
        int onlySecond = 0;
        for (int i = 0; i < a2.length; i++) {
            onlyFirst += a2[i] >= 5 && a3[i] < 5 ? 1 : 0;
            onlySecond += a2[i] < 5 && a3[i] >= 5 ? 1 : 0;
        }
        var test = McNemarTest.of(onlyFirst, onlySecond);
        var chiSquared = test.chiSquared().orElseThrow();

        ExpectedValues.of("bfi A2>=5 vs A3>=5, paired")
                .areMetBy(
                        Map.of(
                                "chi2", chiSquared.statistic().getAsDouble(),
                                "p", chiSquared.p(),
                                "exact_p", test.exact().p()));
        assertThat(chiSquared.df()).containsExactly(1.0);
    }
}
