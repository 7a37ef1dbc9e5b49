package eyebright.stats.model;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.Interval;
import eyebright.stats.distribution.Quantiles;
import eyebright.stats.formula.Predictor;
import eyebright.stats.matrix.Matrix;
import java.util.List;
import java.util.stream.IntStream;

/// What a linear regression says of others.
///
/// ```
/// xᵀb ± t(df) sqrt(xᵀ V x)  for the mean        xᵀb ± t(df) sqrt(xᵀ V x + s²)  for one more respondent
/// ```
///
/// R: `predict(model, new, interval = "confidence")` and `"prediction"`.
record Prediction(LinearRegression model, Predicted what, double level, double quantile) {

    static Prediction of(LinearRegression model, Predicted what, double level) {
        return new Prediction(model, what, level, Quantiles.t(model.df(), level));
    }

    List<Estimate> at(List<Predictor> others) {
        Matrix rows = model.design().rowsOf(others);
        double[] offsets = model.design().offsetOf(others);
        Coefficients coefficients = model.coefficients();
        return IntStream.range(0, rows.rows())
                .mapToObj(i -> one(rows.row(i), offsets[i], coefficients))
                .toList();
    }

    private Estimate one(double[] row, double offset, Coefficients coefficients) {
        double value = offset;
        double[] b = coefficients.values();
        for (int j = 0; j < b.length; j++) {
            value += row[j] * b[j];
        }
        double error = coefficients.error(row);
        double sd = model.residualSd();
        double reach =
                quantile
                        * switch (what) {
                            case MEAN -> error;
                            case RESPONDENT -> Math.hypot(error, sd);
                        };
        if (!Double.isFinite(value) || !Double.isFinite(reach)) {
            return new NotEstimable("the values of the predictors are too large to compute with");
        }
        if (sd == 0) {
            return Known.bare(value, model.n());
        }
        return Known.of(value, new Interval(value - reach, value + reach, level), model.n());
    }
}
