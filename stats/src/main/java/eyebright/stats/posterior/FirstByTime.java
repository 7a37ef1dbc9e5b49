package eyebright.stats.posterior;

import eyebright.stats.matrix.Exponential;
import eyebright.stats.matrix.Logarithm;
import java.util.Arrays;

/// Whether something had ever happened by a time of one's own, such as tears by so many sessions of a career: current
/// status, by the complementary log-log with the logarithm of time.
///
/// ```
/// ln(-ln(1 - F(t))) = u = η + k ln t,   shape = ln k,   H = e^u,   F = 1 - e^-H
/// l = Σ y ln(1 - e^-H) - (1 - y) H
/// by u: r = H / (e^H - 1):  y r - (1 - y) H,   twice:  y r (1 - H - r) - (1 - y) H
/// ```
///
/// A Weibull distribution of the time until the first; when within its time the first was is not asked. All are taken
/// to go along the same curve, those who began long ago and those who begin now. Source: Keiding (1991)
/// Journal of the Royal Statistical Society A 154, 371-412.
public final class FirstByTime extends Outcome {

    private static final double SMALL = 0.7;

    private final double[] events;
    private final double[] logTime;

    private FirstByTime(double[] events, double[] logTime) {
        this.events = events;
        this.logTime = logTime;
    }

    /// The answers.
    ///
    /// @param events 1 where it had happened, else 0
    /// @param times until when, above 0, in a unit of which 1 is a usual time
    /// @throws IllegalArgumentException if lengths differ or a value is out of range
    public static FirstByTime of(double[] events, double[] times) {
        if (events.length != times.length) {
            throw new IllegalArgumentException(
                    "events and times must be as many, not %d and %d"
                            .formatted(events.length, times.length));
        }
        requireEvents(events);
        var logs = checked(times, "times");
        for (int i = 0; i < logs.length; i++) {
            if (!(logs[i] > 0)) {
                throw new IllegalArgumentException("times must be above 0, not " + logs[i]);
            }
            logs[i] = StrictMath.log(logs[i]);
        }
        return new FirstByTime(events.clone(), logs);
    }

    @Override
    public int n() {
        return events.length;
    }

    @Override
    public boolean hasShape() {
        return true;
    }

    @Override
    Event event(int row) {
        return new Event.Within(0, Exponential.of(logTime[row]));
    }

    @Override
    boolean happened(int row) {
        return events[row] == 1;
    }

    @Override
    Outcome rows(int[] rows) {
        return new FirstByTime(
                Arrays.stream(rows).mapToDouble(i -> events[i]).toArray(),
                Arrays.stream(rows).mapToDouble(i -> logTime[i]).toArray());
    }

    @Override
    double logLikelihood(double shape, int from, double[] eta, int size) {
        double power = Exponential.of(shape);
        double sum = 0;
        for (int i = 0; i < size; i++) {
            double u = eta[i] + power * logTime[from + i];
            sum += events[from + i] == 1 ? logRisen(u) : -Exponential.of(u);
        }
        return sum;
    }

    /// ln(1 - e^-H) of ln H.
    static double logRisen(double u) {
        double hazard = Exponential.of(u);
        if (hazard > SMALL) {
            return -Logarithm.of(1 / (1 - Exponential.of(-hazard)));
        }
        return u - Logarithm.of(1 / risenByHazard(hazard));
    }

    /// (1 - e^-H) / H by its series: 1 - H / 2 + H² / 6 …
    private static double risenByHazard(double hazard) {
        double sum = 0;
        for (int k = 15; k > 1; k--) {
            sum = hazard / k * (1 - sum);
        }
        return 1 - sum;
    }

    @Override
    void slopes(double shape, int from, int size, Slopes block) {
        double power = Exponential.of(shape);
        for (int i = 0; i < size; i++) {
            double turn = power * logTime[from + i];
            double u = block.eta[i] + turn;
            double hazard = Exponential.of(u);
            double first;
            double second;
            if (events[from + i] == 1) {
                double ratio = ratio(hazard);
                block.value += logRisen(u);
                first = ratio;
                second = ratio * (1 - hazard - ratio);
            } else {
                block.value -= hazard;
                first = -hazard;
                second = -hazard;
            }
            block.first[i] = first;
            block.second[i] = second;
            block.crossed[i] = second * turn;
            block.byShape += first * turn;
            block.byShapeTwice += second * turn * turn + first * turn;
        }
    }

    /// H / (e^H - 1).
    private static double ratio(double hazard) {
        if (hazard > SMALL) {
            double small = Exponential.of(-hazard);
            return hazard * small / (1 - small);
        }
        return Exponential.of(-hazard) / risenByHazard(hazard);
    }
}
