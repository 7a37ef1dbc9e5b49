package eyebright.stats.model;

/// The log-likelihood of an unordered outcome: one linear predictor for each category but the reference.
///
/// Parameters: category by category the constant and the coefficients.
final class MultinomialLogit implements LikelihoodSurface {

    private final ScaledPredictors predictors;
    private final int[] codes;
    private final int categories;
    private final int reference;

    MultinomialLogit(ScaledPredictors predictors, int[] codes, int categories, int reference) {
        this.predictors = predictors;
        this.codes = codes;
        this.categories = categories;
        this.reference = reference;
    }

    /// How many parameters a category has.
    int width() {
        return predictors.count() + 1;
    }

    /// Where the parameters of a category begin; the reference has none.
    int first(int category) {
        return (category < reference ? category : category - 1) * width();
    }

    /// Constants at the shares of the sample, and no predictor of any weight.
    double[] start() {
        var counts = new int[categories];
        for (int code : codes) {
            counts[code]++;
        }
        var start = new double[(categories - 1) * width()];
        for (int k = 0; k < categories; k++) {
            if (k != reference) {
                start[first(k)] = StrictMath.log(counts[k] / (double) counts[reference]);
            }
        }
        return start;
    }

    /// The chances of all categories.
    double[] chances(double[] parameters, double[] z) {
        var chances = new double[categories];
        double largest = 0;
        for (int k = 0; k < categories; k++) {
            if (k != reference) {
                double sum = parameters[first(k)];
                for (int c = 0; c < z.length; c++) {
                    sum += parameters[first(k) + 1 + c] * z[c];
                }
                chances[k] = sum;
                largest = Math.max(largest, sum);
            }
        }
        double total = 0;
        for (int k = 0; k < categories; k++) {
            chances[k] = StrictMath.exp(chances[k] - largest);
            total += chances[k];
        }
        for (int k = 0; k < categories; k++) {
            chances[k] /= total;
        }
        return chances;
    }

    @Override
    public Point at(double[] parameters) {
        double value = 0;
        var gradient = new double[parameters.length];
        var information = new double[parameters.length][parameters.length];
        for (int i = 0; i < codes.length; i++) {
            double[] z = predictors.row(i);
            double[] chances = chances(parameters, z);
            value += StrictMath.log(chances[codes[i]]);
            for (int k = 0; k < categories; k++) {
                if (k != reference) {
                    add(gradient, k, z, (codes[i] == k ? 1 : 0) - chances[k]);
                    for (int l = 0; l < categories; l++) {
                        if (l != reference) {
                            double weight = chances[k] * ((k == l ? 1 : 0) - chances[l]);
                            add(information[first(k)], l, z, weight);
                            for (int c = 0; c < z.length; c++) {
                                add(information[first(k) + 1 + c], l, z, weight * z[c]);
                            }
                        }
                    }
                }
            }
        }
        return new Point(value, gradient, information);
    }

    /// The slopes of the linear predictor of a category, times a factor, added to a vector.
    void add(double[] vector, int category, double[] z, double factor) {
        int place = first(category);
        vector[place] += factor;
        for (int c = 0; c < z.length; c++) {
            vector[place + 1 + c] += factor * z[c];
        }
    }
}
