package eyebright.stats.posterior;

import eyebright.stats.matrix.Exponential;
import eyebright.stats.matrix.Logarithm;
import java.util.Arrays;

/// Answers of yes or no, for logistic regression.
///
/// ```
/// ln(P / (1 - P)) = η
/// l = Σ y η - ln(1 + e^η),   l' = y - P,   l'' = -P (1 - P)
/// ```
public final class YesOrNo extends Outcome {

    private final double[] events;

    private YesOrNo(double[] events) {
        this.events = events;
    }

    /// The answers.
    ///
    /// @param events 1 for yes, 0 for no; none or more
    /// @throws IllegalArgumentException if a value is another
    public static YesOrNo of(double[] events) {
        requireEvents(events);
        return new YesOrNo(events.clone());
    }

    @Override
    public int n() {
        return events.length;
    }

    @Override
    public boolean hasShape() {
        return false;
    }

    @Override
    Event event(int row) {
        return new Event.Yes();
    }

    @Override
    boolean happened(int row) {
        return events[row] == 1;
    }

    @Override
    Outcome rows(int[] rows) {
        return new YesOrNo(Arrays.stream(rows).mapToDouble(i -> events[i]).toArray());
    }

    @Override
    double logLikelihood(double shape, int from, double[] eta, int size) {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += logLikelihood(eta[i], events[from + i] == 1);
        }
        return sum;
    }

    private static double logLikelihood(double eta, boolean yes) {
        double away = Math.abs(eta);
        double wrong = (eta > 0) == yes ? 0 : away;
        return -Logarithm.ofOnePlus(Exponential.of(-away)) - wrong;
    }

    @Override
    void slopes(double shape, int from, int size, Slopes block) {
        for (int i = 0; i < size; i++) {
            double eta = block.eta[i];
            boolean yes = events[from + i] == 1;
            double small = Exponential.of(-Math.abs(eta));
            double below = small / (1 + small);
            double above = 1 / (1 + small);
            double no = eta > 0 ? below : above;
            block.value += logLikelihood(eta, yes);
            block.first[i] = yes ? no : -(eta > 0 ? above : below);
            block.second[i] = -below * above;
        }
    }
}
