package eyebright.plan;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.analysis.Folder;
import eyebright.analysis.Hello;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanReaderTest {

    private final Plan plan = Hello.folder().plan();

    private Claim claim(String id) {
        return plan.claims().stream()
                .filter(claim -> claim.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no claim " + id));
    }

    @Test
    void readsThePlanItself() {
        assertThat(plan.name()).isEqualTo("hello");
        assertThat(plan.respondents()).isEqualTo(20);
        assertThat(plan.level()).isEqualTo(0.9);
        assertThat(plan.claims()).hasSize(15);
        assertThat(plan.published()).hasSize(4);
    }

    @Test
    void readsEveryKindOfRule() {
        assertThat(claim("greet").expects())
                .contains(new Expectation.Above(new BigDecimal("50"), Expectation.In.PERCENT));
        assertThat(claim("few").expects())
                .contains(new Expectation.Below(new BigDecimal("3"), Expectation.In.PERCENT));
        assertThat(claim("some").expects())
                .contains(
                        new Expectation.Inside(
                                new BigDecimal("35"),
                                new BigDecimal("55.5"),
                                Expectation.In.PERCENT));
        assertThat(claim("women-greet").expects())
                .contains(new Expectation.MoreBy(new BigDecimal("0")));
        assertThat(claim("women-joy").expects())
                .contains(new Expectation.NotMoreBy(new BigDecimal("10")));
        assertThat(claim("women-bold").expects())
                .contains(new Expectation.Within(new BigDecimal("1"), Expectation.In.POINTS));
        assertThat(claim("days").expects()).contains(new Expectation.InWords("no difference"));
    }

    @Test
    void readsEveryKindOfAnalysis() {
        assertThat(plan.claims().stream().map(claim -> claim.analysis().key()).distinct())
                .containsExactlyInAnyOrder(
                        "share", "shares", "side-by-side", "compare", "table", "mean", "not-yet");
        assertThat(claim("all-joy").analysis())
                .isInstanceOfSatisfying(
                        Analysis.Compare.class,
                        compare ->
                                assertThat(compare.groups())
                                        .extracting(Analysis.Pool::code)
                                        .containsExactly("woman", "man", "another"));
    }

    @Test
    void resolvesWhatWasPublished() {
        Originals originals = claim("feelings").originals();

        assertThat(originals.option("joy").flatMap(Published::value))
                .contains(new BigDecimal("60"));
        assertThat(originals.option("fear").orElseThrow().certainty())
                .isEqualTo(Certainty.WORDS_ONLY);
        assertThat(originals.words())
                .containsExactly(new Originals.Words("almost half", "Author 2013"));
        assertThat(claim("greet").originals().whole().flatMap(Published::base))
                .isEqualTo(Optional.of("respondents"));
    }

    @Test
    void aFolderWithoutAPlanHasNone() {
        var folder = new Folder(Hello.QUESTIONS);
        var problems = new eyebright.source.Problems();

        assertThat(
                        PlanReader.read(
                                new eyebright.source.Sources("example", java.util.Map.of()),
                                folder.study(),
                                eyebright.score.Scales.NONE,
                                problems))
                .isEmpty();
        assertThat(problems.inFileOrder()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "share: greetd == \"yes\" | 1:40 | never-asked | \"greetd\" is neither asked nor scored; nearest is \"greeted\"",
                "share: greeted == \"yess\" | 1:51 | unknown-variable | no option \"yess\"; there are yes, no, unsure",
                "share: hellos | 1:40 | wrong-type | a condition is needed here, not a number",
                "share: felt | 1:40 | wrong-type | \"felt\" has several answers, so it is no condition",
                "share: felt.joy and | 1:52 | bad-expression | the expression ends too early",
                "mean: greeted | 1:39 | wrong-type | a number is needed here, not a code",
                "shares: hellos | 1:41 | wrong-type | shares needs a question with options or a rating, and \"hellos\" is none",
                "shares: boldness | 1:41 | wrong-type | shares needs a question with options or a rating, and \"boldness\" is none",
                "shares: felf | 1:41 | never-asked | \"felf\" is neither asked nor scored; nearest is \"felt\"",
                "side-by-side: [felt, mood] | 1:54 | wrong-type | side-by-side needs the same options twice: \"felt\" has joy, fear, none, \"mood\" has good, bad",
                "side-by-side: [felt, greeted] | 1:54 | wrong-type | side-by-side needs several-of questions, and \"greeted\" is none",
                "side-by-side: [felt] | 1:47 | wrong-value | side-by-side must name two different questions",
                "table: [gender, hellos] | 1:49 | wrong-type | table needs a one-of question, and \"hellos\" is none",
                "compare: gender, between: gender | 1:42 | wrong-type | compare needs a condition, a yes-no question or a number, and \"gender\" is none",
                "compare: hellos, between: hellos | 1:59 | wrong-type | between needs a one-of question, and \"hellos\" is none",
                "compare: hellos, between: {gender: [woman, mann]} | 1:76 | unknown-variable | no option \"mann\"; there are woman, man, another",
                "compare: hellos, between: {gender: [woman]} | 1:68 | wrong-value | between must list two or more different options of gender",
                "compare: hellos | 1:3 | missing-key | a claim has no between",
                "asks-more: x, share: felt.joy | 1:33 | unknown-key | \"asks-more\" is no key of a claim",
                "primary: true | 1:3 | claim-kind | a claim needs an analysis",
                "share: felt.joy, mean: hellos | 1:50 | claim-kind | a claim has one analysis, not share and mean",
                "not-yet: A model, uses: [agee] | 1:58 | never-asked | \"agee\" is neither asked nor scored",
                "share: felt.joy, among: gender == \"girl\" | 1:67 | unknown-variable | no option \"girl\"; there are woman, man, another",
                "share: felt.joy, expects: {above: 50} | 1:67 | wrong-value | above of expects must be a percent of one share here, not a correlation, a slope or an explained part",
                "share: felt.joy, expects: {above: 120%} | 1:67 | wrong-value | above of expects must be a percent from 0% to 100%, such as 50%, a ratio such as 1 times, or a number such as 0.20, not \"120%\"",
                "share: felt.joy, expects: {within: 10 points} | 1:60 | wrong-type | within judges a difference of two groups, and this claim has none",
                "share: felt.joy, expects: {inside: [50%, 40%]} | 1:68 | wrong-value | inside of expects must be two figures of one kind, the lower one first",
                "share: felt.joy, expects: {above: 5%, below: 9%} | 1:71 | wrong-value | expects of a claim must be one rule, not above and below",
                "share: felt.joy, original: {published: gret} | 1:72 | unknown-original | published.yaml holds no figure \"gret\"; nearest is \"greet\"",
                "shares: felt, original: {by-option: {joi: joy}} | 1:70 | unknown-variable | no option \"joi\"; there are joy, fear, none",
                "share: felt.joy, original: {words: much} | 1:60 | missing-key | original of a claim has no source"
            })
    void aFaultIsAProblemAtItsPlace(String claim, String place, String rule, String problem) {
        String said =
                Hello.with("- {claim: x, asks: a?, says: b, %s}\n".formatted(claim)).problems();

        assertThat(said.lines().findFirst().orElse("nothing"))
                .isEqualTo("plan.yaml:%s: error: %s [%s]".formatted(place, problem, rule));
        assertThat(said.lines().filter(line -> line.contains(": error: "))).hasSize(1);
    }

    @Test
    void allFaultsAreSaidAtOnce() {
        String said =
                Hello.with(
                                """
                                - plan: Hello
                                  respondents: many
                                  level: 30%
                                - {claim: x, asks: a?, says: b, share: felt.joy}
                                - {claim: x, asks: a?, says: <b>, share: felt.joy}
                                - {claim: y, says: b, share: felt.joy}
                                - plan: again
                                """)
                        .problems();

        assertThat(said.lines().filter(line -> line.startsWith("plan.yaml")))
                .containsExactly(
                        "plan.yaml:1:9: error: the name of a plan must be small letters, digits, - and _, beginning with a letter, not \"Hello\" [wrong-name]",
                        "plan.yaml:2:16: error: respondents of the plan must be a whole number from 0 to 10,000,000, not \"many\" [wrong-value]",
                        "plan.yaml:3:10: error: level of the plan must be 50% or more and below 100%, not 30% [wrong-value]",
                        "plan.yaml:5:11: error: claim \"x\" stands twice [duplicate-id]",
                        "plan.yaml:5:30: error: texts are Markdown without HTML, so \"<b\" cannot stand here [unsafe-text]",
                        "plan.yaml:6:3: error: a claim has no asks [missing-key]",
                        "plan.yaml:7:3: error: the plan itself must be the first entry, once [wrong-value]");
    }

    @Test
    void publishedFiguresHaveSourceAndCertainty() {
        String said =
                new Folder(Hello.QUESTIONS)
                        .with("plan.yaml", "- plan: hello\n")
                        .with(
                                "published.yaml",
                                """
                                - {published: a, quantity: q, value: 7, source: s, certainty: sure}
                                - {published: b, quantity: q, value: 7, source: s, certainty: words only}
                                - {published: c, quantity: q, source: s, certainty: verified}
                                - {published: d, quantity: q, value: 7, certainty: verified}
                                - {published: e, quantity: q, value: 7, source: s, certainty: verified}
                                - {published: e, quantity: q, value: 7, source: s, certainty: verified}
                                """)
                        .problems();

        assertThat(said.lines().filter(line -> line.startsWith("published.yaml")))
                .containsExactly(
                        "published.yaml:1:63: error: certainty of a published figure must be verified or secondary or single source or derived or words only, not \"sure\" [wrong-value]",
                        "published.yaml:2:31: error: a published figure of which there are words only must have no value [wrong-value]",
                        "published.yaml:3:3: error: published figure \"c\" has no value [missing-key]",
                        "published.yaml:4:3: error: a published figure has no source [missing-key]",
                        "published.yaml:6:15: error: published figure \"e\" stands twice [duplicate-id]");
    }

    @Test
    void theHashIsThatOfTheCanonicalText() {
        assertThat(PlanText.of(plan)).isEqualTo(Folder.resource("hello-plan.txt"));
        // sha256sum hello-plan.txt, GNU coreutils
        assertThat(plan.hash())
                .isEqualTo("2b1d362074057553e15c7a1de107b39bee3f63f796edaf2cc3a44039d0e6cbfa");
    }

    @Test
    void commentsAndLineEndsDoNotChangeTheHashAndClaimsDo() {
        String plan1 = Hello.PLAN;

        assertThat(Hello.with("# why\r\n" + plan1.replace("\n", "\r\n")).plan().hash())
                .isEqualTo(plan.hash());
        List<String> others =
                List.of(
                        plan1.replace("Most greet.", "Nearly all greet."),
                        plan1.replace("{above: 50%}", "{above: 60%}"),
                        plan1.replace("respondents: 20", "respondents: 21"),
                        plan1.replace("primary: true, ", ""),
                        plan1.replace("hellos, felt.joy", "hellos"));
        assertThat(others.stream().map(other -> Hello.with(other).plan().hash()).distinct())
                .hasSize(5)
                .doesNotContain(plan.hash());
    }
}
