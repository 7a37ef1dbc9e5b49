package eyebright.expression;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TruthTest {

    @Test
    void andIsFalseIfEitherIsAndElseUnknownIfEitherIs() {
        for (Truth a : Truth.values()) {
            for (Truth b : Truth.values()) {
                Truth wanted =
                        a == Truth.FALSE || b == Truth.FALSE
                                ? Truth.FALSE
                                : a == Truth.UNKNOWN || b == Truth.UNKNOWN
                                        ? Truth.UNKNOWN
                                        : Truth.TRUE;
                assertThat(a.and(b)).as("%s and %s", a, b).isEqualTo(wanted);
                assertThat(a.not().or(b.not())).as("not (%s and %s)", a, b).isEqualTo(wanted.not());
            }
        }
    }

    @Test
    void notNotIsTheSame() {
        for (Truth a : Truth.values()) {
            assertThat(a.not().not()).isEqualTo(a);
        }
    }

    @Test
    void ofABooleanItIsNeverUnknown() {
        assertThat(Truth.of(true)).isEqualTo(Truth.TRUE);
        assertThat(Truth.of(false)).isEqualTo(Truth.FALSE);
    }
}
