package eyebright.stats.model;

import eyebright.stats.matrix.DotProduct;
import eyebright.stats.matrix.Exponential;
import eyebright.stats.matrix.Matrix;
import eyebright.stats.matrix.Triangle;
import java.util.Arrays;

/// The one iteration of all generalized linear models: Newton's steps on centred and scaled
/// predictors, halved where the likelihood would fall.
///
/// ```
/// g = Xᵀ residual    H = Xᵀ W X = L Lᵀ    step = H⁻¹ g
/// held at dᵀb = v:   step = H⁻¹ g + H⁻¹ d (v - dᵀb - dᵀH⁻¹g) / dᵀH⁻¹d
/// Firth: log-likelihood + ½ log |H|,  residual + h (½ - mean),  h = w xᵀ H⁻¹ x,  steps with w (1 + h) for w
/// ```
///
/// After Newton's last step (below 1e-9 of the coefficients) the error is its square, below the digits
/// of a double; Firth's steps shrink by a constant factor and go on to 1e-13. All arrays are made once;
/// an iteration allocates nothing. Mutable: for one thread.
///
/// Sources: McCullagh & Nelder (1989), chapter 2; Firth (1993)
/// <https://doi.org/10.1093/biomet/80.1.27>; Heinze & Schemper (2002) <https://doi.org/10.1002/sim.1047>.
final class Scoring {

    /// How the iteration ended.
    enum End {
        /// At the maximum.
        MAXIMUM,
        /// The predictors, as they are or as the fit weighs them, are collinear.
        SINGULAR,
        /// No rest after the most steps.
        NO_REST
    }

    /// What is maximised.
    enum Estimator {
        /// The likelihood.
        LIKELIHOOD,
        /// The likelihood times the root of the information's determinant.
        FIRTH
    }

    private static final int MOST_STEPS = 60;
    private static final int MOST_FIRTH_STEPS = 500;
    private static final int MOST_HALVINGS = 40;
    private static final double AT_REST = 1e-9;
    private static final double FIRTH_AT_REST = 1e-13;
    private static final double NEARLY = 1e-4;
    private static final double LOST = 1e-15;

    private final ModelRows rows;
    private final Estimator estimator;
    private final RowLikelihood surface;
    private final int p;
    private final double[] inflated;
    private final Triangle triangle;
    private final double[] half;
    private final double[] gradient;
    private final double[] step;
    private final double[] direction;
    private final double[] trial;
    private final double[] at;
    private double likelihood;
    private int singular = -1;

    Scoring(ModelRows rows, Response response, Estimator estimator) {
        this.rows = rows;
        this.estimator = estimator;
        surface = new RowLikelihood(rows, response);
        p = rows.predictors();
        int n = rows.size();
        triangle = new Triangle(p);
        inflated = new double[estimator == Estimator.FIRTH ? n : 0];
        half = new double[p];
        gradient = new double[p];
        step = new double[p];
        direction = new double[p];
        trial = new double[p];
        at = new double[p];
    }

    /// Goes on with another response, such as another dispersion, from where it is.
    void change(Response other) {
        surface.change(other);
    }

    /// Starts at the coefficients of the scaled predictors.
    void start(double[] coefficients) {
        System.arraycopy(coefficients, 0, at, 0, p);
    }

    /// Starts at the model of the intercept alone.
    void startAtMean() {
        Arrays.fill(at, 0);
        if (rows.intercept() >= 0) {
            double events = 0;
            double expected = 0;
            for (int i = 0; i < rows.size(); i++) {
                events += rows.events()[i];
                expected += rows.trials()[i] * scaleOf(rows.offset()[i]);
            }
            double start = surface.response().start(events / expected);
            at[rows.intercept()] = Double.isFinite(start) ? start : 0;
        }
    }

    private double scaleOf(double offset) {
        return surface.response() instanceof Response.Binary ? 1 : Exponential.of(offset);
    }

    /// Goes to the maximum.
    End maximise() {
        return run(false, 0, estimator == Estimator.FIRTH ? FIRTH_AT_REST : AT_REST);
    }

    /// Goes so near to the maximum that a step is this share of the coefficients: for who goes on from there.
    End approach(double share) {
        return run(false, 0, share);
    }

    /// Stays where it is, where all else then stands for.
    ///
    /// @return whether there is a likelihood
    boolean stay() {
        likelihood = evaluate(at);
        return Double.isFinite(likelihood);
    }

    /// Goes to the maximum among the coefficients with `weightsᵀ coefficients = value`, both of the scaled
    /// predictors.
    End maximiseAt(double[] weights, double value) {
        System.arraycopy(weights, 0, direction, 0, p);
        return run(true, value, estimator == Estimator.FIRTH ? FIRTH_AT_REST : AT_REST);
    }

    private End run(boolean held, double value, double rest) {
        likelihood = evaluate(at);
        if (!Double.isFinite(likelihood)) {
            return singular >= 0 ? End.SINGULAR : End.NO_REST;
        }
        boolean firth = estimator == Estimator.FIRTH;
        int most = firth ? MOST_FIRTH_STEPS : MOST_STEPS;
        double before = Double.POSITIVE_INFINITY;
        // The step before, if it was taken as a whole.
        double whole = Double.MIN_NORMAL;
        for (int i = 0; i < most; i++) {
            double missing = held ? value - DotProduct.of(direction, at) : 0;
            propose(held, missing);
            // Where a value is only now taken up, the likelihood may fall. In units of the scaled
            // coefficients: the value itself is tiny where a predictor is counted in milliseconds.
            boolean moving =
                    held && Math.abs(missing) > 1e-12 * largest(direction) * (1 + largest(at));
            double share = advance(moving);
            if (!(share > 0)) {
                return singular >= 0 ? End.SINGULAR : End.NO_REST;
            }
            // Of the whole step: one that had to be halved to nothing is no rest.
            double size = largest(step);
            double reach = 1 + largest(at);
            boolean stalled = firth && size < 1e-11 * reach && size >= before;
            // Newton's steps shrink with their square: where the next would be lost in the digits,
            // it is left out.
            boolean last =
                    !firth
                            && !held
                            && share == 1
                            && size < NEARLY * reach
                            && size * size * (size / (whole * whole)) < LOST * reach;
            if (size <= rest * reach || stalled || last) {
                return End.MAXIMUM;
            }
            before = size;
            whole = share == 1 ? size : Double.MIN_NORMAL;
            if (separates()) {
                return End.NO_REST;
            }
        }
        return End.NO_REST;
    }

    /// Whether everyone is on the right side already: no maximum will come.
    private boolean separates() {
        return estimator == Estimator.LIKELIHOOD
                && surface.response() instanceof Response.Binary
                && separatesAll();
    }

    private boolean separatesAll() {
        double[] eta = surface.eta();
        for (int i = 0; i < eta.length; i++) {
            double events = rows.events()[i];
            boolean right =
                    (eta[i] > 0 && events == rows.trials()[i]) || (eta[i] < 0 && events == 0);
            if (!right) {
                return false;
            }
        }
        return true;
    }

    private void propose(boolean held, double missing) {
        triangle.solve(gradient, step);
        if (held) {
            triangle.solve(direction, half);
            double along =
                    (missing - DotProduct.of(direction, step)) / DotProduct.of(direction, half);
            for (int j = 0; j < p; j++) {
                step[j] += along * half[j];
            }
        }
    }

    /// Takes the step or a half, a quarter … of it, and gives how much of it; 0 if none would do.
    private double advance(boolean moving) {
        double share = 1;
        double enough = moving ? Double.NEGATIVE_INFINITY : likelihood - slack(likelihood);
        for (int i = 0; i < MOST_HALVINGS; i++) {
            for (int j = 0; j < p; j++) {
                trial[j] = at[j] + share * step[j];
            }
            double reached = evaluate(trial);
            if (reached >= enough && Double.isFinite(reached)) {
                System.arraycopy(trial, 0, at, 0, p);
                likelihood = reached;
                return share;
            }
            share /= 2;
        }
        return 0;
    }

    /// Sums of the same values in another order differ in their last digits.
    private static double slack(double likelihood) {
        return 1e-11 * (1 + Math.abs(likelihood));
    }

    /// The likelihood at the coefficients, with the slopes and triangle there.
    private double evaluate(double[] coefficients) {
        double value = surface.evaluate(coefficients);
        if (!Double.isFinite(value)) {
            return Double.NEGATIVE_INFINITY;
        }
        singular = triangle.decompose(surface.squares());
        if (singular >= 0) {
            return Double.NEGATIVE_INFINITY;
        }
        if (estimator == Estimator.FIRTH) {
            value += triangle.logDeterminant() / 2;
            penalise();
            singular = triangle.decompose(surface.squares());
            if (singular >= 0) {
                return Double.NEGATIVE_INFINITY;
            }
        }
        System.arraycopy(surface.slopes(), 0, gradient, 0, p);
        return value;
    }

    private void penalise() {
        double[] eta = surface.eta();
        double[] residual = surface.residual();
        double[] weight = surface.weight();
        for (int i = 0; i < eta.length; i++) {
            for (int j = 0; j < p; j++) {
                half[j] = rows.column(j)[i];
            }
            // The leverage is weight times what stands here; a row of several holds the sum of
            // theirs.
            double pull = weight[i] * triangle.squaredLength(half);
            double mean = surface.response().mean(eta[i]);
            residual[i] += pull * (0.5 - mean);
            inflated[i] = weight[i] + pull * surface.response().slope(eta[i]);
        }
        surface.addUp(residual, inflated);
    }

    private static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    /// What it maximises.
    Estimator estimator() {
        return estimator;
    }

    /// The coefficients of the scaled predictors where it stands; not a copy.
    double[] coefficients() {
        return at;
    }

    /// What was maximised, where it stands, without the part that only the data decide.
    double likelihood() {
        return likelihood;
    }

    /// The linear predictor of each row; not a copy.
    double[] eta() {
        return surface.eta();
    }

    /// The last step; not a copy.
    double[] lastStep() {
        return step;
    }

    /// The predictor that made it singular: a place from 0, or -1.
    int singularAt() {
        return singular;
    }

    /// The inverse of the information that Newton's steps used, for the scaled predictors.
    Matrix inverseInformation() {
        return estimator == Estimator.FIRTH
                ? inverseInformation(surface.weight())
                : triangle.inverse();
    }

    /// The inverse of the information with other weights, such as the expected ones.
    Matrix inverseInformation(double[] weights) {
        surface.addUp(surface.residual(), weights);
        triangle.decompose(surface.squares());
        return triangle.inverse();
    }
}
