package eyebright.respondents;

import eyebright.expression.Expression;
import eyebright.expression.Rows;
import eyebright.expression.Scope;
import eyebright.expression.Series;
import eyebright.expression.Truths;
import eyebright.expression.Value;
import eyebright.frame.Column;
import eyebright.frame.Frame;
import eyebright.frame.Origin;
import eyebright.frame.Statuses;
import eyebright.respondents.Slots.Holding;
import eyebright.study.Eligibility;
import eyebright.study.Option;
import eyebright.study.Page;
import eyebright.study.Study;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Takes what respondents would answer through the pages of a study, all respondents at once: what is not shown
/// is not answered, what is skipped decides nothing.
///
/// Conditions read earlier pages only, so pages are taken as written; a drawn order of blocks changes nothing.
/// Everybody sends, so everybody for whom the study is counts. As rows it gives the answers of the pages taken so
/// far. Used by one thread.
final class Router implements Rows {

    private static final String NOT_ELIGIBLE = "not eligible";
    private static final long[] NOTHING = {};

    private final Study study;
    private final Draws draws;
    private final Slots slots;

    /// By place, the rows that answered, 64 in a word; empty before its page was taken.
    private final long[][] answered;

    private final long[][] shown;
    private final Map<Expression, long[]> holding = new HashMap<>();

    Router(Study study, Draws draws) {
        this.study = study;
        this.draws = draws;
        this.slots = draws.slots();
        this.answered = new long[slots.size()][];
        Arrays.fill(answered, NOTHING);
        this.shown = new long[slots.pages()][];
        Arrays.fill(shown, NOTHING);
    }

    @Override
    public int size() {
        return draws.size();
    }

    /// The frame of those for whom the study is.
    ///
    /// @param checks expectations that could still be contradicted
    Frame frame(List<String> ids, List<Check> checks, Origin origin) {
        for (Page page : study.pages()) {
            take(page);
            for (Check check : checks) {
                if (slots.page(page.id()) == check.page()) {
                    skip(check);
                }
            }
        }
        var columns = new LinkedHashMap<String, Column>();
        for (String name : study.variables().keySet()) {
            columns.put(name, column(slots.of(name)));
        }
        var frame = new Frame(ids, columns, Map.of(), origin);
        Optional<BitSet> eligible =
                study.eligibility()
                        .map(Eligibility::condition)
                        .map(condition -> condition.truths(this).holding());
        if (eligible.isEmpty() || eligible.get().cardinality() == size()) {
            return frame;
        }
        int[] rows = eligible.get().stream().toArray();
        Frame those = frame.rows(rows);
        return new Frame(
                those.respondents(),
                those.columns(),
                Map.of(NOT_ELIGIBLE, size() - rows.length),
                origin);
    }

    private void take(Page page) {
        int place = slots.page(page.id());
        shown[place] = page.showIf().map(this::holding).orElseGet(this::everybody);
        for (int slot : slots.on(place)) {
            answered[slot] = answered(slot, shown[place]);
        }
    }

    private long[] holding(Expression condition) {
        return holding.computeIfAbsent(
                condition,
                it -> Arrays.copyOf(it.truths(this).holding().toLongArray(), draws.words()));
    }

    private long[] everybody() {
        var all = new BitSet();
        all.set(0, size());
        return Arrays.copyOf(all.toLongArray(), draws.words());
    }

    private long[] answered(int slot, long[] page) {
        if (!draws.isDrawn(slot)) {
            return new long[draws.words()];
        }
        long[] words = page.clone();
        long[] skipped = draws.skipped(slot);
        for (int word = 0; word < words.length; word++) {
            words[word] &= ~skipped[word];
        }
        if (slots.holding(slot) instanceof Holding.Some) {
            long[][] sets = draws.sets(slot);
            for (int word = 0; word < words.length; word++) {
                long named = 0;
                for (long[] set : sets) {
                    named |= set[word];
                }
                words[word] &= named;
            }
        }
        return words;
    }

    /// Skips what contradicts an expectation all the same.
    private void skip(Check check) {
        Truths truths = check.that().truths(this);
        BitSet known = truths.known();
        known.andNot(truths.holding());
        for (int slot : check.slots()) {
            for (int row = known.nextSetBit(0); row >= 0; row = known.nextSetBit(row + 1)) {
                answered[slot][row >> 6] &= ~(1L << row);
            }
        }
    }

    /// What was drawn becomes the column: nobody draws on.
    private Column column(int slot) {
        var statuses = Statuses.of(size(), answered[slot], shown[slots.page(slot)]);
        return switch (slots.holding(slot)) {
            case Holding.Amount _ -> Column.Numbers.of(statuses, draws.numbers(slot));
            case Holding.One(List<Option> options) ->
                    Column.Choices.of(statuses, draws.choices(slot), options);
            case Holding.Some(List<Option> options) ->
                    Column.Sets.of(statuses, draws.sets(slot), options);
            case Holding.Words _ -> Column.Words.none(statuses);
        };
    }

    @Override
    public Series series(String variable) {
        return draws.slot(variable)
                .filter(slot -> answered[slot].length > 0 && draws.isDrawn(slot))
                .map(slot -> draws.series(slot, variable, answered[slot]))
                .orElseGet(Series.Nothing::new);
    }

    @Override
    public Scope row(int row) {
        return variable ->
                draws.slot(variable)
                        .filter(slot -> answered[slot].length > 0 && draws.isDrawn(slot))
                        .map(slot -> draws.value(slot, variable, answered[slot], row))
                        .orElseGet(Value.Unknown::new);
    }
}
