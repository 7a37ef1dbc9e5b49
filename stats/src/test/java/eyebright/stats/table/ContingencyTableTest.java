package eyebright.stats.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContingencyTableTest {

    private static final ContingencyTable HOLES =
            ContingencyTable.of(new int[] {3, 0, 1}, new int[] {0, 0, 0}, new int[] {2, 0, 4});

    @Test
    void totalsAreThoseOfItsCounts() {
        assertThat(HOLES.rows()).isEqualTo(3);
        assertThat(HOLES.columns()).isEqualTo(3);
        assertThat(HOLES.count(2, 0)).isEqualTo(2);
        assertThat(HOLES.rowTotal(2)).isEqualTo(6);
        assertThat(HOLES.columnTotal(0)).isEqualTo(5);
        assertThat(HOLES.total()).isEqualTo(10);
    }

    @Test
    void emptyMarginsGoOnlyWhenAsked() {
        assertThat(HOLES.whyNotTestable()).hasValue("row 1 of the table is empty");
        assertThat(HOLES.withoutEmptyMargins())
                .isEqualTo(ContingencyTable.of(new int[] {3, 1}, new int[] {2, 4}));
        assertThat(HOLES.withoutEmptyMargins().whyNotTestable()).isEmpty();
    }

    @Test
    void laterChangesOfTheListsDoNotReachIt() {
        List<Integer> row = new ArrayList<>(List.of(1, 2));
        var table = new ContingencyTable(List.of(row));
        row.set(0, 9);

        assertThat(table.count(0, 0)).isEqualTo(1);
    }

    @Test
    void reasonAgainstATestNamesWhatIsMissing() {
        assertThat(ContingencyTable.of(new int[] {0, 0}, new int[] {0, 0}).whyNotTestable())
                .hasValue("nobody answered both");
        assertThat(ContingencyTable.of(new int[] {1, 0}, new int[] {2, 0}).whyNotTestable())
                .hasValue("column 1 of the table is empty");
        assertThat(ContingencyTable.of(new int[] {1, 4}).whyNotTestable())
                .hasValue("all 5 answers are in one row");
        assertThat(ContingencyTable.of(new int[] {1}, new int[] {4}).whyNotTestable())
                .hasValue("all 5 answers are in one column");
    }

    @Test
    void wrongCountsAreNamedWithTheirPlace() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ContingencyTable.of(new int[] {1, 2}, new int[] {3, -4}))
                .withMessage("count of row 1, column 1 must be 0 or more, not -4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ContingencyTable.of(new int[] {1, 2}, new int[] {3}))
                .withMessage("row 1 must have 2 columns as row 0 has, not 1");
        assertThatIllegalArgumentException()
                .isThrownBy(ContingencyTable::of)
                .withMessage("counts must have 1 or more cells, not none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ContingencyTable.of(new int[] {Integer.MAX_VALUE, 1}))
                .withMessage("total of counts must be at most 2147483647, not 2147483648");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ContingencyTable.of(new int[] {0}).withoutEmptyMargins())
                .withMessage("total of counts must be 1 or more, not 0");
    }
}
