package eyebright.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.plan.Models;
import eyebright.replication.Agreement;
import eyebright.replication.Verdict;
import eyebright.stats.Estimate.Known;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each rule on each side of its bounds. Counts are chosen by exact binomial probabilities, which are in comments.
class VerdictTest {

    private static final String GREET = "compare: greeted, between: {gender: [woman, man]}";

    private static List<Finding> findings(String plan, String csv) {
        Folder folder = Hello.with(plan);
        return CompiledPlan.of(folder.plan(), folder.study(), folder.scales())
                .findings(folder.table(csv), Depth.FULL);
    }

    private static Finding finding(String analysis, String csv) {
        return findings("- {claim: x, asks: a?, says: b, %s}\n".formatted(analysis), csv)
                .getFirst();
    }

    private static String share(int yes, int no) {
        return "greeted\n" + "yes\n".repeat(yes) + "no\n".repeat(no);
    }

    private static String greetings(int womenYes, int womenNo, int menYes, int menNo) {
        return "gender,greeted\n"
                + "woman,yes\n".repeat(womenYes)
                + "woman,no\n".repeat(womenNo)
                + "man,yes\n".repeat(menYes)
                + "man,no\n".repeat(menNo);
    }

    /// Of 20: at a half P(X >= 15) = .0207, P(X >= 14) = .0577; at .2 P(X = 0) = .0115, P(X <= 1) = .0692,
    /// P(X >= 9) = .00998, P(X >= 8) = .0321; at .9 P(X <= 14) = .0113, P(X <= 15) = .0432.
    @ParameterizedTest(name = "{0}: {1} of 20 is {2}")
    @CsvSource({
        "'above: 50%', 15, SUPPORTED",
        "'above: 50%', 14, INCONCLUSIVE",
        "'above: 50%', 6, INCONCLUSIVE",
        "'above: 50%', 5, CONTRADICTED",
        "'below: 20%', 0, SUPPORTED",
        "'below: 20%', 1, INCONCLUSIVE",
        "'below: 20%', 8, INCONCLUSIVE",
        "'below: 20%', 9, CONTRADICTED",
        "'inside: [20%, 90%]', 0, CONTRADICTED",
        "'inside: [20%, 90%]', 8, INCONCLUSIVE",
        "'inside: [20%, 90%]', 9, SUPPORTED",
        "'inside: [20%, 90%]', 14, SUPPORTED",
        "'inside: [20%, 90%]', 15, INCONCLUSIVE"
    })
    void shareIsJudgedByItsExactTests(String rule, int yes, Verdict verdict) {
        Finding finding =
                finding(
                        "share: greeted == \"yes\", expects: {%s}".formatted(rule),
                        share(yes, 20 - yes));

        assertThat(finding.verdict()).contains(verdict);
    }

    @ParameterizedTest(name = "{0}: {1} and {2} of {3} are {4}")
    @CsvSource({
        "'more-by: 0 points', 240, 200, 400, SUPPORTED",
        "'more-by: 0 points', 200, 240, 400, CONTRADICTED",
        "'more-by: 0 points', 21, 20, 40, INCONCLUSIVE",
        "'more-by: 5 points', 260, 200, 400, SUPPORTED",
        "'more-by: 5 points', 240, 200, 400, INCONCLUSIVE",
        "'more-by: 5 points', 180, 200, 400, CONTRADICTED",
        "'not-more-by: 10 points', 200, 200, 400, NO_DIFFERENCE",
        "'not-more-by: 10 points', 160, 200, 400, NO_DIFFERENCE",
        "'not-more-by: 10 points', 240, 200, 400, CONTRADICTED",
        "'not-more-by: 10 points', 21, 20, 40, INCONCLUSIVE",
        "'within: 10 points', 200, 200, 400, NO_DIFFERENCE",
        "'within: 10 points', 160, 200, 400, CONTRADICTED",
        "'within: 10 points', 240, 200, 400, CONTRADICTED",
        "'within: 10 points', 21, 20, 40, INCONCLUSIVE",
        "'within: 0 points', 200, 200, 400, INCONCLUSIVE"
    })
    void differenceIsJudgedByWhatItRulesOut(
            String rule, int women, int men, int each, Verdict verdict) {
        Finding finding =
                finding(
                        GREET + ", expects: {%s}".formatted(rule),
                        greetings(women, each - women, men, each - men));

        assertThat(finding.verdict()).contains(verdict);
    }

    @Test
    void adjustedPDecidesInAFamily() {
        String claim =
                "- {claim: %s, asks: a?, says: b, family: f, share: greeted == \"yes\", expects: {above: 50%%}}\n";
        String csv = share(15, 5);

        assertThat(findings(claim.formatted("x"), csv).getFirst().verdict())
                .contains(Verdict.SUPPORTED);
        assertThat(findings(claim.formatted("x") + claim.formatted("y"), csv))
                .extracting(Finding::verdict)
                .containsOnly(Optional.of(Verdict.INCONCLUSIVE));
    }

    @Test
    void contradictionOfSmallnessCountsAsOftenAsItsFamilyIsLarge() {
        String claim =
                "- {claim: %s, asks: a?, says: b, family: f, share: greeted == \"yes\", expects: {below: 20%%}}\n";
        String csv = share(9, 11);

        // Twice .00998 passes once and twice, not three times.
        assertThat(findings(claim.formatted("x") + claim.formatted("y"), csv))
                .extracting(Finding::verdict)
                .containsOnly(Optional.of(Verdict.CONTRADICTED));
        assertThat(
                        findings(
                                claim.formatted("x") + claim.formatted("y") + claim.formatted("z"),
                                csv))
                .extracting(Finding::verdict)
                .containsOnly(Optional.of(Verdict.INCONCLUSIVE));
    }

    @Test
    void planSaysWhatMayPassByChance() {
        String claim =
                "- {claim: x, asks: a?, says: b, share: greeted == \"yes\", expects: {above: 50%}}\n";

        assertThat(findings("- {plan: p, alpha: 1%}\n" + claim, share(15, 5)).getFirst().verdict())
                .contains(Verdict.INCONCLUSIVE);
        assertThat(findings("- {plan: p, alpha: 1%}\n" + claim, share(18, 2)).getFirst().verdict())
                .contains(Verdict.SUPPORTED);
    }

    @ParameterizedTest
    @CsvSource({"1, 0.98", "5, 0.9", "10, 0.8"})
    void theIntervalOfAClaimOfNothingFollowsThePlansAlpha(int percent, double level) {
        Folder folder =
                Models.with(
                        """
                        - {plan: p, alpha: %d%%}
                        - {claim: r, asks: a?, says: b, correlate: [age, hellos], expects: {within: 0.3}}
                        - {claim: d, asks: a?, says: b, compare: hellos, between: {gender: [woman, man]}, expects: {not-more-by: 2 points}}
                        - {claim: s, asks: a?, says: b, compare: greeted, between: {gender: [woman, man]}, expects: {within: 10 points}}
                        - {claim: o, asks: a?, says: b, linear: hellos ~ age, expects: {within: 0.3}}
                        """
                                .formatted(percent));

        assertThat(
                        CompiledPlan.of(folder.plan(), folder.study(), folder.scales())
                                .findings(folder.table(Models.table(200, 1)), Depth.FULL)
                                .stream()
                                .map(VerdictTest::levelOfEquivalence))
                .containsExactly(level, level, level, level);
    }

    private static double levelOfEquivalence(Finding finding) {
        return finding.estimates().stream()
                .filter(each -> each.name().contains("_equivalence"))
                .map(each -> (Known) each.estimate())
                .findFirst()
                .flatMap(Known::interval)
                .orElseThrow()
                .level();
    }

    @ParameterizedTest
    @CsvSource({"20, 2, 1, SUPPORTED", "9, 8, 3, INCONCLUSIVE", "2, 20, 1, CONTRADICTED"})
    void whatIsNamedMainlyIsNamedMoreOftenThanEveryOther(
            int joy, int fear, int none, Verdict verdict) {
        String csv =
                "felt.joy,felt.fear,felt.none\n"
                        + "1,0,0\n".repeat(joy)
                        + "0,1,0\n".repeat(fear)
                        + "0,0,1\n".repeat(none);

        Finding finding = finding("shares: felt, expects: {mainly: [joy]}", csv);

        assertThat(finding.verdict()).contains(verdict);
        assertThat(finding.tests())
                .extracting(Tested::name)
                .containsExactly("mcnemar[joy,fear]", "mcnemar[joy,none]");
    }

    @Test
    void whatMustAgreeDecidesWithIt() {
        String plan =
                """
                - claim: x
                  asks: a?
                  says: b
                  share: greeted == "yes"
                  expects: {above: 50%, also: [women]}
                  beside:
                    - {name: women, says: Women., share: greeted == "yes", among: gender == "woman"}
                """;

        assertThat(findings(plan, greetings(15, 5, 15, 5)).getFirst().verdict())
                .contains(Verdict.SUPPORTED);
        assertThat(findings(plan, greetings(10, 10, 20, 0)).getFirst().verdict())
                .contains(Verdict.INCONCLUSIVE);
        // The larger p of the two is that of the claim, and needs no adjusting.
        Finding both = findings(plan, greetings(15, 5, 15, 5)).getFirst();
        assertThat(both.tests().getFirst().adjusted()).isEmpty();
    }

    @Test
    void otherWaysToTheSameVerdictAreCounted() {
        String plan =
                """
                - claim: x
                  asks: a?
                  says: b
                  share: greeted == "yes"
                  expects: {above: 50%}
                  beside:
                    - {name: women, says: Women., share: greeted == "yes", among: gender == "woman"}
                    - {name: men, says: Men., share: greeted == "yes", among: gender == "man"}
                    - {name: table, says: Both., compare: greeted, between: {gender: [woman, man]}}
                """;

        Finding finding = findings(plan, greetings(20, 0, 11, 9)).getFirst();

        assertThat(finding.judgement().orElseThrow().robustness())
                .hasValueSatisfying(
                        ways -> {
                            assertThat(ways.same()).isEqualTo(1);
                            assertThat(ways.of()).isEqualTo(2);
                        });
        assertThat(finding.beside())
                .extracting(Finding::verdict)
                .containsExactly(
                        Optional.of(Verdict.SUPPORTED),
                        Optional.of(Verdict.INCONCLUSIVE),
                        Optional.empty());
    }

    @Test
    void wordsNeverYieldAnAgreementNorAVerdict() {
        Finding finding =
                finding(
                        "share: greeted == \"yes\", expects: {words: most}, original: {words: most do, source: a book}",
                        share(20, 0));

        assertThat(finding.verdict()).isEmpty();
        assertThat(finding.why()).isEqualTo("its rule is in words, which no program judges");
        assertThat(finding.agreement()).contains(Agreement.NOT_COMPARABLE);
        assertThat(finding.judgement().orElseThrow().comparisons().getFirst().why())
                .isEqualTo("only words are known");
    }

    @Test
    void answersOfAPlanThatIsNotFrozenHaveNoVerdict() {
        Folder folder =
                Hello.with(
                        "- {claim: x, asks: a?, says: b, share: greeted == \"yes\", expects: {above: 50%}}\n");

        Finding finding = folder.findings(share(20, 0)).findings().getFirst();

        assertThat(finding.judgement()).isEmpty();
        assertThat(finding.why()).isEqualTo("the plan is not frozen");
        assertThat(finding.rule()).isPresent();
    }

    @Test
    void whatCannotBeEstimatedIsInconclusiveAndSaysWhy() {
        Finding finding = finding(GREET + ", expects: {more-by: 0 points}", greetings(5, 5, 0, 0));

        assertThat(finding.verdict()).contains(Verdict.INCONCLUSIVE);
        assertThat(finding.why()).startsWith("it could not be estimated: ");
    }

    @Test
    void rehearsedFindingsAreReadBackWithAllThatWasJudged() {
        Folder folder =
                Hello.with(
                        "- {claim: x, asks: a?, says: b, share: greeted == \"yes\", expects: {above: 50%}, original: {words: most do, source: a book}}\n");
        var findings =
                new Findings(
                        "example",
                        new Findings.PlanRef(folder.plan().hash(), Optional.empty(), 0),
                        new Findings.Data(
                                "rehearsed",
                                Optional.of("as-published:1"),
                                Optional.empty(),
                                20,
                                java.util.Map.of()),
                        CompiledPlan.of(folder.plan(), folder.study(), folder.scales())
                                .findings(folder.table(share(15, 5)), Depth.FULL));

        assertThat(FindingsJson.read(FindingsJson.write(findings))).isEqualTo(findings);
    }
}
