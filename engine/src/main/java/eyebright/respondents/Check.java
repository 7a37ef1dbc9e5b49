package eyebright.respondents;

import eyebright.expression.Expression;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// An expectation of a page, kept while respondents are drawn.
final class Check {

    /// So often an answer that contradicts is drawn again.
    private static final int MOST_ATTEMPTS = 20;

    private final Expression that;
    private final int page;
    private final int[] slots;

    private Check(Expression that, int page, int[] slots) {
        this.that = that;
        this.page = page;
        this.slots = slots;
    }

    /// The check of an expectation of that page.
    static Check of(Expression that, int page, Slots slots) {
        return new Check(that, page, own(that.variables(), page, slots));
    }

    private static int[] own(Set<String> names, int page, Slots slots) {
        List<Integer> own = new ArrayList<>();
        for (int slot = 0; slot < slots.size(); slot++) {
            String name = slots.name(slot);
            if (slots.page(slot) == page
                    && names.stream()
                            .anyMatch(it -> it.equals(name) || it.startsWith(name + "."))) {
                own.add(slot);
            }
        }
        return own.stream().mapToInt(Integer::intValue).toArray();
    }

    Expression that() {
        return that;
    }

    int page() {
        return page;
    }

    /// The places of the page that it reads.
    int[] slots() {
        return slots.clone();
    }

    /// Draws again, for those who contradict it; who still does skips what it reads on its page.
    void keep(Draws draws, Drawing last) {
        int[] rows = contradicting(draws);
        for (int attempt = 1; rows.length > 0 && attempt <= MOST_ATTEMPTS; attempt++) {
            last.draw(draws, attempt, rows, rows.length);
            rows = still(draws, rows);
        }
        for (int slot : slots) {
            long[] skipped = draws.skipped(slot);
            for (int row : rows) {
                skipped[row >> 6] |= 1L << row;
            }
        }
    }

    private int[] contradicting(Draws draws) {
        var truths = that.truths(draws);
        var rows = truths.known();
        rows.andNot(truths.holding());
        return rows.stream().toArray();
    }

    private int[] still(Draws draws, int[] rows) {
        return Arrays.stream(rows)
                .filter(row -> that.truth(draws.row(row)) == eyebright.expression.Truth.FALSE)
                .toArray();
    }
}
