package eyebright.recompute;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.expression.Expression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RExpressionTest {

    private final RText texts = new RText();
    private final RExpression expressions = new RExpression(texts);

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            textBlock =
                    """
                    age                               ~ v("age")
                    1.50 + -age                       ~ (1.50 + -(v("age")))
                    felt.joy and not felt.fear        ~ (v("felt.joy") & !(v("felt.fear")))
                    a or b and c                      ~ (v("a") | (v("b") & v("c")))
                    gender == "man"                   ~ same(v("gender"), "man")
                    gender != "man"                   ~ !same(v("gender"), "man")
                    age < 3                           ~ below(v("age"), 3)
                    age <= 3                          ~ !above(v("age"), 3)
                    age > 3                           ~ above(v("age"), 3)
                    age >= 3                          ~ !below(v("age"), 3)
                    gender in ["man", "woman"]        ~ one_of(v("gender"), "man", "woman")
                    (age - 30) * 2 / hours            ~ over(((v("age") - 30) * 2), v("hours"))
                    answered(age)                     ~ known(v("age"))
                    mean(a, b, c; 2)                  ~ mean_of(2, v("a"), v("b"), v("c"))
                    sum(a, b)                         ~ sum_of(2, v("a"), v("b"))
                    count(a > 1, felt.joy)            ~ counted(0, above(v("a"), 1), v("felt.joy"))
                    """)
    void eachPartHasItsCounterpartInR(String expression, String r) {
        assertThat(expressions.of(Expression.of(expression))).isEqualTo(r);
        assertThat(texts.texts()).isEmpty();
    }

    @Test
    void aTextThatCouldBeCodeStandsBesideTheScriptAndNotInIt() {
        String hostile = "'); quit(status = 0) # \\ ` $(id)";

        String r = expressions.of(Expression.of("word == \"%s\"".formatted(hostile)));

        assertThat(r).isEqualTo("same(v(\"word\"), text(1))");
        assertThat(texts.texts()).containsExactly(hostile);
    }
}
