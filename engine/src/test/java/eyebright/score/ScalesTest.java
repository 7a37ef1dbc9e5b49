package eyebright.score;

import static eyebright.frame.Status.ANSWERED;
import static eyebright.frame.Status.NOT_REACHED;
import static eyebright.frame.Status.NOT_SHOWN;
import static eyebright.frame.Status.SKIPPED;
import static eyebright.frame.Status.UNREADABLE;
import static eyebright.frame.Status.WITHHELD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eyebright.expression.Expression;
import eyebright.frame.Column;
import eyebright.frame.Frame;
import eyebright.frame.Origin;
import eyebright.frame.Status;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScalesTest {

    private static final List<String> ITEMS = List.of("a", "b", "c");

    @Test
    void aScaleIsTheMeanOfWhatWasAnsweredWithReversedItemsTurned() {
        // 1 to 9, b reversed: (2 + (10 - 4) + 7) / 3 = 5, and (2 + 7) / 2 without b.
        Column.Numbers score = score(scale(2, Scoring.MEAN), row(2, 4, 7), row(2, SKIPPED, 7));

        assertThat(score.value(0)).isEqualTo(5);
        assertThat(score.value(1)).isEqualTo(4.5);
    }

    @Test
    void aSumIsOnTheScaleOfACompleteOne() {
        Column.Numbers score = score(scale(2, Scoring.SUM), row(2, 4, 7), row(2, SKIPPED, 7));

        assertThat(score.value(0)).isEqualTo(15);
        assertThat(score.value(1)).isEqualTo(13.5);
    }

    @Test
    void whereTooFewAreAnsweredTheStatusSaysWhy() {
        Column.Numbers score =
                score(
                        scale(2, Scoring.MEAN),
                        row(1, SKIPPED, SKIPPED),
                        row(NOT_SHOWN, NOT_SHOWN, NOT_SHOWN),
                        row(NOT_REACHED, NOT_REACHED, NOT_REACHED),
                        row(1, SKIPPED, NOT_REACHED),
                        row(SKIPPED, SKIPPED, NOT_REACHED),
                        row(1, UNREADABLE, SKIPPED),
                        row(SKIPPED, NOT_SHOWN, NOT_SHOWN),
                        row(1, 1, UNREADABLE),
                        row(1, WITHHELD, SKIPPED),
                        row(SKIPPED, WITHHELD, SKIPPED),
                        row(1, WITHHELD, NOT_REACHED));

        assertThat(statuses(score))
                .containsExactly(
                        SKIPPED,
                        NOT_SHOWN,
                        NOT_REACHED,
                        NOT_REACHED,
                        SKIPPED,
                        UNREADABLE,
                        SKIPPED,
                        ANSWERED,
                        WITHHELD,
                        SKIPPED,
                        NOT_REACHED);
    }

    @Test
    void flagsAreCountedAndAnUnknownOneIsNone() {
        var flags =
                List.of(
                        new Flag("same", Expression.of("a == b"), "answered alike"),
                        new Flag("low", Expression.of("c < 3"), "answered low"));
        Frame frame = frame(row(1, 1, 2), row(1, 2, 2), row(SKIPPED, 1, 5));

        var counted =
                (Column.Numbers) new Scales(List.of(), flags).score(frame).column(Scales.FLAGS);

        assertThat(new double[] {counted.value(0), counted.value(1), counted.value(2)})
                .containsExactly(2, 1, 0);
        assertThat(statuses(counted)).containsOnly(ANSWERED);
        assertThat(Scales.NONE.score(frame)).isEqualTo(frame);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void reversingAllItemsTurnsTheScoreAndOrderOfItemsDoesNotMatter(long seed) {
        var random = new Random(seed);
        var rows = new ArrayList<Object[]>();
        for (int i = 0; i < 50; i++) {
            rows.add(row(1 + random.nextInt(9), 1 + random.nextInt(9), 1 + random.nextInt(9)));
        }
        Frame frame = frame(rows.toArray(Object[][]::new));
        Column.Numbers plain = Scorer.column(scale(ITEMS, Set.of()), frame);
        Column.Numbers turned = Scorer.column(scale(ITEMS, Set.copyOf(ITEMS)), frame);
        Column.Numbers other = Scorer.column(scale(List.of("c", "a", "b"), Set.of()), frame);

        for (int row = 0; row < frame.size(); row++) {
            assertThat(turned.value(row))
                    .isCloseTo(
                            10 - plain.value(row), org.assertj.core.api.Assertions.within(1e-12));
        }
        assertThat(other).isEqualTo(plain);
    }

    @Test
    void aScaleThatCannotBeIsRefused() {
        assertThatThrownBy(() -> scale(ITEMS, Set.of("d")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("reversed items of scale s must be among [a, b, c], not [d]");
        assertThatThrownBy(() -> scale(List.of("a", "a"), Set.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("items of scale s must be 2 or more different names, not [a, a]");
        assertThatThrownBy(() -> scale(4, Scoring.MEAN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("least of scale s must be 1 to 3, not 4");
    }

    private static Scale scale(int least, Scoring scoring) {
        return new Scale("s", Optional.empty(), ITEMS, Set.of("b"), least, scoring, 10);
    }

    private static Scale scale(List<String> items, Set<String> reversed) {
        return new Scale("s", Optional.empty(), items, reversed, 1, Scoring.MEAN, 10);
    }

    private static Column.Numbers score(Scale scale, Object[]... rows) {
        Frame scored = new Scales(List.of(scale), List.of()).score(frame(rows));
        return (Column.Numbers) scored.column("s");
    }

    /// Numbers, or statuses.
    private static Object[] row(Object... cells) {
        return cells;
    }

    private static Frame frame(Object[]... rows) {
        Map<String, Column> columns = new LinkedHashMap<>();
        var ids = new ArrayList<String>();
        for (int row = 0; row < rows.length; row++) {
            ids.add("r" + row);
        }
        for (int item = 0; item < ITEMS.size(); item++) {
            byte[] statuses = new byte[rows.length];
            double[] values = new double[rows.length];
            for (int row = 0; row < rows.length; row++) {
                switch (rows[row][item]) {
                    case Integer number -> values[row] = number;
                    case Status status -> statuses[row] = status.code();
                    default -> throw new IllegalArgumentException("no cell: " + rows[row][item]);
                }
            }
            columns.put(ITEMS.get(item), new Column.Numbers(statuses, values));
        }
        return new Frame(ids, columns, Map.of(), new Origin.Real());
    }

    private static List<Status> statuses(Column column) {
        var statuses = new ArrayList<Status>();
        for (int row = 0; row < column.size(); row++) {
            statuses.add(column.status(row));
        }
        return statuses;
    }
}
