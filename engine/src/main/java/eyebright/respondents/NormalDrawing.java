package eyebright.respondents;

import java.util.Optional;

/// A hidden number: normal, not rounded, moved by effects where there are some.
final class NormalDrawing implements Drawing {

    private final Noise noise;
    private final int slot;
    private final Levels levels;
    private final double[] means;
    private final double[] deviations;
    private final Shift shift;

    /// @param means by level
    /// @param deviations by level
    NormalDrawing(
            Noise noise,
            int slot,
            Levels levels,
            double[] means,
            double[] deviations,
            Shift shift) {
        this.noise = noise;
        this.slot = slot;
        this.levels = levels;
        this.means = means.clone();
        this.deviations = deviations.clone();
        this.shift = shift;
    }

    @Override
    public Optional<Noise> noise() {
        return Optional.of(noise);
    }

    @Override
    public Drawing with(Noise other) {
        return new NormalDrawing(other, slot, levels, means, deviations, shift);
    }

    @Override
    public void draw(Draws draws, int attempt, int[] rows, int count) {
        double[] normals = shift.normals(noise, levels, draws, attempt, rows, count);
        double[] numbers = draws.numbers(slot);
        int[] level = levels.of(draws, rows, count);
        for (int i = 0; i < count; i++) {
            numbers[rows[i]] = means[level[i]] + deviations[level[i]] * normals[i];
        }
    }
}
