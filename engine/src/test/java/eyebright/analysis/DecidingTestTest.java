package eyebright.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eyebright.stats.Estimate;
import eyebright.stats.Interval;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which test decides a claim: the first one of its finding.
class DecidingTestTest {

    private static final String GREET = "compare: greeted, between: {gender: [woman, man]}";
    private static final String HELLOS = "compare: hellos, between: {gender: [woman, man]}";

    private static Finding finding(String analysis, String csv) {
        return Hello.with("- {claim: x, asks: a?, says: b, %s}\n".formatted(analysis))
                .findings(csv)
                .findings()
                .getFirst();
    }

    private static List<String> tests(Finding finding) {
        return finding.tests().stream().map(Tested::name).toList();
    }

    private static double p(Finding finding) {
        return finding.tests().getFirst().result().p();
    }

    private static Estimate.Known known(Finding finding, String name) {
        return (Estimate.Known) finding.estimate(name);
    }

    private static Interval interval(Finding finding, String name) {
        return known(finding, name).interval().orElseThrow();
    }

    /// Women and men who greeted or not.
    private static String greetings(int womenYes, int womenNo, int menYes, int menNo) {
        return "gender,greeted\n"
                + "woman,yes\n".repeat(womenYes)
                + "woman,no\n".repeat(womenNo)
                + "man,yes\n".repeat(menYes)
                + "man,no\n".repeat(menNo);
    }

    @ParameterizedTest
    @CsvSource({
        "'more-by: 0 points', fisher_p",
        "'more-by: 5 points', superiority",
        "'not-more-by: 10 points', non_superiority",
        "'within: 10 points', tost",
        "'within: 0 points', fisher_p",
        "'not-more-by: 300 points', non_superiority",
        "'words: much the same', fisher_p"
    })
    void ruleOfPointsDecidesBetweenShares(String rule, String test) {
        Finding finding =
                finding(GREET + ", expects: {%s}".formatted(rule), greetings(60, 40, 50, 50));

        assertThat(tests(finding)).startsWith(test).endsWith("fisher_p");
    }

    @ParameterizedTest
    @CsvSource({
        "'more-by: 0 points', welch_t",
        "'more-by: 5 points', superiority",
        "'not-more-by: 10 points', non_superiority",
        "'within: 10 points', tost"
    })
    void ruleOfPointsDecidesBetweenMeans(String rule, String test) {
        Finding finding =
                finding(
                        HELLOS + ", expects: {%s}".formatted(rule),
                        "gender,hellos\nwoman,4\nwoman,9\nwoman,5\nman,3\nman,8\nman,12\n");

        assertThat(tests(finding)).startsWith(test).endsWith("welch_t", "student_t");
        assertThat(finding.bayesFactor().isPresent())
                .isEqualTo(rule.startsWith("not-more") || rule.startsWith("within"));
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 45, 50, 55, 60, 70, 80, 95})
    void pAndTheIntervalBesideItNeverDisagree(int womenYes) {
        String csv = greetings(womenYes, 100 - womenYes, 55, 45);
        Finding notMore = finding(GREET + ", expects: {not-more-by: 10 points}", csv);
        Finding within = finding(GREET + ", expects: {within: 20 points}", csv);
        Finding more = finding(GREET + ", expects: {more-by: 5 points}", csv);

        Interval interval = interval(notMore, "difference_equivalence");

        assertThat(interval.level()).isCloseTo(0.9, within(1e-15));
        assertThat(p(notMore) < 0.05).isEqualTo(interval.high() < 0.1);
        assertThat(p(within) < 0.05).isEqualTo(interval.low() > -0.2 && interval.high() < 0.2);
        assertThat(p(more) < 0.05).isNotEqualTo(interval(more, "difference").contains(0.05));
    }

    @Test
    void twoSharesHaveRatiosAndNothingHasEvidence() {
        String csv = greetings(60, 40, 50, 50);
        Finding plain = finding(GREET, csv);
        Finding nothing = finding(GREET + ", expects: {within: 10 points}", csv);

        assertThat(known(plain, "odds_ratio").value()).isCloseTo(1.5, within(1e-12));
        assertThat(known(plain, "risk_ratio").value()).isCloseTo(1.2, within(1e-12));
        assertThat(plain.bayesFactor()).isEmpty();
        // Of 60 and 50 in 100: B(61, 41) B(51, 51) / B(111, 91).
        assertThat(nothing.bayesFactor().getAsDouble()).isCloseTo(0.4748439052, within(1e-9));
    }

    @Test
    void threeGroupsAreComparedAtOnceAndThenInPairs() {
        String csv =
                """
                gender,hellos,greeted
                woman,4,yes
                woman,9,no
                woman,5,yes
                man,3,yes
                man,8,no
                man,12,no
                another,1,no
                another,2,yes
                another,2,yes
                """;
        Finding means = finding("compare: hellos, between: gender", csv);
        Finding shares = finding("compare: greeted, between: gender", csv);

        assertThat(tests(means))
                .containsExactly(
                        "welch_f",
                        "games_howell[woman,man]",
                        "games_howell[woman,another]",
                        "games_howell[man,another]");
        assertThat(means.estimates())
                .extracting(NamedEstimate::name)
                .endsWith(
                        "eta2",
                        "omega2",
                        "difference[woman,man]",
                        "difference[woman,another]",
                        "difference[man,another]");
        assertThat(known(means, "difference[woman,another]").value())
                .isCloseTo(6 - 5.0 / 3, within(1e-12));
        assertThat(tests(shares)).containsExactly("chi2");
        assertThat(known(shares, "V").interval()).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"'above: 50%', 0.2632", "'below: 50%', 0.9423", "'inside: [20%, 90%]', 0.0048"})
    void shareIsHeldAgainstItsBoundsExactly(String rule, double p) {
        // Twice P(X >= 13) and P(X <= 13) of 20 at a half; twice P(X <= 13) at 90 %, the larger of
        // the two.
        Finding finding =
                finding(
                        "share: greeted == \"yes\", expects: {%s}".formatted(rule),
                        "greeted\n" + "yes\n".repeat(13) + "no\n".repeat(7));

        assertThat(tests(finding)).containsExactly("exact_p");
        assertThat(p(finding)).isCloseTo(p, within(0.00005));
    }

    @Test
    void optionsNamedMostAreHeldAgainstEveryOtherIfTheClaimHasARule() {
        String csv =
                "felt.joy,felt.fear,felt.none\n"
                        + "1,1,0\n".repeat(6)
                        + "1,0,0\n".repeat(5)
                        + "0,1,0\n".repeat(2)
                        + "0,0,1\n".repeat(3);
        Finding ruled = finding("shares: felt, expects: {words: joy and fear}", csv);
        Finding described = finding("shares: felt", csv);

        assertThat(tests(ruled)).containsExactly("mcnemar[joy,none]", "mcnemar[fear,none]");
        // 11 named joy only of the two, 3 none: mid-p of 3 in 14; of 8 and 3: 3 in 11.
        assertThat(ruled.tests().get(0).result().p()).isCloseTo(0.03515625, within(1e-12));
        assertThat(ruled.tests().get(1).result().p()).isCloseTo(0.14599609375, within(1e-12));
        assertThat(ruled.tests().getFirst().adjusted().getAsDouble())
                .isCloseTo(2 * ruled.tests().getFirst().result().p(), within(1e-15));
        assertThat(described.tests()).isEmpty();
        assertThat(described.estimates()).isEqualTo(ruled.estimates());
    }

    @Test
    void meanHasTheMedianBesideIt() {
        Finding finding =
                finding(
                        "mean: hellos",
                        IntStream.of(0, 1, 1, 2, 3, 3, 400)
                                .mapToObj(Integer::toString)
                                .reduce("hellos", (text, value) -> text + "\n" + value));

        assertThat(known(finding, "median").value()).isEqualTo(2);
        assertThat(interval(finding, "median")).extracting(Interval::low).isEqualTo(0.0);
        assertThat(interval(finding, "median")).extracting(Interval::high).isEqualTo(400.0);
    }

    @Test
    void ratioOfRatesIsEqualWithinItsMargin() {
        String csv =
                Stream.of("woman", "man")
                        .flatMap(
                                gender ->
                                        IntStream.range(0, 120)
                                                .mapToObj(i -> gender + "," + (i % 5 + i % 3)))
                        .reduce("gender,hellos", (text, row) -> text + "\n" + row);
        String model = "counts: hellos ~ gender, levels: {gender: [man, woman]}";

        Finding wide = finding(model + ", expects: {within: 1.5 times}", csv);
        Finding narrow = finding(model + ", expects: {within: 1.05 times}", csv);

        assertThat(tests(wide)).startsWith("tost[gender.woman]", "wald[gender.woman]");
        assertThat(p(wide)).isLessThan(0.05);
        assertThat(p(narrow)).isGreaterThan(0.05);
        Interval interval = interval(wide, "rate_ratio_equivalence[gender.woman]");
        assertThat(interval.level()).isCloseTo(0.9, within(1e-15));
        assertThat(interval.high()).isBetween(1.05, 1.5);
        assertThat(interval.low()).isCloseTo(1 / interval.high(), within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({
        "'inside: [0, 0.9]', inside, false",
        "'within: 0.9', tost, true",
        "'above: 0', r_t, false"
    })
    void correlationIsHeldAgainstTwoBounds(String rule, String test, boolean hasEvidence) {
        String csv =
                IntStream.range(0, 30)
                        .mapToObj(i -> i % 5 + 1 + "," + (i % 5 + i % 7))
                        .reduce("warmth,hellos", (text, row) -> text + "\n" + row);

        Finding finding =
                finding("correlate: [warmth, hellos], expects: {%s}".formatted(rule), csv);

        assertThat(tests(finding)).startsWith(test).endsWith("r_t");
        assertThat(finding.bayesFactor().isPresent()).isEqualTo(hasEvidence);
        if (!test.equals("r_t")) {
            Interval interval = interval(finding, hasEvidence ? "r_equivalence" : "r");
            double low = hasEvidence ? -0.9 : 0;
            assertThat(p(finding) < 0.05).isEqualTo(interval.low() > low && interval.high() < 0.9);
        }
    }

    @Test
    void blockExplainsLessThanItsBoundOnlyIfTheBoundIsFarEnough() {
        String csv =
                IntStream.range(0, 200)
                        .mapToObj(i -> i % 5 + 1 + "," + (i * i % 11 + i % 3))
                        .reduce("warmth,hellos", (text, row) -> text + "\n" + row);
        String model = "linear: hellos ~ warmth, block: [warmth], expects: {below: %s}";

        Finding far = finding(model.formatted("0.5"), csv);
        Finding near = finding(model.formatted("0.0001"), csv);

        assertThat(tests(far)).containsExactly("r2_below", "likelihood_ratio");
        assertThat(p(far)).isLessThan(1e-6);
        assertThat(p(near)).isGreaterThan(0.05);
    }
}
