package eyebright.score;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Items that are scored together as one number.
///
/// @param name the name in plans and results, such as `extraversion`
/// @param title what it is called in texts
/// @param items names of variables, 2 or more, no repeats
/// @param reversed the items keyed the other way: a subset of `items`
/// @param least the fewest answered items that still give a score: 1 to the number of items
/// @param scoring how answered items become one number
/// @param ends the lowest plus the highest answer of every item: a reversed answer x counts as `ends` - x
public record Scale(
        String name,
        Optional<String> title,
        List<String> items,
        Set<String> reversed,
        int least,
        Scoring scoring,
        double ends) {

    public Scale {
        items = List.copyOf(items);
        reversed = Set.copyOf(reversed);
        if (items.size() < 2 || new HashSet<>(items).size() != items.size()) {
            throw new IllegalArgumentException(
                    "items of scale %s must be 2 or more different names, not %s"
                            .formatted(name, items));
        }
        if (!items.containsAll(reversed)) {
            throw new IllegalArgumentException(
                    "reversed items of scale %s must be among %s, not %s"
                            .formatted(name, items, reversed));
        }
        if (least < 1 || least > items.size()) {
            throw new IllegalArgumentException(
                    "least of scale %s must be 1 to %d, not %d"
                            .formatted(name, items.size(), least));
        }
        if (!Double.isFinite(ends)) {
            throw new IllegalArgumentException(
                    "ends of scale %s must be finite, not %s".formatted(name, ends));
        }
    }

    /// Whether some items are keyed one way and some the other.
    public boolean isKeyedBothWays() {
        return !reversed.isEmpty() && reversed.size() < items.size();
    }

    /// What an answer to that item counts as.
    public double counted(String item, double answer) {
        return reversed.contains(item) ? ends - answer : answer;
    }
}
