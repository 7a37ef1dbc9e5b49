package eyebright.respondents;

/// The score of items as everybody would answer them: their mean, turned to one key, times a factor.
final class ScoreDrawing implements Drawing {

    private final int slot;
    private final int[] items;
    private final boolean[] isReversed;
    private final double ends;
    private final double factor;

    /// @param ends the lowest plus the highest answer: a reversed x counts as `ends` - x
    /// @param factor 1, or the number of items where the score is a sum
    ScoreDrawing(int slot, int[] items, boolean[] isReversed, double ends, double factor) {
        this.slot = slot;
        this.items = items.clone();
        this.isReversed = isReversed.clone();
        this.ends = ends;
        this.factor = factor;
    }

    @Override
    public void draw(Draws draws, int attempt, int[] rows, int count) {
        double[] score = draws.numbers(slot);
        double[] sums = draws.sums();
        java.util.Arrays.fill(sums, 0, count, 0);
        for (int item = 0; item < items.length; item++) {
            double[] numbers = draws.numbers(items[item]);
            double sign = isReversed[item] ? -1 : 1;
            double start = isReversed[item] ? ends : 0;
            if (draws.isEverybody(count)) {
                for (int row = 0; row < count; row++) {
                    sums[row] += start + sign * numbers[row];
                }
                continue;
            }
            for (int i = 0; i < count; i++) {
                sums[i] += start + sign * numbers[rows[i]];
            }
        }
        for (int i = 0; i < count; i++) {
            score[rows[i]] = sums[i] * factor / items.length;
        }
    }
}
