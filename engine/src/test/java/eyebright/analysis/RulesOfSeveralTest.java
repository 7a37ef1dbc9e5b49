package eyebright.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eyebright.plan.Models;
import eyebright.replication.Verdict;
import eyebright.stats.Estimate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Rules that read several figures: one of them, all of them, or those of two analyses.
class RulesOfSeveralTest {

    private static final String CROSSES =
            "ordinal: after ~ warmth, levels: {after: [worse, same, better]}, at: {warmth: [1, 5]}, "
                    + "expects: {crosses: {better: [better], worse: [worse], low: 1, high: 5}}";

    private static final String JOY = "felt.joy,felt.fear,felt.none";

    private static Finding finding(String analysis, String csv) {
        Folder folder = Models.claim(analysis);
        return CompiledPlan.of(folder.plan(), folder.study(), folder.scales())
                .findings(folder.table(csv), Depth.FULL)
                .getFirst();
    }

    private static String rows(int times, String row) {
        return (row + "\n").repeat(times);
    }

    /// Answers of those at the low end of warmth, 1, and of those at the high end, 5.
    private static String after(
            int lowWorse, int lowSame, int lowBetter, int highWorse, int highSame, int highBetter) {
        return "warmth,after\n"
                + rows(lowWorse, "1,worse")
                + rows(lowSame, "1,same")
                + rows(lowBetter, "1,better")
                + rows(highWorse, "5,worse")
                + rows(highSame, "5,same")
                + rows(highBetter, "5,better");
    }

    private static double value(Finding finding, String estimate) {
        return ((Estimate.Known) finding.estimate(estimate)).value();
    }

    private static double statistic(Finding finding, String test) {
        return finding.test(test).orElseThrow().result().statistic().orElseThrow();
    }

    @ParameterizedTest(
            name = "{0} {1} {2} at the low end, {3} {4} {5} at the high one: {6}, as {7}")
    @CsvSource({
        "30, 5, 5, 5, 5, 30, SUPPORTED, all three hold",
        "5, 5, 30, 30, 5, 5, CONTRADICTED, the odds fall and worse is ahead at the high end",
        "1, 3, 36, 18, 4, 18, CONTRADICTED, the odds fall and nobody is ahead at the high end",
        "30, 5, 5, 30, 5, 5, CONTRADICTED, the odds stay and worse is ahead at the high end",
        "38, 1, 1, 28, 6, 6, CONTRADICTED, the odds rise and worse is still ahead at the high end",
        "6, 6, 28, 1, 1, 38, INCONCLUSIVE, only the low end is not as claimed",
        "0, 10, 190, 0, 0, 200, INCONCLUSIVE, only the low end is not as claimed of many",
        "18, 4, 18, 1, 3, 36, INCONCLUSIVE, nobody is ahead at the low end",
        "36, 3, 1, 18, 4, 18, INCONCLUSIVE, nobody is ahead at the high end",
        "15, 10, 15, 15, 10, 15, INCONCLUSIVE, nothing goes anywhere"
    })
    void whatTurnsRoundIsContradictedByItsDirectionAndItsHighEndOnly(
            int lowWorse,
            int lowSame,
            int lowBetter,
            int highWorse,
            int highSame,
            int highBetter,
            Verdict verdict,
            String because) {
        Finding finding =
                finding(
                        CROSSES,
                        after(lowWorse, lowSame, lowBetter, highWorse, highSame, highBetter));

        assertThat(finding.verdict()).as(because).contains(verdict);
    }

    /// Where the high end mirrors the low one, the thresholds mirror each other too: two free parameters for two
    /// free shares, so that the model gives the shares that are observed.
    @Test
    void whatIsAheadInMirroredAnswersIsTheDifferenceOfTheirShares() {
        Finding finding = finding(CROSSES, after(21, 12, 7, 7, 12, 21));

        assertThat(value(finding, "ahead[5]")).isCloseTo(14.0 / 40, within(1e-8));
        assertThat(value(finding, "ahead[1]")).isCloseTo(-14.0 / 40, within(1e-8));
        assertThat(finding.verdict()).contains(Verdict.SUPPORTED);
    }

    /// The mid-p of so many changes in one direction is .5 to their power: .0156 of six and .0313 of five; three
    /// options are judged together, and Holm makes it .0469 and .0938.
    @ParameterizedTest
    @CsvSource({"6, SUPPORTED", "5, INCONCLUSIVE"})
    void oneOptionThatDiffersIsEnoughAndCountsAsOftenAsThereAreOptions(
            int changed, Verdict verdict) {
        Finding finding =
                finding(
                        "side-by-side: [felt, felt_home], expects: {differ: at least one}",
                        JOY
                                + ",felt_home.joy,felt_home.fear,felt_home.none\n"
                                + rows(changed, "1,1,0,0,1,0")
                                + rows(2, "0,1,0,0,0,1")
                                + rows(2, "0,0,1,0,1,0"));
        Tested joy = finding.test("mcnemar_midp[joy]").orElseThrow();
        assertThat(joy.result().p()).isCloseTo(Math.pow(0.5, changed), within(1e-12));
        assertThat(joy.adjusted().orElseThrow())
                .isCloseTo(3 * Math.pow(0.5, changed), within(1e-12));
        assertThat(finding.verdict()).contains(verdict);
    }

    @Test
    void noDifferenceOfOptionsNeverContradicts() {
        Finding finding =
                finding(
                        "side-by-side: [felt, felt_home], expects: {differ: at least one}",
                        JOY
                                + ",felt_home.joy,felt_home.fear,felt_home.none\n"
                                + rows(300, "1,0,0,0,1,0")
                                + rows(300, "0,1,0,1,0,0"));

        assertThat(finding.verdict()).contains(Verdict.INCONCLUSIVE);
    }

    @ParameterizedTest
    @CsvSource({"true, SUPPORTED", "false, INCONCLUSIVE"})
    void slopesOfTwoModelsDifferOrAreOpen(boolean isDifferent, Verdict verdict) {
        var csv = new StringBuilder("warmth,hellos,hellos_home\n");
        for (int i = 0; i < 200; i++) {
            int warmth = 1 + i % 5;
            int up = 3 * warmth + i % 7;
            int other = (isDifferent ? 3 * (6 - warmth) : 3 * warmth) + (i + 3) % 7;
            boolean isSwapped = !isDifferent && i / 5 % 2 == 0;
            csv.append(
                    "%d,%d,%d\n".formatted(warmth, isSwapped ? other : up, isSwapped ? up : other));
        }

        Finding finding =
                finding(
                        "stacked: [hellos ~ warmth, hellos_home ~ warmth], expects: {differ: at least one}",
                        csv.toString());

        assertThat(finding.test("equal_slopes")).isPresent();
        assertThat(finding.verdict()).contains(verdict);
    }

    /// The likelihood ratio of one indicator is that of a table of four: 2 sum(O log(O / E)), 5.09 of 15 and 8 of 20
    /// and 3.68 of 14 and 8; 3.84 is passed by chance in 5 %.
    @ParameterizedTest
    @CsvSource({"15, SUPPORTED", "14, INCONCLUSIVE", "8, INCONCLUSIVE", "2, SUPPORTED"})
    void aBlockAddsSomethingByItsLikelihoodRatio(int yes, Verdict verdict) {
        Finding finding =
                finding(
                        "logistic: greeted ~ felt.joy, block: [felt.joy], expects: {adds: something}",
                        greeted(yes, 1, 1));

        double all = yes + 8;
        double table =
                2
                        * (cell(yes, all / 2)
                                + cell(20 - yes, 20 - all / 2)
                                + cell(8, all / 2)
                                + cell(12, 20 - all / 2));
        assertThat(statistic(finding, "likelihood_ratio")).isCloseTo(table, within(1e-9));
        assertThat(finding.verdict()).contains(verdict);
    }

    private static double cell(double observed, double expected) {
        return observed * Math.log(observed / expected);
    }

    /// So many of 20 with joy have greeted, and 8 of 20 without; of those with joy in one of two situations, so many
    /// in the first and in the second, 20 and no more.
    private static String greeted(int yes, int first, int second) {
        var csv = new StringBuilder("greeted,felt.joy,felt.fear,felt.none,felt_home.joy,");
        csv.append("felt_home.fear,felt_home.none\n");
        for (int i = 0; i < 40; i++) {
            boolean isJoy = i < 20;
            int place = i % 20;
            boolean hasGreeted = place < (isJoy ? yes : 8);
            boolean isHome = isJoy ? place >= first : place < second;
            csv.append(hasGreeted ? "yes," : "no,");
            csv.append(isJoy ? "1,0,0," : "0,1,0,").append(isHome ? "1,0,0\n" : "0,1,0\n");
        }
        return csv.toString();
    }

    /// Of ten in pairs that differ, nine to one gives 2 (9 log .9 + log .1 + 10 log 2) = 7.36, six to four .40.
    @ParameterizedTest(name = "{0} of 20 and {1} to {2}: {3}")
    @CsvSource({
        "15, 9, 1, SUPPORTED",
        "15, 6, 4, INCONCLUSIVE",
        "14, 9, 1, INCONCLUSIVE",
        "14, 6, 4, INCONCLUSIVE"
    })
    void bothBlocksMustAddSomething(int yes, int first, int second, Verdict verdict) {
        Finding finding =
                finding(
                        "logistic: greeted ~ felt.joy, block: [felt.joy], "
                                + "beside: [{name: within, says: Within., matched: {joy: [felt.joy, felt_home.joy]}}], "
                                + "expects: {adds: something, also: [within]}",
                        greeted(yes, first, second));

        double n = first + second;
        assertThat(statistic(finding.beside().getFirst(), "likelihood_ratio"))
                .isCloseTo(2 * (cell(first, n / 2) + cell(second, n / 2)), within(1e-9));
        assertThat(finding.verdict()).contains(verdict);
    }

    @Test
    void whatMustAlsoHoldAndCannotBeHadLeavesTheClaimOpen() {
        Finding finding =
                finding(
                        "logistic: greeted ~ felt.joy, block: [felt.joy], "
                                + "beside: [{name: within, says: Within., matched: {joy: [felt.joy, felt_home.joy]}}], "
                                + "expects: {adds: something, also: [within]}",
                        greeted(15, 0, 0));

        assertThat(finding.verdict()).contains(Verdict.INCONCLUSIVE);
        assertThat(finding.why())
                .matches("it could not be estimated: .+|there is no test of it: .+");
    }

    @ParameterizedTest(name = "own {0} and women {1} of 20: {2}")
    @CsvSource({
        "15, 15, SUPPORTED",
        "15, 12, INCONCLUSIVE",
        "15, 5, INCONCLUSIVE",
        "12, 15, INCONCLUSIVE",
        "5, 15, INCONCLUSIVE",
        "5, 12, INCONCLUSIVE",
        "5, 5, CONTRADICTED"
    })
    void supportAndContradictionNeedBothAnalyses(int men, int women, Verdict verdict) {
        String csv =
                "gender,greeted\n"
                        + rows(men, "man,yes")
                        + rows(20 - men, "man,no")
                        + rows(women, "woman,yes")
                        + rows(20 - women, "woman,no");

        Finding finding =
                finding(
                        "share: greeted == \"yes\", among: gender == \"man\", "
                                + "beside: [{name: women, says: Women., share: greeted == \"yes\", among: gender == \"woman\"}], "
                                + "expects: {above: 50%, also: [women]}",
                        csv);

        assertThat(finding.verdict()).contains(verdict);
    }

    /// Two options named mainly against one: each mid-p is .5^n of n who name them and not the other, and Holm doubles
    /// it: .0313 of six, .0625 of five.
    @ParameterizedTest(name = "{0} both, {1} joy, {2} none: {3}")
    @CsvSource({
        "6, 0, 0, SUPPORTED",
        "5, 0, 0, INCONCLUSIVE",
        "0, 40, 20, CONTRADICTED",
        "0, 40, 0, INCONCLUSIVE",
        "10, 0, 10, INCONCLUSIVE"
    })
    void everyOptionNamedMainlyIsAheadOfEveryOther(int both, int joy, int none, Verdict verdict) {
        Finding finding =
                finding(
                        "shares: felt, expects: {mainly: [joy, fear]}",
                        JOY
                                + "\n"
                                + rows(both, "1,1,0")
                                + rows(joy, "1,0,0")
                                + rows(none, "0,0,1"));

        assertThat(finding.tests())
                .extracting(Tested::name)
                .containsExactly("mcnemar[joy,none]", "mcnemar[fear,none]");
        assertThat(finding.verdict()).contains(verdict);
        assertThat(finding.tests()).allMatch(test -> test.adjusted().isPresent());
    }
}
