package eyebright.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eyebright.plan.Claim;
import eyebright.plan.Expectation;
import eyebright.plan.Models;
import eyebright.plan.Originals;
import eyebright.plan.Plan;
import eyebright.stats.TestResult;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class FamiliesTest {

    private static final Optional<Expectation> RULE =
            Optional.of(new Expectation.Above(BigDecimal.ONE, Expectation.In.TIMES));

    private static Finding finding(
            String id, Optional<String> family, Optional<Expectation> rule, TestResult... tests) {
        return new Finding(
                id,
                "",
                "",
                false,
                Optional.empty(),
                family,
                Optional.empty(),
                10,
                Map.of(),
                List.of(),
                Arrays.stream(tests).map(Tested::alone).toList(),
                OptionalDouble.empty(),
                Originals.NONE,
                Optional.empty(),
                Optional.empty(),
                "",
                new Shape.OneShare(),
                rule,
                Optional.empty(),
                List.of());
    }

    private static TestResult p(String name, double p) {
        return TestResult.exact(name, p);
    }

    /// The adjusted p values of all findings in their order; -1 where there is none.
    private static List<Double> adjusted(Finding... findings) {
        return Families.adjusted(members(findings)).stream()
                .flatMap(finding -> finding.tests().stream())
                .map(test -> test.adjusted().orElse(-1))
                .toList();
    }

    private static List<Families.Member> members(Finding... findings) {
        return Arrays.stream(findings)
                .map(each -> Families.Member.of(each, Families.of(each), Optional.empty()))
                .toList();
    }

    @Test
    void theTestsThatDecideAreAdjustedWithinTheirFamilyByHolm() {
        // R 4.2.2: p.adjust(c(0.01, 0.04, 0.03), "holm")
        assertThat(
                        adjusted(
                                finding("a", Optional.of("f"), RULE, p("z", 0.01)),
                                finding("b", Optional.of("f"), RULE, p("z", 0.04)),
                                finding("c", Optional.of("g"), RULE, p("z", 0.02)),
                                finding("d", Optional.of("f"), RULE, p("z", 0.03))))
                .containsExactly(0.03, 0.06, -1.0, 0.06);
    }

    @Test
    void onlyTheFirstTestOfAClaimDecides() {
        assertThat(
                        adjusted(
                                finding("a", Optional.of("f"), RULE, p("z", 0.01), p("other", 0.5)),
                                finding("b", Optional.of("f"), RULE, p("z", 0.02))))
                .containsExactly(0.02, -1.0, 0.02);
    }

    @Test
    void testsOfOneNameDecideTogether() {
        assertThat(
                        adjusted(
                                finding(
                                        "a",
                                        Optional.empty(),
                                        RULE,
                                        p("wald[x]", 0.01),
                                        p("wald[y]", 0.02),
                                        p("likelihood_ratio", 0.5))))
                .containsExactly(0.02, 0.02, -1.0);
    }

    @Test
    void whatHasNoRuleIsNotAdjustedAndCountsForNobody() {
        assertThat(
                        adjusted(
                                finding("a", Optional.of("f"), Optional.empty(), p("z", 0.01)),
                                finding("b", Optional.of("f"), RULE, p("z", 0.02)),
                                finding("c", Optional.of("f"), RULE)))
                .containsExactly(-1.0, -1.0);
    }

    @Test
    void aClaimOfNoFamilyIsAFamilyOfItsOwnWhateverOthersAreCalled() {
        assertThat(
                        adjusted(
                                finding("a", Optional.empty(), RULE, p("z", 0.01)),
                                finding("b", Optional.empty(), RULE, p("z", 0.02)),
                                finding("c", Optional.of("a"), RULE, p("z", 0.03)),
                                finding("d", Optional.of("alone a"), RULE, p("z", 0.03)),
                                finding("e", Optional.of("claim a"), RULE, p("z", 0.03))))
                .containsOnly(-1.0);
    }

    @Test
    void anAdjustedPIsNeverAboveOneNorBelowItsOwn() {
        assertThat(
                        adjusted(
                                finding("a", Optional.of("f"), RULE, p("z", 0.6)),
                                finding("b", Optional.of("f"), RULE, p("z", 0.7)),
                                finding("c", Optional.of("f"), RULE, p("z", 1))))
                .containsExactly(1.0, 1.0, 1.0);
    }

    @Test
    void findingsKeepTheirOrderAndAllElse() {
        Finding a = finding("a", Optional.of("f"), RULE, p("z", 0.01));
        Finding b = finding("b", Optional.empty(), RULE, p("z", 0.01));

        assertThat(Families.adjusted(members(b, a))).containsExactly(b, a);
        assertThat(Families.adjusted(List.of())).isEmpty();
    }

    @Test
    void aPlanAdjustsItsFamiliesAndCoversSimultaneousOnesTogether() {
        Folder folder = Models.folder();
        Plan plan = folder.plan();

        assertThat(plan.levelOf(claim(plan, "pearson"))).isCloseTo(1 - 0.05 / 3, within(1e-15));
        assertThat(plan.levelOf(claim(plan, "odds"))).isEqualTo(0.95);
        List<Finding> findings = folder.findings(Models.table(200, 3)).findings();
        assertThat(findings)
                .filteredOn(each -> each.family().isPresent())
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.tests().getFirst().adjusted()).isPresent());
        assertThat(findings)
                .filteredOn(each -> each.expects().isEmpty())
                .isNotEmpty()
                .allSatisfy(
                        each ->
                                assertThat(each.tests())
                                        .allMatch(test -> test.adjusted().isEmpty()));
    }

    private static Claim claim(Plan plan, String id) {
        return plan.claims().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
