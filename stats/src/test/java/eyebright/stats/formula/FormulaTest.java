package eyebright.stats.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eyebright.stats.formula.Formula.Intercept;
import eyebright.stats.formula.Formula.Mention;
import eyebright.stats.formula.Variable.Change;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    y ~ a                     | y ~ a
                    y~a+b                     | y ~ a + b
                    y ~ a * b                 | y ~ a + b + a:b
                    y ~ a:b + b + a           | y ~ b + a + a:b
                    y ~ a * b + b:a + a       | y ~ a + b + a:b
                    y ~ a * b * c             | y ~ a + b + c + a:b + a:c + b:c + a:b:c
                    y ~ a * b:c               | y ~ a + b:c + a:b:c
                    y ~ (a + b) * c           | y ~ a + b + c + a:c + b:c
                    y ~ (a + b):c             | y ~ a:c + b:c
                    y ~ 1                     | y ~ 1
                    y ~ a - 1                 | y ~ a + 0
                    y ~ 0 + a                 | y ~ a + 0
                    y ~ -1 + a                | y ~ a + 0
                    y ~ a + 1                 | y ~ a
                    y ~ age / 10 + log(w / 60)| y ~ age / 10 + log(w / 60)
                    y ~ age / 0.50            | y ~ age / 0.5
                    n ~ a + offset(log(t))    | n ~ a + offset(log(t))
                    n ~ offset(t)             | n ~ offset(t)
                    _y.1 ~ Wr.Hnd             | _y.1 ~ Wr.Hnd
                    log ~ offset + log        | refused
                    y ~ offset * b            | y ~ offset + b + offset:b
                    """)
    void isWrittenOutTermByTerm(String text, String written) {
        if (written.equals("refused")) {
            assertThatExceptionOfType(FormulaException.class)
                    .isThrownBy(() -> Formula.parse(text))
                    .withMessage("`log` at column 16: the outcome cannot explain itself");
            return;
        }
        assertThat(Formula.parse(text).text()).isEqualTo(written);
    }

    @Test
    void writtenOutItReadsAsTheSameModel() {
        for (String text : List.of("y ~ a * b * c - 1", "y ~ (a + log(b)) * c / 7 + offset(d)")) {
            var formula = Formula.parse(text);
            var again = Formula.parse(formula.text());
            assertThat(again.terms()).isEqualTo(formula.terms());
            assertThat(again.offsets()).isEqualTo(formula.offsets());
            assertThat(again.intercept()).isEqualTo(formula.intercept());
        }
    }

    @Test
    void knowsItsPartsAndWhereVariablesStand() {
        var formula = Formula.parse("days ~ sex * age / 10 + offset(log(term)) - 1");

        assertThat(formula.outcome()).isEqualTo("days");
        assertThat(formula.terms())
                .containsExactly(
                        Term.of("sex"),
                        new Term(List.of(new Variable("age", Change.NONE, 10))),
                        new Term(
                                List.of(Variable.of("sex"), new Variable("age", Change.NONE, 10))));
        assertThat(formula.intercept()).isEqualTo(Intercept.NONE);
        assertThat(formula.offsets()).containsExactly(new Variable("term", Change.LOG, 1));
        assertThat(formula.variables())
                .containsExactly(
                        new Mention("days", 1),
                        new Mention("sex", 8),
                        new Mention("age", 14),
                        new Mention("term", 36));
        assertThat(formula.predictors()).containsExactly("sex", "age", "term");
    }

    @Test
    void interactionIsTheSameInAnyOrderOfItsVariables() {
        var one = Formula.parse("y ~ a:b").terms().getFirst();
        var other = Formula.parse("y ~ b:a").terms().getFirst();

        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
        assertThat(one.name()).isEqualTo("a:b");
        assertThat(one).isNotEqualTo(Term.of("a"));
    }

    @Test
    void leavesOutAllTermsOfAVariable() {
        var formula = Formula.parse("y ~ a * b + c + offset(d)");

        assertThat(formula.without(List.of("b")).text()).isEqualTo("y ~ a + c + offset(d)");
        assertThat(formula.without(List.of("b")).predictors()).containsExactly("a", "c", "d");
        assertThat(formula.without(List.of("a", "b", "c")).text()).isEqualTo("y ~ offset(d)");
        assertThat(formula.without(Formula.parse("y ~ b:a").terms().getFirst()).text())
                .isEqualTo("y ~ a + b + c + offset(d)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '"',
            textBlock =
                    """
                    "" ¦ 1 ¦ the end, after column 0: expected the name of the outcome ¦ write it as outcome ~ predictor + predictor, such as mood ~ age + sex
                    y ¦ 2 ¦ the end, after column 1: expected `~` ¦ write it as outcome ~ predictor + predictor, such as mood ~ age + sex
                    y ~ ¦ 4 ¦ the end, after column 3: expected a variable ¦ write it as outcome ~ predictor + predictor, such as mood ~ age + sex
                    y ~~ a ¦ 3 ¦ `~~` at column 3: expected `~` ¦ write it as outcome ~ predictor + predictor, such as mood ~ age + sex
                    y = a ¦ 3 ¦ `=` at column 3: expected `~` ¦ write it as outcome ~ predictor + predictor, such as mood ~ age + sex
                    log(y) ~ a ¦ 4 ¦ `(` at column 4: expected `~` ¦ the outcome must be a variable; make log(…) a score and name it
                    y ~ a + + b ¦ 9 ¦ `+` at column 9: expected a variable ¦ write it as outcome ~ predictor + predictor, such as mood ~ age + sex
                    y ~ a b ¦ 7 ¦ `b` at column 7: expected `+`, `:` or `*` ¦ write it as outcome ~ predictor + predictor, such as mood ~ age + sex
                    y ~ a ** b ¦ 7 ¦ `**` at column 7: expected `+`, `:` or `*` ¦ write it as outcome ~ predictor + predictor, such as mood ~ age + sex
                    y ~ a^2 ¦ 6 ¦ `^` at column 6: expected `+`, `:` or `*` ¦ for a curve, make the square a score of its own and name it
                    y ~ (1 | pair) ¦ 6 ¦ `1` at column 6: expected a variable ¦ a number stands only after /, as in age / 10, or alone as 0 or 1
                    y ~ a | pair ¦ 7 ¦ `|` at column 7: expected `+`, `:` or `*` ¦ name what groups the respondents beside the formula, not in it
                    y ~ a - b ¦ 9 ¦ `b` at column 9: expected `1` after `-` ¦ leave out the predictor; only the intercept is taken away by - 1
                    y ~ a + 2 ¦ 9 ¦ `2` at column 9: expected a variable ¦ a number stands only after /, as in age / 10, or alone as 0 or 1
                    y ~ 2 * a ¦ 5 ¦ `2` at column 5: expected a variable ¦ a number stands only after /, as in age / 10, or alone as 0 or 1
                    y ~ age / b ¦ 11 ¦ `b` at column 11: expected a number above 0 after `/` ¦ write age / 10 for its effect per ten
                    y ~ age / 0 ¦ 11 ¦ `0` at column 11: expected a number above 0 after `/` ¦ write age / 10 for its effect per ten
                    y ~ exp(a) ¦ 8 ¦ `(` at column 8: expected `+`, `:` or `*` ¦ the functions are log(…) and offset(…); make anything else a score and name it
                    y ~ log(a ¦ 10 ¦ the end, after column 9: expected `)` ¦ write log(variable)
                    y ~ (a + b ¦ 11 ¦ the end, after column 10: expected `)` ¦ close the bracket
                    y ~ offset(a ¦ 13 ¦ the end, after column 12: expected `)` ¦ write offset(exposure) or offset(log(exposure))
                    y ~ a * a ¦ 7 ¦ `*` at column 7: a cannot interact with itself ¦ name another variable; for a curve, make the square a score of its own
                    y ~ a + y ¦ 9 ¦ `y` at column 9: the outcome cannot explain itself ¦ take y out of the right side
                    y ~ 0 ¦ 1 ¦ nothing is left to explain `y` ¦ name a predictor, or write ~ 1 for the intercept alone
                    y ~ größe ¦ 7 ¦ `ö` at column 7: no part of a formula ¦ names have the letters A to Z, digits, _ and . and signs are ~ + - : * / ( )
                    y ~ 😀 + a ¦ 5 ¦ `😀` at column 5: no part of a formula ¦ names have the letters A to Z, digits, _ and . and signs are ~ + - : * / ( )
                    """)
    void whatCannotBeReadIsNamedWithItsPlaceAndAFix(
            String text, int column, String problem, String fix) {
        assertThatExceptionOfType(FormulaException.class)
                .isThrownBy(() -> Formula.parse(text))
                .satisfies(
                        fault -> {
                            assertThat(fault.problem()).isEqualTo(problem);
                            assertThat(fault.column()).isEqualTo(column);
                            assertThat(fault.fix()).isEqualTo(fix);
                            assertThat(fault).hasMessage(problem);
                        });
    }
}
