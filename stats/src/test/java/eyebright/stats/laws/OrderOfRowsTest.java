package eyebright.stats.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The order in which respondents stand in the data is no answer of theirs.
class OrderOfRowsTest {

    static Stream<Statistic> statistics() {
        return Statistics.all();
    }

    /// Exactly where the figures are made of counts, to 1e-12 where they are made of sums.
    @ParameterizedTest
    @MethodSource("statistics")
    void anotherOrderOfTheSameRowsChangesNothing(Statistic statistic) {
        var differences = new ArrayList<String>();
        for (int seed = 1; seed <= statistic.seeds(); seed++) {
            Sample sample = Sample.of(seed);
            differences.addAll(
                    statistic
                            .figures(sample)
                            .differences(
                                    statistic.figures(sample.inAnotherOrder(seed)),
                                    statistic.exactness().tolerance()));
        }
        assertThat(differences).isEmpty();
    }

    static Stream<Statistic> byChance() {
        return Statistics.all().filter(each -> each.exactness() == Statistic.Exactness.CHANCE);
    }

    @ParameterizedTest
    @MethodSource("byChance")
    void theSameRowsGiveTheSameBytesWhateverChanceDecides(Statistic statistic) {
        Sample sample = Sample.of(1);
        assertThat(statistic.figures(sample)).isEqualTo(statistic.figures(sample));
    }
}
