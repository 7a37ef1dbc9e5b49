package eyebright.study;

/// The points of a rating: whole numbers from `from` to `to`, with a word at either end.
///
/// @param from the lowest point
/// @param to the highest point: above `from`, at most 20 points apart
/// @param low what the lowest point means
/// @param high what the highest point means
public record Points(int from, int to, String low, String high) {

    public Points {
        if (from >= to || to - from > 20) {
            throw new IllegalArgumentException(
                    "points must go up by 1 to 20, not from %d to %d".formatted(from, to));
        }
    }

    /// How many points there are.
    public int size() {
        return to - from + 1;
    }

    /// The mirrored point: what `point` counts as when its item is reversed.
    public int reversed(int point) {
        return from + to - point;
    }
}
