package eyebright.stats.posterior;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.stats.reference.ExpectedValues;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Means and standard deviations to a twentieth of a posterior standard deviation of those of a long run of another sampler.
class PosteriorReferenceTest {

    private static final List<String> NAMES = List.of("intercept", "x1", "x2", "x3", "shape");

    @ParameterizedTest
    @CsvSource({
        "yes, 10", "yes, 684", "yes, 10000",
        "times, 10", "times, 684", "times, 10000",
        "first, 10", "first, 684", "first, 10000"
    })
    void meansAndDeviationsAreThoseOfALongRun(String family, int n) {
        Posterior posterior = Cases.posterior(family, n);

        var actual = new TreeMap<String, Double>();
        for (int j = 0; j < posterior.parameters(); j++) {
            actual.put("mean[%s]".formatted(NAMES.get(j)), posterior.means()[j]);
            actual.put("sd[%s]".formatted(NAMES.get(j)), posterior.sds()[j]);
        }
        String name = String.format(Locale.ROOT, "posterior of %s, n = %,d", family, n);
        ExpectedValues.in("more/posterior.csv", name).areMetBy(actual);
        assertThat(posterior.isApproximate()).isFalse();
    }
}
