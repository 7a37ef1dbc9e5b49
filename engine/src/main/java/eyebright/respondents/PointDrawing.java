package eyebright.respondents;

import eyebright.latent.PointTable;
import java.util.List;
import java.util.Optional;

/// A number by the table of its level, moved by effects where there are some.
///
/// With effects the uniform number becomes a normal one, is drawn together to leave them room, moved by their
/// sum and turned back, so that over the level it is as uniform as it was.
final class PointDrawing implements Drawing {

    private final Noise noise;
    private final int slot;
    private final Levels levels;
    private final List<PointTable> tables;
    private final Bounds bounds;
    private final Shift shift;

    PointDrawing(
            Noise noise,
            int slot,
            Levels levels,
            List<PointTable> tables,
            Bounds bounds,
            Shift shift) {
        this.noise = noise;
        this.slot = slot;
        this.levels = levels;
        this.tables = List.copyOf(tables);
        this.bounds = bounds;
        this.shift = shift;
    }

    @Override
    public Optional<Noise> noise() {
        return Optional.of(noise);
    }

    @Override
    public Drawing with(Noise other) {
        return new PointDrawing(other, slot, levels, tables, bounds, shift);
    }

    @Override
    public void draw(Draws draws, int attempt, int[] rows, int count) {
        double[] units = shift.units(noise, levels, draws, attempt, rows, count);
        double[] numbers = draws.numbers(slot);
        int[] level = levels.of(draws, rows, count);
        if (bounds.isOpen()) {
            for (int i = 0; i < count; i++) {
                numbers[rows[i]] = tables.get(level[i]).at(units[i]);
            }
            return;
        }
        int[] first = bounds.first(draws, rows, count);
        int[] last = bounds.last(draws, rows, count);
        for (int i = 0; i < count; i++) {
            numbers[rows[i]] = tables.get(level[i]).at(units[i], first[i], last[i]);
        }
    }
}
