package eyebright.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.stats.Estimate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicFindingsTest {

    private static final String AMONG = ", among: gender == \"woman\"}\n";

    private static final String COMPARED =
            "- {claim: x, asks: a?, says: b, compare: greeted, between: {gender: [woman, man]}}\n";
    private static final String MEANS =
            "- {claim: x, asks: a?, says: b, compare: hellos, between: {gender: [woman, man]}}\n";
    private static final String TABLE =
            "- {claim: x, asks: a?, says: b, table: [gender, greeted]}\n";
    private static final String SHARE =
            "- {claim: x, asks: a?, says: b, share: greeted == \"yes\"}\n";

    /// So many women and men who greeted and who did not.
    private static Finding shown(String plan, int womenYes, int womenNo, int menYes, int menNo) {
        String csv =
                "gender,greeted,hellos\n"
                        + "woman,yes,1\n".repeat(womenYes)
                        + "woman,no,2\n".repeat(womenNo)
                        + "man,yes,3\n".repeat(menYes)
                        + "man,no,4\n".repeat(menNo);
        return PublicFindings.of(Hello.with(plan).findings(csv)).findings().getFirst();
    }

    @ParameterizedTest
    @CsvSource({
        "10, 10, 10, 10, true",
        "9, 20, 20, 20, false",
        "20, 20, 20, 1, false",
        "20, 0, 20, 20, true",
        "0, 0, 20, 20, true"
    })
    void anAnswerCrossedWithAGroupNeedsTenOrNobody(
            int womenYes, int womenNo, int menYes, int menNo, boolean isShown) {
        assertThat(shown(COMPARED, womenYes, womenNo, menYes, menNo).withheld().isEmpty())
                .isEqualTo(isShown);
        assertThat(shown(TABLE, womenYes, womenNo, menYes, menNo).withheld().isEmpty())
                .isEqualTo(isShown);
    }

    @Test
    void aMeanNeedsTenInEveryGroup() {
        assertThat(shown(MEANS, 5, 5, 5, 5).withheld()).isEmpty();
        assertThat(shown(MEANS, 5, 4, 20, 20).withheld()).contains("too few answers to show");
    }

    @Test
    void aShareNeedsTenRespondentsAndMayBeSmall() {
        assertThat(shown(SHARE, 1, 8, 0, 0).withheld()).contains("too few answers to show");
        assertThat(shown(SHARE, 1, 9, 0, 0).withheld()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"10, 10, true", "9, 20, false", "20, 9, false", "20, 0, true", "0, 20, true"})
    void aShareAmongSomeNeedsTenOrNobodyOnEitherSide(int yes, int no, boolean isShown) {
        for (String plan :
                List.of(
                        SHARE.replace("}\n", AMONG),
                        "- {claim: x, asks: a?, says: b, shares: warmth" + AMONG)) {
            assertThat(shownAmong(plan, yes, no).withheld().isEmpty()).as(plan).isEqualTo(isShown);
        }
    }

    @ParameterizedTest
    @CsvSource({"10, 10, true", "9, 20, false", "20, 9, false", "20, 0, true", "0, 20, true"})
    void ofSeveralAnswersAmongSomeOnlyThoseOfFewAreLeftOut(int yes, int no, boolean isShown) {
        Finding shares =
                shownAmong("- {claim: x, asks: a?, says: b, shares: felt" + AMONG, yes, no);
        Finding settings =
                shownAmong(
                        "- {claim: x, asks: a?, says: b, side-by-side: [felt, felt_before]" + AMONG,
                        yes,
                        no);

        assertThat(shares.withheld()).isEmpty();
        assertThat(shares.estimate("share[joy]") instanceof Estimate.Known).isEqualTo(isShown);
        assertThat(shares.estimate("share[none]")).isInstanceOf(Estimate.Known.class);
        assertThat(settings.withheld()).isEmpty();
        assertThat(settings.estimate("share[felt,joy]") instanceof Estimate.Known)
                .isEqualTo(isShown);
        assertThat(settings.estimate("difference[joy]") instanceof Estimate.Known)
                .isEqualTo(isShown);
        assertThat(settings.tests().stream().anyMatch(test -> test.name().contains("[joy]")))
                .isEqualTo(isShown);
    }

    @Test
    void optionsThatAreComparedAreLeftOutIfFewNamedEither() {
        String plan = "- {claim: x, asks: a?, says: b, shares: felt, expects: {words: c}" + AMONG;

        // Nobody named none, which may be seen; joy and fear are named by the two parts.
        assertThat(shownAmong(plan, 9, 20).tests()).isEmpty();
        assertThat(shownAmong(plan, 12, 20).tests().stream().map(Tested::name))
                .containsExactly("mcnemar[joy,none]", "mcnemar[fear,none]");
    }

    private static Finding shownAmong(String plan, int yes, int no) {
        String csv =
                "gender,greeted,warmth,felt.joy,felt.fear,felt.none,felt_before.joy,felt_before.fear,felt_before.none\n"
                        + "woman,yes,1,1,0,0,1,0,0\n".repeat(yes)
                        + "woman,no,5,0,1,0,0,1,0\n".repeat(no)
                        + "man,yes,3,0,0,1,0,0,1\n".repeat(3);
        return PublicFindings.of(Hello.with(plan).findings(csv)).findings().getFirst();
    }

    @Test
    void whatIsWithheldKeepsItsQuestionAndHoldsNothingOfTheData() {
        Finding finding = shown(COMPARED, 1, 1, 1, 1);

        assertThat(finding.question()).isEqualTo("a?");
        assertThat(finding.n()).isZero();
        assertThat(finding.missing()).isEmpty();
        assertThat(finding.estimates()).isEmpty();
        assertThat(finding.tests()).isEmpty();
    }

    @Test
    void beforeThePlansNumberThereIsNothingButHowManyThereAre() {
        Findings early =
                PublicFindings.of(
                        Hello.with("- {plan: hello, respondents: 100}\n" + SHARE)
                                .findings(
                                        "greeted,excluded\n"
                                                + "yes,\n".repeat(99)
                                                + ",not eligible\n"));
        Findings then =
                PublicFindings.of(
                        Hello.with("- {plan: hello, respondents: 100}\n" + SHARE)
                                .findings("greeted\n" + "yes\n".repeat(100)));

        assertThat(early.data().respondents()).isEqualTo(99);
        assertThat(early.findings().getFirst().withheld())
                .contains("shown once 100 people have answered");
        assertThat(early.data().hash()).isEmpty();
        assertThat(early.data().excluded()).isEmpty();
        assertThat(early.findings().getFirst().estimates()).isEmpty();
        assertThat(then.findings().getFirst().withheld()).isEmpty();
    }
}
