package eyebright.stats.mean;

import static eyebright.stats.reference.ExpectedValues.interval;
import static eyebright.stats.reference.ExpectedValues.known;
import static org.assertj.core.api.Assertions.assertThat;

import eyebright.stats.reference.CsvTable;
import eyebright.stats.reference.ExpectedValues;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Moments and Welch's test of real answers against R.
class MeansReferenceTest {

    @ParameterizedTest
    @CsvSource({
        "students,Height,Sex",
        "students,Pulse,Sex",
        "cowles,extraversion,volunteer",
        "cowles,neuroticism,sex",
        "bfi,N4,gender",
        "bfi,age,gender"
    })
    void twoGroupsAgreeWithR(String data, String values, String group) {
        var table = CsvTable.read("data/" + data + ".csv").complete(values, group);
        var levels = table.levels(group);
        var a = Moments.of(table.where(group, levels.get(0)).numbers(values));
        var b = Moments.of(table.where(group, levels.get(1)).numbers(values));
        var welch = WelchTTest.of(a, b, 0.95);
        var test = welch.test().orElseThrow();
        Map<String, Double> actual = new HashMap<>();
        actual.put("mean1", a.mean());
        actual.put("sd1", a.sd());
        actual.put("n1", (double) a.n());
        actual.put("mean2", b.mean());
        actual.put("sd2", b.sd());
        actual.put("n2", (double) b.n());
        actual.put("welch_t", test.statistic().getAsDouble());
        actual.put("welch_df", test.df().getFirst());
        actual.put("welch_p", test.p());
        actual.put("diff_low", interval(welch.difference()).low());
        actual.put("diff_high", interval(welch.difference()).high());

        ExpectedValues.of("%s %s by %s".formatted(data, values, group))
                .only(actual.keySet())
                .areMetBy(actual);
        assertThat(known(welch.difference()).value())
                .isCloseTo(a.mean() - b.mean(), Offset.offset(0.0));
    }
}
