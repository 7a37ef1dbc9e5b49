package eyebright.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.plan.Label;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {

    private static final String WORDS =
            """
            - words:
                gender.woman: women
                gender.man: men
                greeted: having greeted
                hellos: {called: greetings, one: greeting by the way}
                child: {one: child in the family, many: children in the family}
                felt.joy: joy being there
            """;

    private static final String PLAN =
            """
            - plan: hello
            - let: child
              be: hellos
              label: unused
            - let: dozen
              be: hellos
              label: dozen of people
            - claim: model
              asks: a?
              says: b.
              logistic: greeted ~ gender + hellos / 10 + child / 5 + dozen + warmth + felt.joy + gender:warmth
              levels: {gender: [man, woman]}
            - claim: groups
              asks: a?
              says: b.
              compare: greeted
              between: {gender: [woman, another]}
            """;

    private static Shape shape(String plan, int claim) {
        Folder folder = Hello.with(plan);
        return CompiledPlan.of(folder.plan(), folder.study(), folder.scales())
                .claims()
                .get(claim)
                .shape();
    }

    private static List<String> texts(List<Label> labels) {
        return labels.stream().map(label -> label.kind() + " " + label.said()).toList();
    }

    @Test
    void coefficientsAreCalledInTheWordsOfThePlan() {
        assertThat(shape(PLAN + WORDS, 0))
                .isInstanceOfSatisfying(
                        Shape.Coefficients.class,
                        model -> {
                            assertThat(model.outcome().said()).isEqualTo("having greeted");
                            assertThat(texts(model.coefficients()))
                                    .containsExactly(
                                            "COMPARISON women rather than men",
                                            "PHRASE ten more greetings by the way",
                                            "PHRASE five more children in the family",
                                            "PHRASE one more dozen of people",
                                            "PHRASE one more point of “How warm was it?”",
                                            "PHRASE joy being there",
                                            "INTERPLAY the interplay of women rather than men with one more point of “How warm was it?”");
                        });
    }

    @Test
    void withoutWordsTheQuestionnaireSpeaks() {
        assertThat(shape(PLAN, 0))
                .isInstanceOfSatisfying(
                        Shape.Coefficients.class,
                        model -> {
                            assertThat(model.outcome().said())
                                    .isEqualTo("a yes to “Did you greet?”");
                            assertThat(texts(model.coefficients()))
                                    .startsWith(
                                            "COMPARISON “Woman” rather than “Man”",
                                            "PHRASE ten more people in “How many?”",
                                            "PHRASE five more unuseds",
                                            "PHRASE one more dozen of people");
                        });
    }

    @Test
    void groupsAreCalledByTheirWordsOrQuoted() {
        assertThat(shape(PLAN + WORDS, 1))
                .isInstanceOfSatisfying(
                        Shape.GroupShares.class,
                        shares ->
                                assertThat(texts(shares.groups()))
                                        .containsExactly("PHRASE women", "ANSWER “Another”"));
    }

    @Test
    void labelsKeepTheirKindInJson() {
        Findings findings = Hello.with(PLAN + WORDS).findings(Hello.table(40, 1));

        assertThat(FindingsJson.read(FindingsJson.write(findings))).isEqualTo(findings);
    }

    @Test
    void wordsForWhatNobodyAsksAreAProblem() {
        String said =
                Hello.with(
                                """
                                - plan: hello
                                - words:
                                    gendre: gender
                                    gender.women: women
                                    gender.man: men
                                    outcome: it
                                    hellos: {called: greetings, ones: greeting}
                                    felt.joy: [joy]
                                - words: {gender.man: males}
                                """)
                        .problems();

        assertThat(said.lines().filter(line -> line.startsWith("plan.yaml"))).hasSize(6);
        assertThat(said)
                .contains(
                        "plan.yaml:3:5: error: ",
                        "\"gendre\"",
                        "plan.yaml:4:5: error: no option \"women\"; there are woman, man, another",
                        "plan.yaml:6:5: error: ",
                        "\"ones\" is no key of hellos of words of words of the plan; nearest is \"one\"",
                        "there are words for \"gender.man\" already");
    }
}
