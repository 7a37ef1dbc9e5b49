package eyebright.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class CasesTest {

    private static Cases of(double[]... columns) {
        return Cases.of(List.of(columns));
    }

    @Test
    void thoseOfOthersStandAfterItsOwn() {
        assertThat(
                        of(new double[] {1, 2}, new double[] {3, 4})
                                .and(of(new double[] {5}, new double[] {6})))
                .isEqualTo(of(new double[] {1, 2, 5}, new double[] {3, 4, 6}));
    }

    @Test
    void mergingIsTheSameInWhateverParts() {
        Cases a = of(new double[] {1});
        Cases b = of(new double[] {2, 3});
        Cases c = of(new double[] {});

        assertThat(a.and(b).and(c)).isEqualTo(a.and(b.and(c))).hasSameHashCodeAs(a.and(b));
        assertThat(a.and(b)).isNotEqualTo(b.and(a));
        assertThat(Cases.NONE.and(Cases.NONE)).isEqualTo(Cases.NONE);
    }

    @Test
    void nobodyChangesItFromOutside() {
        Cases cases = of(new double[] {1, 2});

        cases.column(0)[1] = 9;

        assertThat(cases.column(0)).containsExactly(1, 2);
        assertThat(cases.size()).isEqualTo(2);
        assertThat(cases.columns()).isEqualTo(1);
    }

    @Test
    void otherColumnsAreAFaultOfTheCaller() {
        assertThatThrownBy(() -> of(new double[] {1}).and(Cases.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("rows must have 1 columns, not 0");
        assertThatThrownBy(() -> of(new double[] {1}, new double[] {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("columns must all have one length");
    }
}
