package eyebright.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eyebright.stats.Estimate.Known;
import org.junit.jupiter.api.Test;

/// Regressions with what was left out filled in.
class ImputedTest {

    private static final String LINEAR =
            "- {claim: x, asks: a?, says: b, linear: warmth ~ hellos / 10 + gender%s}\n";
    private static final String LOGISTIC =
            "- {claim: x, asks: a?, says: b, logistic: greeted ~ hellos / 10, levels: {greeted: [\"no\", \"yes\"]}%s}\n";

    @Test
    void withoutGapsPoolingChangesNothing() {
        String complete =
                Hello.table(300, 3)
                        .lines()
                        .filter(line -> !line.contains("(skipped)"))
                        .collect(java.util.stream.Collectors.joining("\n", "", "\n"));
        Finding plain = finding(LINEAR.formatted(""), complete);
        Finding pooled = finding(LINEAR.formatted(", impute: 3"), complete);

        assertThat(pooled.n()).isEqualTo(plain.n());
        assertThat(known(pooled, "b[hellos / 10]").value())
                .isEqualTo(known(plain, "b[hellos / 10]").value(), within(1e-10));
        assertThat(known(pooled, "missing_information[hellos / 10]").value()).isLessThan(0.05);
    }

    @Test
    void everybodyOfTheBaseCounts() {
        Finding plain = finding(LOGISTIC.formatted(""), Hello.table(400, 3));
        Finding pooled = finding(LOGISTIC.formatted(", impute: 5"), Hello.table(400, 3));

        assertThat(plain.n()).isLessThan(330);
        assertThat(pooled.n()).isGreaterThan(plain.n());
        assertThat(pooled.missing().keySet()).containsExactly(Missing.ANOTHER_ANSWER);
        assertThat(known(pooled, "missing_information[hellos / 10]").value()).isBetween(0.0, 0.9);
    }

    @Test
    void theSameAnswersGiveTheSameNumbers() {
        Finding first = finding(LOGISTIC.formatted(", impute: 4"), Hello.table(200, 5));
        Finding second = finding(LOGISTIC.formatted(", impute: 4"), Hello.table(200, 5));

        assertThat(first).isEqualTo(second);
    }

    @Test
    void aModelThatCannotBePooledIsAProblem() {
        String claim = "- {claim: x, asks: a?, says: b, ordinal: warmth ~ hellos, impute: 5}\n";

        assertThat(Hello.with(claim).problems())
                .contains("only coefficients of linear, logistic and count models are imputed");
    }

    @Test
    void tooManyDataSetsAreAProblem() {
        assertThat(Hello.with(LINEAR.formatted(", impute: 1000")).problems())
                .contains("impute of a claim must be a whole number from 2 to 100");
    }

    private static Finding finding(String plan, String table) {
        return Hello.with(plan).findings(table).findings().getFirst();
    }

    private static Known known(Finding finding, String name) {
        assertThat(finding.estimate(name)).isInstanceOf(Known.class);
        return (Known) finding.estimate(name);
    }
}
