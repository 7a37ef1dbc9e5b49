package eyebright.explore;

import eyebright.plan.Published;
import eyebright.plan.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.IntPredicate;

/// How others answered, in sentences: natural frequencies, beside the respondent's own answer.
final class Others {

    private final List<String> labels;
    private final Position.Kind kind;
    private final List<Integer> own;

    /// @param labels of the cells
    /// @param own the places of the cells the respondent is in; none if she left it out
    Others(List<String> labels, Position.Kind kind, List<Integer> own) {
        this.labels = labels;
        this.kind = kind;
        this.own = own;
    }

    /// One or a few sentences.
    String says(Compared compared) {
        return switch (compared) {
            case Compared.NotYet(int enough, List<Published> published) ->
                    notYet(enough, published);
            case Compared.TooFew(String whom) ->
                    "How %s answered cannot be shown: there are too few of them, or too few who said otherwise."
                            .formatted(whom);
            case Compared.Counted counted ->
                    switch (kind) {
                        case Position.Kind.Bands _ -> bands(counted);
                        case Position.Kind.TwoAmounts _ -> spread(counted);
                        case Position.Kind.Options _ -> options(counted);
                        case Position.Kind.TwoLists(String first, String second) ->
                                lists(counted, first, second);
                    };
        };
    }

    private static String notYet(int enough, List<Published> published) {
        if (published.isEmpty()) {
            return String.format(
                    Locale.ROOT, "A comparison stands here once %,d people have answered.", enough);
        }
        return String.format(
                Locale.ROOT,
                "Published: %s. A comparison of our own stands here once %,d people have answered.",
                String.join("; ", published.stream().map(Published::sentence).toList()),
                enough);
    }

    private String bands(Compared.Counted counted) {
        if (own.isEmpty()) {
            return spread(counted);
        }
        int mine = own.getFirst();
        OptionalInt same = hundredths(counted, i -> i == mine);
        OptionalInt below = hundredths(counted, i -> i < mine);
        OptionalInt above = hundredths(counted, i -> i > mine);
        if (same.isEmpty()) {
            return "Of %s, too few are in the same band, or all but too few, to show how many."
                    .formatted(counted.whom());
        }
        if (below.isEmpty() && above.isEmpty()) {
            return "Of %s, %d in 100 are in the same band. Other bands hold too few to be shown."
                    .formatted(counted.whom(), same.getAsInt());
        }
        var parts = new ArrayList<String>();
        parts.add("%d in 100 are in the same band".formatted(same.getAsInt()));
        // What is hidden on one side alone is known together: all the rest.
        if (mine > 0) {
            parts.add("%d in 100 below it".formatted(below.orElseGet(() -> rest(same, above))));
        }
        if (mine < labels.size() - 1) {
            parts.add("%d in 100 above it".formatted(above.orElseGet(() -> rest(same, below))));
        }
        return "Of %s, %s.".formatted(counted.whom(), Words.list(parts));
    }

    private static int rest(OptionalInt same, OptionalInt other) {
        return 100 - same.getAsInt() - other.getAsInt();
    }

    /// So many in 100, if none of the cells is hidden.
    private static OptionalInt hundredths(Compared.Counted counted, IntPredicate cells) {
        int sum = 0;
        for (int i = 0; i < counted.cells().size(); i++) {
            if (!cells.test(i)) {
                continue;
            }
            switch (counted.cells().get(i)) {
                case Cell.Count(int _, int hundredths) -> sum += hundredths;
                case Cell.Few _ -> {
                    return OptionalInt.empty();
                }
            }
        }
        return OptionalInt.of(sum);
    }

    /// Every cell that may be shown.
    private String spread(Compared.Counted counted) {
        var parts = new ArrayList<String>();
        for (int i = 0; i < labels.size(); i++) {
            if (counted.cells().get(i) instanceof Cell.Count(int _, int hundredths)) {
                parts.add("%d in 100 %s".formatted(hundredths, labels.get(i)));
            }
        }
        return "Of %s: %s.".formatted(counted.whom(), Words.list(parts));
    }

    private String options(Compared.Counted counted) {
        if (own.isEmpty()) {
            return most(counted);
        }
        var parts = new ArrayList<String>();
        for (int cell : own) {
            if (counted.cells().get(cell) instanceof Cell.Count(int _, int hundredths)) {
                parts.add(
                        (parts.isEmpty() ? "%d in 100 chose “%s” too" : "%d in 100 “%s”")
                                .formatted(hundredths, labels.get(cell)));
            }
        }
        return parts.isEmpty()
                ? "Of %s, too few chose the same, or all but too few, to show how many."
                        .formatted(counted.whom())
                : "Of %s, %s.".formatted(counted.whom(), Words.list(parts));
    }

    /// What was chosen by more than anything else that may be shown.
    private String most(Compared.Counted counted) {
        int best = 0;
        int most = -1;
        int hundredths = 0;
        for (int i = 0; i < labels.size(); i++) {
            if (counted.cells().get(i) instanceof Cell.Count(int count, int share)
                    && count > most) {
                best = i;
                most = count;
                hundredths = share;
            }
        }
        return "Of %s, %d in 100 chose “%s”, more than anything else."
                .formatted(counted.whom(), hundredths, labels.get(best));
    }

    /// In what the two settings differ most.
    private String lists(Compared.Counted counted, String first, String second) {
        int half = labels.size() / 2;
        String says = "";
        int widest = -1;
        for (int i = 0; i < half; i++) {
            if (counted.cells().get(i) instanceof Cell.Count(int _, int here)
                    && counted.cells().get(half + i) instanceof Cell.Count(int _, int there)
                    && Math.abs(here - there) > widest) {
                widest = Math.abs(here - there);
                says =
                        "Of %s, the two differ most in “%s”: %d in 100 %s, %d in 100 %s."
                                .formatted(
                                        counted.whom(), labels.get(i), here, first, there, second);
            }
        }
        return says.isEmpty()
                ? "Of %s, too few chose the same in both to show how many."
                        .formatted(counted.whom())
                : says;
    }
}
