package eyebright.stats.table;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.stats.reference.CsvTable;
import eyebright.stats.reference.ExpectedValues;
import java.util.ArrayList;
import java.util.List;
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

    @Test
    void cochransQAgreesWithR() {
        var answers = CsvTable.read("data/bfi.csv").complete("N1", "N2", "N3");
        double[] n1 = answers.numbers("N1");
        double[] n2 = answers.numbers("N2");
        double[] n3 = answers.numbers("N3");
        List<boolean[]> respondents = new ArrayList<>();
        for (int i = 0; i < n1.length; i++) {
            respondents.add(new boolean[] {n1[i] >= 4, n2[i] >= 4, n3[i] >= 4});
        }
        var test = CochranQ.of(JointCounts.of(3, respondents)).orElseThrow();

        ExpectedValues.of("bfi N1,N2,N3 >= 4, Cochran Q")
                .areMetBy(
                        Map.of(
                                "Q", test.statistic().getAsDouble(),
                                "df", test.df().getFirst(),
                                "p", test.p()));
    }
}
