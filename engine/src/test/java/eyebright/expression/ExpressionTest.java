package eyebright.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {

    static Stream<String> values() {
        return Vectors.lines("values.txt");
    }

    @ParameterizedTest
    @MethodSource("values")
    void itComesToTheValueOfItsVector(String vector) {
        String[] parts = vector.split("\\|", -1);
        Expression expression = Expression.of(parts[0].strip());
        Scope scope = Vectors.scope(parts[1].strip());

        assertThat(Vectors.words(expression.value(scope))).isEqualTo(parts[2].strip());
    }

    static Stream<String> faults() {
        return Vectors.lines("faults.txt");
    }

    /// A line of the file is `expression | kind offset: problem; fix`.
    @ParameterizedTest
    @MethodSource("faults")
    void itSaysWhatIsWrongAndWhereAndWhatToDo(String vector) {
        String text = vector.substring(0, vector.indexOf('|')).strip();

        assertThat(text + " | " + fault(text)).isEqualTo(vector.stripTrailing());
    }

    private static String fault(String text) {
        Optional<Fault> fault =
                switch (Expression.read(text)) {
                    case Expression.Reading.Valid(Expression expression) ->
                            expression.check(Vectors.VOCABULARY, Type.LOGIC);
                    case Expression.Reading.Invalid(Fault syntax) -> Optional.of(syntax);
                };
        return fault.map(
                        f ->
                                "%s %d: %s; fix: %s"
                                        .formatted(f.kind(), f.offset(), f.problem(), f.fix()))
                .orElse("no fault");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "not ", "-", "not (", "mean(", "-(", "1 + (", "age in [1] and ("})
    void howeverDeepItIsItNeverOverflowsTheStack(String part) {
        int most = 499 / part.length();
        String deep = part.repeat(most) + "1";

        assertThat(fault(deep)).contains("an expression must be at most 20 levels deep");
    }

    @Test
    void itMayBeTwentyLevelsDeepAndNoDeeper() {
        assertThat(fault("(".repeat(18) + "age > 3" + ")".repeat(18))).isEqualTo("no fault");
        assertThat(fault("(".repeat(20) + "age > 3" + ")".repeat(20)))
                .isEqualTo(
                        "SYNTAX 20: an expression must be at most 20 levels deep; fix: take parentheses out");
        assertThat(fault("not ".repeat(18) + "felt.joy")).isEqualTo("no fault");
        assertThat(fault("not ".repeat(20) + "felt.joy")).contains("at most 20 levels deep");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(age > 3) and ",
                "not felt.joy or ",
                "mean(age, (tears)) > 1 and ",
                "answered(age) and ",
                "age in [1] and ",
                "-age > 3 or ",
                "age + 1 > 2 * 3 and "
            })
    void levelsAreCountedFromTheOutsideSoThatALongFlatOneIsNotDeep(String part) {
        assertThat(fault(part.repeat(480 / part.length()) + "felt.joy")).isEqualTo("no fault");
    }

    @Test
    void itMayHave500Characters() {
        String just = "age > " + "1".repeat(494);

        assertThat(fault(just)).isEqualTo("no fault");
        assertThat(fault(just + "1"))
                .isEqualTo(
                        "SYNTAX 0: an expression must have at most 500 characters, not 501;"
                                + " fix: make it shorter");
        assertThat(Expression.of(just).truth(Vectors.scope("age=3"))).isEqualTo(Truth.FALSE);
    }

    @Test
    void aLongFlatOneIsComputed() {
        assertThat(Vectors.words(Expression.of("1" + "+1".repeat(249)).value(Vectors.scope(""))))
                .isEqualTo("250");
    }

    @Test
    void blanksThatNobodySeesAreBlanks() {
        assertThat(fault("age\u00A0>\u202F3")).isEqualTo("no fault");
    }

    @Test
    void itNamesTheVariablesItReadsInOrder() {
        assertThat(Expression.of("b > mean(a, c; 1) and not d in [1] and -b < 3").variables())
                .containsExactly("b", "a", "c", "d");
    }

    @Test
    void itKnowsWhetherItIsNothingButAVariable() {
        assertThat(Expression.of("(age)").onlyVariable()).contains("age");
        assertThat(Expression.of("age + 0").onlyVariable()).isEmpty();
    }

    @Test
    void itKnowsWhatItGives() {
        assertThat(Expression.of("age + 1").type(Vectors.VOCABULARY)).contains(Type.DECIMAL);
        assertThat(Expression.of("age > 1").type(Vectors.VOCABULARY)).contains(Type.LOGIC);
        assertThat(Expression.of("cried_ever").type(Vectors.VOCABULARY)).contains(Type.TEXT);
        assertThat(Expression.of("nobody").type(Vectors.VOCABULARY)).isEmpty();
    }

    @Test
    void comparisonsWithANumberAreTurningPoints() {
        assertThat(Expression.of("age > 3 and (-1 <= age or age in [5, 7])").turningPoints("age"))
                .contains(Set.of(of(3), of(-1), of(5), of(7)));
        assertThat(Expression.of("tears > 3 and answered(age)").turningPoints("age"))
                .contains(Set.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "age + 2 > 5",
                "5 < age * 2",
                "-age > 3",
                "age > tears",
                "age > 2 + 3",
                "mean(age, tears) > 3",
                "age + 1 in [3]",
                "age > 3 and age - 1 > 3"
            })
    void whereItComputesTheTurningPointsAreNotKnown(String text) {
        assertThat(Expression.of(text).turningPoints("age")).isEmpty();
    }

    @Test
    void twoOfTheSameTextAreEqual() {
        assertThat(Expression.of("age > 3"))
                .isEqualTo(Expression.of("age > 3"))
                .hasSameHashCodeAs(Expression.of("age > 3"))
                .isNotEqualTo(Expression.of("age >3"))
                .hasToString("age > 3");
    }

    @Test
    void aTextThatMustReadSaysWhereItDoesNot() {
        assertThatThrownBy(() -> Expression.of("age >"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "expression \"age >\" does not read at 5: the expression ends too early");
    }

    @Test
    void aNumberIsNoCondition() {
        assertThat(Expression.of("age").truth(Vectors.scope("age=1"))).isEqualTo(Truth.UNKNOWN);
    }

    private static BigDecimal of(int number) {
        return BigDecimal.valueOf(number);
    }
}
