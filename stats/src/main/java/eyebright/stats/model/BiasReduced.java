package eyebright.stats.model;

import eyebright.stats.Fitting;
import eyebright.stats.Fitting.Fitted;
import eyebright.stats.Fitting.NotFitted;
import eyebright.stats.matrix.RowPatterns;
import java.util.Arrays;

/// How much each person moves the coefficients of one model, with residuals made as large as errors.
///
/// ```
/// AS_ERRORS: d = A x (y - m) / √(1 - h)        LEFT_OUT: d = A x (y - m) / (1 - h)
/// A: inverse information,  h = w xᵀA x: the share a person has in their own mean
/// ```
///
/// Residuals are smaller than errors by √(1 - h) where the model's variance holds up to a factor. Σ d dᵀ is then
/// not too small on average: CR2, and HC2 for one model. Divided by 1 - h they are those of a model without the person:
/// HC3, which leans to the safe side. Edge cases: a person who alone decides a coefficient has no residual to judge its
/// error by, and there are no influences but a reason. Sources: Bell & McCaffrey (2002), Survey Methodology 28, 169-181;
/// for counts and yes or no McCaffrey & Bell (2006), Statistics in Medicine 25, 4081-4098; HC3: see
/// [LeverageCovariance]. R: `clubSandwich::vcovCR(type = "CR2")`, `sandwich::vcovHC(type = "HC3")`.
final class BiasReduced {

    /// A share nearer to 1 is 1 to the digits it is known by.
    private static final double WHOLE = 1 - 1e-10;

    private BiasReduced() {}

    /// How large residuals are made.
    enum Residuals {
        /// As large as errors.
        AS_ERRORS,
        /// As large as without the person.
        LEFT_OUT;

        double over(double rest) {
            return switch (this) {
                case AS_ERRORS -> Math.sqrt(rest);
                case LEFT_OUT -> rest;
            };
        }
    }

    /// For each coefficient one number for each person.
    ///
    /// @param numbers the number of each respondent's person, from 0, all different
    /// @param people how many there are; those without an answer here move nothing
    static Fitting<double[][]> influences(
            GeneralizedFit fit, int[] numbers, int people, Residuals size) {
        double[] shares = fit.leverages();
        for (int row = 0; row < shares.length; row++) {
            if (!(shares[row] < WHOLE)) {
                return new NotFitted<>(LeverageCovariance.ONE_DECIDES.formatted("respondent"));
            }
            shares[row] = 1 / size.over(1 - shares[row]);
        }
        double[][] ofRows = ofRows(fit);
        double[] residuals = fit.residuals();
        RowPatterns patterns = fit.input().patterns();
        for (int i = 0; i < residuals.length; i++) {
            residuals[i] *= shares[patterns.at(i)];
        }
        var influences = new double[ofRows.length][];
        boolean isEachItsOwn = people == shares.length && isInOrder(numbers);
        for (int j = 0; j < ofRows.length; j++) {
            // Where each person is a row of their own, in their order, what it moves is scaled in
            // its place.
            double[] influence = isEachItsOwn ? ofRows[j] : new double[people];
            for (int i = 0; i < residuals.length; i++) {
                influence[numbers[i]] = residuals[i] * ofRows[j][patterns.at(i)];
            }
            influences[j] = influence;
        }
        return new Fitted<>(influences);
    }

    private static boolean isInOrder(int[] numbers) {
        boolean isInOrder = true;
        for (int i = 0; i < numbers.length; i++) {
            isInOrder &= numbers[i] == i;
        }
        return isInOrder;
    }

    /// The coefficients of a model of which each respondent is a person, with residuals as large as without them.
    static Fitting<Coefficients> coefficients(GeneralizedFit fit) {
        int n = fit.input().n();
        if (n < 2) {
            return new NotFitted<>("there is only one respondent");
        }
        int[] numbers = new int[n];
        Arrays.setAll(numbers, i -> i);
        return switch (influences(fit, numbers, n, Residuals.LEFT_OUT)) {
            case NotFitted<double[][]>(String reason) -> new NotFitted<>(reason);
            case Fitted<double[][]>(double[][] influences) ->
                    new Fitted<>(
                            Coefficients.withInfluences(
                                    fit.coefficients().names(),
                                    fit.coefficients().values(),
                                    new Influences(influences)));
        };
    }

    /// What an error of 1 in each row moves, in the units of the coefficients.
    private static double[][] ofRows(GeneralizedFit fit) {
        ModelRows rows = fit.rows();
        int p = rows.predictors();
        double[][] turn = rows.turn();
        var ofRows = new double[p][rows.size()];
        for (int j = 0; j < p; j++) {
            double[] weights = fit.scaledCovariance().times(turn[j]);
            for (int k = 0; k < p; k++) {
                double[] column = rows.column(k);
                for (int row = 0; row < column.length; row++) {
                    ofRows[j][row] += weights[k] * column[row];
                }
            }
        }
        return ofRows;
    }
}
