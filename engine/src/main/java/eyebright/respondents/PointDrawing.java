package eyebright.respondents;

import eyebright.latent.PointTable;
import eyebright.latent.Stairs;
import java.util.List;
import java.util.Optional;

/// A number by the table of its level, moved by effects where there are some.
///
/// With effects the uniform number becomes a normal one, is drawn together to leave them room and moved by their
/// sum, so that over the level it is as normal as it was; the table is then read by [Stairs].
final class PointDrawing implements Drawing {

    private final Noise noise;
    private final int slot;
    private final Levels levels;
    private final PointTable[] tables;
    private final Bounds bounds;
    private final Shift shift;

    /// By level; none where nothing moves the numbers, or limits differ.
    private final Stairs[] stairs;

    PointDrawing(
            Noise noise,
            int slot,
            Levels levels,
            List<PointTable> tables,
            Bounds bounds,
            Shift shift) {
        this(
                noise,
                slot,
                levels,
                tables.toArray(PointTable[]::new),
                bounds,
                shift,
                shift.isNone() || !bounds.isOpen()
                        ? new Stairs[0]
                        : tables.stream().map(Stairs::of).toArray(Stairs[]::new));
    }

    private PointDrawing(
            Noise noise,
            int slot,
            Levels levels,
            PointTable[] tables,
            Bounds bounds,
            Shift shift,
            Stairs[] stairs) {
        this.noise = noise;
        this.slot = slot;
        this.levels = levels;
        this.tables = tables;
        this.bounds = bounds;
        this.shift = shift;
        this.stairs = stairs;
    }

    @Override
    public Optional<Noise> noise() {
        return Optional.of(noise);
    }

    @Override
    public Drawing with(Noise other) {
        return new PointDrawing(other, slot, levels, tables, bounds, shift, stairs);
    }

    @Override
    public void draw(Draws draws, int attempt, int[] rows, int count) {
        double[] numbers = draws.numbers(slot);
        if (bounds.isOpen() && !shift.isNone()) {
            double[] normals = shift.normals(noise, levels, draws, attempt, rows, count);
            if (stairs.length == 1) {
                stairs[0].read(normals, rows, count, numbers);
                return;
            }
            int[] level = levels.of(draws, rows, count);
            for (int i = 0; i < count; i++) {
                numbers[rows[i]] = stairs[level[i]].at(normals[i]);
            }
            return;
        }
        double[] units = shift.units(noise, levels, draws, attempt, rows, count);
        int[] level = levels.of(draws, rows, count);
        if (bounds.isOpen() && tables.length == 1) {
            tables[0].read(units, rows, count, numbers);
            return;
        }
        if (bounds.isOpen()) {
            for (int i = 0; i < count; i++) {
                numbers[rows[i]] = tables[level[i]].at(units[i]);
            }
            return;
        }
        int[] first = bounds.first(draws, rows, count);
        int[] last = bounds.last(draws, rows, count);
        for (int i = 0; i < count; i++) {
            numbers[rows[i]] = tables[level[i]].at(units[i], first[i], last[i]);
        }
    }
}
