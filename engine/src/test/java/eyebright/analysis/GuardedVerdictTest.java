package eyebright.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.plan.Models;
import eyebright.replication.Agreement;
import eyebright.replication.Verdict;
import eyebright.stats.Estimate;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What keeps a verdict or an agreement back: a scale too unreliable, and too few who are comparable.
class GuardedVerdictTest {

    private static final String UNRELIABLE =
            "the scale may be too unreliable to tell: the lower limit of omega is below .70";

    private static Finding finding(Folder folder, String csv) {
        return CompiledPlan.of(folder.plan(), folder.study(), folder.scales())
                .findings(folder.table(csv), Depth.FULL)
                .getFirst();
    }

    private static Finding correlation(String expects, String csv) {
        return finding(
                Models.claim(
                        "correlate: [boldness, age], expects: {%s}, beside: [{name: reliability, says: How reliable., reliability: boldness}]"
                                .formatted(expects)),
                csv);
    }

    /// Three statements of one trait each with an error of this deviation, the first one reversed; ages go round.
    private static String table(int rows, double error) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(5);
        var csv = new StringBuilder("age,traits.shy,traits.bold,traits.loud\n");
        for (int row = 0; row < rows; row++) {
            double trait = 1.5 * random.nextGaussian();
            csv.append(20 + row % 50);
            for (int item = 0; item < 3; item++) {
                double exact = 5 + (item == 0 ? -1 : 1) * trait + error * random.nextGaussian();
                csv.append(',').append(Math.clamp(Math.round(exact), 1, 9));
            }
            csv.append('\n');
        }
        return csv.toString();
    }

    private static Estimate.Known omega(Finding finding) {
        return (Estimate.Known) finding.beside().getFirst().estimate("omega_total");
    }

    @Test
    void nothingOnAReliableScaleIsNothing() {
        Finding finding = correlation("within: 0.15", table(900, 0.8));

        assertThat(omega(finding).interval().orElseThrow().low()).isGreaterThan(0.70);
        assertThat(finding.verdict()).contains(Verdict.NO_DIFFERENCE);
    }

    @Test
    void nothingOnAnUnreliableScaleIsOpenWithoutBeingAskedFor() {
        for (String analysis :
                List.of(
                        "correlate: [age, boldness], expects: {within: 0.15}",
                        "linear: boldness ~ age, expects: {within: 0.15}",
                        "linear: age ~ boldness, expects: {within: 100}")) {
            Finding finding = finding(Models.claim(analysis), table(900, 3));

            assertThat(finding.verdict()).contains(Verdict.INCONCLUSIVE);
            assertThat(finding.why()).isEqualTo(UNRELIABLE);
            assertThat(finding.beside())
                    .extracting(Finding::id)
                    .containsExactly("x.reliability-boldness");
        }
    }

    @Test
    void whatClaimsSomethingOfAScaleIsNotHeldToItsReliability() {
        assertThat(
                        finding(
                                        Models.claim(
                                                "correlate: [age, boldness], expects: {inside: [-0.2, 0.2]}"),
                                        table(900, 3))
                                .beside())
                .isEmpty();
    }

    @Test
    void nothingOnAnUnreliableScaleIsOpen() {
        Finding finding = correlation("within: 0.15", table(900, 3));

        assertThat(omega(finding).interval().orElseThrow().high()).isLessThan(0.70);
        assertThat(finding.verdict()).contains(Verdict.INCONCLUSIVE);
        assertThat(finding.why()).isEqualTo(UNRELIABLE);
    }

    @Test
    void theLowerLimitCountsAndNotTheEstimate() {
        Finding finding = correlation("within: 0.9", table(40, 1.3));

        assertThat(omega(finding).value()).isGreaterThan(0.70);
        assertThat(omega(finding).interval().orElseThrow().low()).isLessThan(0.70);
        assertThat(finding.verdict()).contains(Verdict.INCONCLUSIVE);
        assertThat(finding.why()).isEqualTo(UNRELIABLE);
    }

    @Test
    void aReliabilityThatCannotBeHadSaysSo() {
        Finding finding =
                correlation(
                        "within: 0.9",
                        "age,traits.shy,traits.bold,traits.loud\n"
                                + "20,5,5,5\n30,5,5,6\n40,5,5,7\n50,5,5,6\n".repeat(10));

        assertThat(finding.beside().getFirst().estimate("omega_total"))
                .isInstanceOf(Estimate.NotEstimable.class);
        assertThat(finding.verdict()).contains(Verdict.INCONCLUSIVE);
        assertThat(finding.why()).startsWith("how reliable the scale is could not be estimated: ");
    }

    @Test
    void aClaimOfASizeIsJudgedOnAnyScale() {
        Finding finding = correlation("above: -0.5", table(900, 3));

        assertThat(omega(finding).interval().orElseThrow().low()).isLessThan(0.70);
        assertThat(finding.verdict()).contains(Verdict.SUPPORTED);
    }

    @ParameterizedTest
    @CsvSource({"99, NOT_COMPARABLE", "100, AS_PUBLISHED"})
    void aHundredComparableRespondentsAreEnough(int comparable, Agreement agreement) {
        Finding finding = compared(comparable, 0);

        assertThat(finding.agreement()).contains(agreement);
        assertThat(finding.judgement().orElseThrow().comparisons()).hasSize(1);
        assertThat(finding.judgement().orElseThrow().comparisons().getFirst().why())
                .matches(
                        why ->
                                why.equals("fewer than 100 respondents are comparable")
                                        == (comparable < 100));
    }

    @Test
    void whoHasNotAnsweredIsNotComparable() {
        Finding finding = compared(99, 50);

        assertThat(finding.agreement()).contains(Agreement.NOT_COMPARABLE);
        assertThat(finding.verdict()).contains(Verdict.SUPPORTED);
    }

    /// So many women of whom seven in ten or more have greeted, and others who did not say; and 200 men who all have.
    private static Finding compared(int women, int skipped) {
        int yes = (7 * women + 9) / 10;
        String csv =
                "gender,greeted\n"
                        + "woman,yes\n".repeat(yes)
                        + "woman,no\n".repeat(women - yes)
                        + "woman,(skipped)\n".repeat(skipped)
                        + "man,yes\n".repeat(200);
        Folder folder =
                Models.claim(
                                "share: greeted == \"yes\", expects: {above: 50%}, original: {published: greet, with: women}, "
                                        + "beside: [{name: women, says: Women., share: greeted == \"yes\", among: gender == \"woman\"}]")
                        .with(
                                "published.yaml",
                                "- {published: greet, quantity: q, value: 70, unit: percent, count: 70, n: 100, source: s, certainty: verified}\n");
        return finding(folder, csv);
    }

    @Test
    void everyFigureHasItsOwnComparison() {
        Folder folder =
                Models.claim(
                                "share: greeted == \"yes\", original: [{published: all}, {published: all, with: women}], "
                                        + "beside: [{name: women, says: Women., share: greeted == \"yes\", among: gender == \"woman\"}]")
                        .with(
                                "published.yaml",
                                "- {published: all, quantity: q, value: 50, unit: percent, n: 200, source: s, certainty: verified}\n");

        Finding finding =
                finding(
                        folder,
                        "gender,greeted\n"
                                + "woman,yes\n".repeat(25)
                                + "woman,no\n".repeat(25)
                                + "man,yes\nman,no\n".repeat(50));

        assertThat(finding.judgement().orElseThrow().comparisons())
                .extracting(each -> each.agreement())
                .isEqualTo(List.of(Agreement.AS_PUBLISHED, Agreement.NOT_COMPARABLE));
        assertThat(finding.verdict()).isEqualTo(Optional.empty());
    }
}
