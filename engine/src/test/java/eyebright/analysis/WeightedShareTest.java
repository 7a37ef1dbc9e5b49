package eyebright.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.Known;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Shares weighted to what is known of everybody.
class WeightedShareTest {

    private static final String CLAIM =
            """
            - claim: greet
              asks: How many greet?
              says: Most greet.
              share: greeted == "yes"
              weigh:
            """;

    @Test
    void oneMarginIsTheMeanOfItsPartsWeightedByIt() {
        Finding weighted =
                finding("    - {of: gender == \"woman\", to: 80%}\n", Hello.table(300, 7));
        Finding women = share("gender == \"woman\"");
        Finding others = share("not (gender == \"woman\")");

        assertThat(value(weighted, "estimate"))
                .isEqualTo(
                        0.8 * value(women, "estimate") + 0.2 * value(others, "estimate"),
                        within(1e-12));
        assertThat(weighted.n()).isEqualTo(women.n() + others.n());
        assertThat(value(weighted, "design_effect")).isBetween(0.9, 2.0);
    }

    @Test
    void marginsThatHoldAlreadyChangeNothing() {
        Finding plain = share("hellos >= 0");
        Finding weighted =
                Hello.with(
                                CLAIM
                                        + "    - {of: hellos > 3, to: %s%%}\n".formatted(percent())
                                        + "  among: hellos >= 0\n")
                        .findings(Hello.table(300, 7))
                        .findings()
                        .getFirst();

        assertThat(value(weighted, "estimate")).isEqualTo(value(plain, "estimate"), within(1e-6));
        assertThat(value(weighted, "largest_weight")).isEqualTo(1, within(1e-5));
    }

    @Test
    void aPartThatNobodyIsInHasNoWeight() {
        Finding weighted = finding("    - {of: hellos > 400, to: 10%}\n", Hello.table(60, 1));

        assertThat(weighted.estimate("estimate"))
                .isInstanceOfSatisfying(
                        Estimate.NotEstimable.class,
                        none -> assertThat(none.reason()).contains("hellos > 400"));
    }

    @ParameterizedTest
    @CsvSource({
        "'{of: gender == \"girl\", to: 80%}', 'no option \"girl\"; there are woman, man, another'",
        "'{of: hellos, to: 80%}', 'a condition is needed here, not a number'",
        "'{of: felt.joy, to: 80}', 'to of weigh must be a percent from 0% to 100%, such as 50%, not \"80\"'",
        "'{of: felt.joy, to: 100%}', 'to of weigh must be above 0% and below 100%'",
        "'{of: felt.joy}', 'a share to weigh to has no to'"
    })
    void aFaultIsAProblem(String target, String problem) {
        assertThat(Hello.with(CLAIM + "    - " + target + "\n").problems())
                .contains("error: " + problem);
    }

    @Test
    void sharesToWeighToThatAreNoneAreAProblem() {
        assertThat(Hello.with(CLAIM.replace("weigh:", "weigh: []")).problems())
                .contains("error: weigh must list one share or more, not none");
    }

    private static String percent() {
        Finding exact =
                Hello.with(
                                """
                                - {claim: x, asks: a?, says: b, share: hellos > 3, among: answered(greeted)}
                                """)
                        .findings(Hello.table(300, 7))
                        .findings()
                        .getFirst();
        return java.math.BigDecimal.valueOf(100 * value(exact, "estimate"))
                .setScale(6, java.math.RoundingMode.HALF_UP)
                .toPlainString();
    }

    private static Finding share(String among) {
        return Hello.with(
                        "- {claim: x, asks: a?, says: b, share: greeted == \"yes\", among: %s}\n"
                                .formatted(among))
                .findings(Hello.table(300, 7))
                .findings()
                .getFirst();
    }

    private static Finding finding(String targets, String table) {
        return Hello.with(CLAIM + targets).findings(table).findings().getFirst();
    }

    private static double value(Finding finding, String name) {
        assertThat(finding.estimate(name)).isInstanceOf(Known.class);
        return ((Known) finding.estimate(name)).value();
    }
}
