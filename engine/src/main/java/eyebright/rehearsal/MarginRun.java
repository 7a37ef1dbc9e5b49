package eyebright.rehearsal;

import java.util.ArrayList;
import java.util.List;

/// How small a margin the data would have allowed: for each replicate the smallest at which its interval would
/// have supported the claim, counted in steps. So one run says what every margin costs.
///
/// @param unit what a margin is in: `points`, `times`, `%`, or nothing
/// @param from the margin that no step reaches: 0, or 1 of a ratio
/// @param step how far one step goes; above 0
/// @param counts in how many replicates the smallest margin lay in each step; a margin exactly between two is in the
///   one below
/// @param beyond in how many it lay beyond the last step, or there was no interval
public record MarginRun(String unit, double from, double step, List<Integer> counts, int beyond) {

    /// How many steps are counted.
    static final int STEPS = 200;

    private static final int COARSE = 4;

    /// @throws IllegalArgumentException if a count is negative, or the step not above 0
    public MarginRun {
        counts = List.copyOf(counts);
        if (!(step > 0 && Double.isFinite(step) && Double.isFinite(from))) {
            throw new IllegalArgumentException("step must be above 0, not " + step);
        }
        if (beyond < 0 || counts.stream().anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException("counts of margins must be 0 or more");
        }
    }

    /// How often the claim would have been supported with that margin, had it been judged by its interval alone.
    ///
    /// @param margin in the unit; between two steps it counts as the one below
    public Frequency at(double margin) {
        int whole = (int) Math.floor((margin - from) / step + 1e-9);
        int count = 0;
        for (int i = 0; i < Math.min(whole, counts.size()); i++) {
            count += counts.get(i);
        }
        return new Frequency(count, replicates());
    }

    /// The smallest margin with which the claim would have been supported in that share of the replicates; the widest,
    /// if none does. It goes in steps of about a tenth of the declared margin, as one would choose it.
    ///
    /// @param share above 0 and below 1
    public double reaching(double share) {
        for (int i = COARSE; i <= counts.size(); i += COARSE) {
            double margin = margin(i);
            if (at(margin).share() >= share) {
                return margin;
            }
        }
        return margin(counts.size());
    }

    /// The margin after so many steps.
    public double margin(int steps) {
        return from + steps * step;
    }

    /// How many replicates there were.
    public int replicates() {
        return beyond + counts.stream().mapToInt(Integer::intValue).sum();
    }

    MarginRun plus(MarginRun other) {
        var sums = new ArrayList<Integer>();
        for (int i = 0; i < counts.size(); i++) {
            sums.add(Math.addExact(counts.get(i), other.counts.get(i)));
        }
        return new MarginRun(unit, from, step, sums, Math.addExact(beyond, other.beyond));
    }
}
