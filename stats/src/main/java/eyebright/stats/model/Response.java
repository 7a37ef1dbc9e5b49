package eyebright.stats.model;

import eyebright.stats.matrix.Exponential;

/// How an outcome follows from the linear predictor: its mean, its log-likelihood and the two
/// derivatives that [Scoring] steps by.
///
/// ```
/// eta = offset + xᵀb      mean(eta)      residual = d log-likelihood / d eta      weight = -d² log-likelihood / d eta²
/// ```
///
/// All three log-likelihoods are concave in eta, so that Newton's steps lead to their one maximum.
/// Exponentials are those of [Exponential]: the same bytes on every machine.
sealed interface Response {

    /// The log-likelihood of the rows from one to below another, without the part that only the data
    /// decide; fills their residual and weight.
    double evaluate(
            double[] eta, ModelRows rows, double[] residual, double[] weight, int from, int to);

    /// The residual of one answer.
    double residual(double answer, double mean);

    /// The mean of one answer.
    double mean(double eta);

    /// The first derivative of the mean.
    double slope(double eta);

    /// The second derivative of the mean.
    double curvature(double eta);

    /// What one answer is expected to say of eta: the expected weight.
    default double information(double eta) {
        return slope(eta);
    }

    /// The linear predictor at which a model of the intercept only starts.
    double start(double meanOfAnswers);

    /// The most that a cell of these answers can say: whether eta may grow without bound.
    boolean mayRise(double events, double trials);

    /// Whether eta may fall without bound.
    default boolean mayFall(double events) {
        return events == 0;
    }

    /// How often, the logarithm of the mean linear: e^eta is its own derivative.
    sealed interface OfCounts extends Response {

        @Override
        default double mean(double eta) {
            return Exponential.of(eta);
        }

        @Override
        default double slope(double eta) {
            return Exponential.of(eta);
        }

        @Override
        default double curvature(double eta) {
            return Exponential.of(eta);
        }

        @Override
        default double start(double meanOfAnswers) {
            return StrictMath.log(meanOfAnswers);
        }

        @Override
        default boolean mayRise(double events, double trials) {
            return false;
        }
    }

    /// Yes or no, the log odds linear: `log-likelihood = Σ events eta - trials log(1 + e^eta)`.
    record Binary() implements Response {

        @Override
        public double evaluate(
                double[] eta,
                ModelRows rows,
                double[] residual,
                double[] weight,
                int from,
                int to) {
            double[] events = rows.events();
            double[] trials = rows.trials();
            var logs = new LogSum();
            var linear = new KahanSum();
            for (int i = from; i < to; i++) {
                double each = eta[i];
                double small = Exponential.of(-Math.abs(each));
                double share = 1 / (1 + small);
                double mean = each >= 0 ? share : small * share;
                residual[i] = events[i] - trials[i] * mean;
                weight[i] = trials[i] * small * share * share;
                linear.add(events[i] * each - trials[i] * Math.max(each, 0));
                logs.addOnePlus(small, trials[i]);
            }
            return linear.value() - logs.value();
        }

        @Override
        public double residual(double answer, double mean) {
            return answer - mean;
        }

        @Override
        public double mean(double eta) {
            double small = Exponential.of(-Math.abs(eta));
            return eta >= 0 ? 1 / (1 + small) : small / (1 + small);
        }

        @Override
        public double slope(double eta) {
            double small = Exponential.of(-Math.abs(eta));
            return small / ((1 + small) * (1 + small));
        }

        @Override
        public double curvature(double eta) {
            return slope(eta) * (mean(-eta) - mean(eta));
        }

        @Override
        public double start(double meanOfAnswers) {
            return StrictMath.log(meanOfAnswers / (1 - meanOfAnswers));
        }

        @Override
        public boolean mayRise(double events, double trials) {
            return events == trials;
        }
    }

    /// A count, its logarithm linear: `log-likelihood = Σ events eta - trials e^eta`.
    record Count() implements OfCounts {

        @Override
        public double evaluate(
                double[] eta,
                ModelRows rows,
                double[] residual,
                double[] weight,
                int from,
                int to) {
            double[] events = rows.events();
            double[] trials = rows.trials();
            var sum = new KahanSum();
            for (int i = from; i < to; i++) {
                double mean = trials[i] * Exponential.of(eta[i]);
                residual[i] = events[i] - mean;
                weight[i] = mean;
                sum.add(events[i] * eta[i] - mean);
            }
            return sum.value();
        }

        @Override
        public double residual(double answer, double mean) {
            return answer - mean;
        }
    }

    /// A count whose variance is `mean + dispersion mean²`, its logarithm linear.
    ///
    /// @param dispersion 1 / theta: above 0
    record OverdispersedCount(double dispersion) implements OfCounts {

        @Override
        public double information(double eta) {
            double mean = mean(eta);
            return mean / (1 + dispersion * mean);
        }

        @Override
        public double evaluate(
                double[] eta,
                ModelRows rows,
                double[] residual,
                double[] weight,
                int from,
                int to) {
            double[] events = rows.events();
            double[] trials = rows.trials();
            var linear = new KahanSum();
            var ofTrials = new LogSum();
            var ofEvents = new LogSum();
            for (int i = from; i < to; i++) {
                double mean = Exponential.of(eta[i]);
                double inflated = 1 + dispersion * mean;
                residual[i] = (events[i] - trials[i] * mean) / inflated;
                weight[i] = mean * (trials[i] + dispersion * events[i]) / (inflated * inflated);
                linear.add(events[i] * eta[i]);
                ofTrials.addOnePlus(dispersion * mean, trials[i]);
                ofEvents.addOnePlus(dispersion * mean, events[i]);
            }
            return linear.value() - ofEvents.value() - ofTrials.value() / dispersion;
        }

        @Override
        public double residual(double answer, double mean) {
            return (answer - mean) / (1 + dispersion * mean);
        }
    }
}
