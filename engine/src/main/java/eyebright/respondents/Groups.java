package eyebright.respondents;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which of a few groups respondents are in, told by the level of a margin and by the options that effects read.
/// Within a group the effects add up to the same, so that its chances are worked out once, before anybody is drawn.
/// Immutable.
final class Groups {

    private static final int MOST = 256;

    private final Levels levels;
    private final List<Part> parts;

    /// By group, what its effects add up to.
    private final double[] sums;

    private Groups(Levels levels, List<Part> parts, double[] sums) {
        this.levels = levels;
        this.parts = List.copyOf(parts);
        this.sums = sums;
    }

    /// An effect as it tells groups apart: those whom it moves are so many groups further on.
    private record Part(Reading reading, int further) {}

    /// The groups of a margin without effects: its levels.
    static Groups of(Levels levels) {
        return new Groups(levels, List.of(), new double[levels.count()]);
    }

    /// The groups of a margin and its effects; empty where one of these reads a number, or there are too many.
    static Optional<Groups> of(Levels levels, Predictor predictor) {
        var parts = new ArrayList<Part>();
        double[] sums = new double[levels.count()];
        for (int place = 0; place < predictor.size(); place++) {
            double coefficient = predictor.coefficient(place);
            if (coefficient == 0) {
                continue;
            }
            if (!predictor.reading(place).isOfOptions() || 2 * sums.length > MOST) {
                return Optional.empty();
            }
            parts.add(new Part(predictor.reading(place), sums.length));
            double[] more = new double[2 * sums.length];
            for (int group = 0; group < sums.length; group++) {
                more[group] = sums[group];
                more[sums.length + group] = sums[group] + coefficient;
            }
            sums = more;
        }
        return Optional.of(new Groups(levels, parts, sums));
    }

    /// How many.
    int count() {
        return sums.length;
    }

    /// The level of a group.
    int level(int group) {
        return group % levels.count();
    }

    /// What the effects on a group add up to.
    double sum(int group) {
        return sums[group];
    }

    /// The group of each of some rows, in a place that the next call uses again.
    int[] of(Draws draws, int[] rows, int count) {
        int[] groups = levels.of(draws, rows, count);
        if (parts.isEmpty()) {
            return groups;
        }
        int[] further = draws.groups();
        System.arraycopy(groups, 0, further, 0, count);
        for (Part part : parts) {
            part.reading.add(draws, part.further, rows, count, further);
        }
        return further;
    }
}
