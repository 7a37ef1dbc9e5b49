package eyebright.stats.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The receiver operating characteristic: for each cut of a score, the share of those with the outcome
/// who lie above it, against the share of those without who do.
///
/// ```
/// at cut c:  sensitivity = share with the outcome whose score >= c,  false positives = share without it
/// ```
///
/// Shape: one point for each different score; the corner (0, 0), of a cut above all, is not among them.
/// Unit: shares, 0 to 1. Missing values: none are accepted. Edge cases: with only one of the two outcomes
/// there is no curve, and no point. Errors: lengths that differ, a score that is not finite, an event that
/// is not 0 or 1. Summary: counts of each score, with and without the outcome. R: `pROC::roc`, with cuts
/// between the scores. Source: Fawcett (2006)
/// <https://doi.org/10.1016/j.patrec.2005.10.010>.
public final class RocCurve {

    private final double[] scores;
    private final double[] withAt;
    private final double[] withoutAt;
    private final double[] withBefore;
    private final double[] withoutBefore;

    private RocCurve(double[] scores, double[] withAt, double[] withoutAt) {
        this.scores = scores;
        this.withAt = withAt;
        this.withoutAt = withoutAt;
        this.withBefore = before(withAt);
        this.withoutBefore = before(withoutAt);
    }

    /// One cut of the score.
    ///
    /// @param cut respondents with this score or more count as above it
    /// @param sensitivity share of those with the outcome who are above
    /// @param falsePositives share of those without who are above: 1 - specificity
    public record Point(double cut, double sensitivity, double falsePositives) {}

    /// The curve of a score.
    ///
    /// @param scores finite, higher where the outcome is more likely
    /// @param events 1 with the outcome, 0 without, one for each score
    /// @return points from the highest cut to the lowest; none if only one of the outcomes is there
    /// @throws IllegalArgumentException if lengths differ, a score is not finite or an event is not 0 or 1
    public static List<Point> of(double[] scores, double[] events) {
        var curve = sorted(scores, events);
        if (curve.with() == 0 || curve.without() == 0) {
            return List.of();
        }
        var points = new ArrayList<Point>();
        for (int i = curve.size() - 1; i >= 0; i--) {
            double with = curve.with() - curve.withBefore[i];
            double without = curve.without() - curve.withoutBefore[i];
            points.add(new Point(curve.scores[i], with / curve.with(), without / curve.without()));
        }
        return List.copyOf(points);
    }

    /// How many with and without the outcome have each different score, from low to high.
    static RocCurve sorted(double[] scores, double[] events) {
        if (scores.length != events.length) {
            throw new IllegalArgumentException(
                    "events must be %d, one for each score, not %d"
                            .formatted(scores.length, events.length));
        }
        for (int i = 0; i < scores.length; i++) {
            if (!Double.isFinite(scores[i])) {
                throw new IllegalArgumentException(
                        "score of row %d must be finite, not %s".formatted(i, scores[i]));
            }
            if (events[i] != 0 && events[i] != 1) {
                throw new IllegalArgumentException(
                        "event of row %d must be 0 or 1, not %s".formatted(i, events[i]));
            }
        }
        var ones = new double[scores.length];
        Arrays.fill(ones, 1);
        return sorted(scores, events, ones);
    }

    /// The same for respondents of whom some have one score together.
    ///
    /// @param events how many with the outcome
    /// @param trials how many
    static RocCurve sorted(double[] scores, double[] events, double[] trials) {
        var others = new double[trials.length];
        Arrays.setAll(others, i -> trials[i] - events[i]);
        double[] with = repeated(scores, events);
        double[] without = repeated(scores, others);
        int most = with.length + without.length;
        var levels = new double[most];
        var withAt = new double[most];
        var withoutAt = new double[most];
        int size = 0;
        int i = 0;
        int k = 0;
        while (i < with.length || k < without.length) {
            double level =
                    k == without.length || (i < with.length && with[i] <= without[k])
                            ? with[i]
                            : without[k];
            levels[size] = level;
            for (; i < with.length && with[i] == level; i++) {
                withAt[size]++;
            }
            for (; k < without.length && without[k] == level; k++) {
                withoutAt[size]++;
            }
            size++;
        }
        return new RocCurve(
                Arrays.copyOf(levels, size),
                Arrays.copyOf(withAt, size),
                Arrays.copyOf(withoutAt, size));
    }

    /// Each score so often, from low to high.
    private static double[] repeated(double[] scores, double[] counts) {
        double size = 0;
        for (double count : counts) {
            size += count;
        }
        var repeated = new double[(int) size];
        int next = 0;
        for (int i = 0; i < scores.length; i++) {
            int end = next + (int) counts[i];
            Arrays.fill(repeated, next, end, scores[i] + 0.0);
            next = end;
        }
        Arrays.sort(repeated);
        return repeated;
    }

    private static double[] before(double[] counts) {
        var before = new double[counts.length + 1];
        for (int i = 0; i < counts.length; i++) {
            before[i + 1] = before[i] + counts[i];
        }
        return before;
    }

    int size() {
        return scores.length;
    }

    /// How many have the outcome.
    double with() {
        return withBefore[scores.length];
    }

    /// How many have not.
    double without() {
        return withoutBefore[scores.length];
    }

    double withAt(int i) {
        return withAt[i];
    }

    double withoutAt(int i) {
        return withoutAt[i];
    }

    /// How many without the outcome have a lower score, ties half.
    double withoutBelow(int i) {
        return withoutBefore[i] + withoutAt[i] / 2;
    }

    /// How many with the outcome have a higher score, ties half.
    double withAbove(int i) {
        return with() - withBefore[i + 1] + withAt[i] / 2;
    }
}
