package eyebright.stats.model;

/// The log-likelihood of the rows of a generalized linear model, without the part that only the data
/// decide, with its slopes and curvature by the coefficients of the scaled predictors.
///
/// ```
/// g = Xᵀ residual     H = Xᵀ W X
/// ```
///
/// One block of rows after another, so that each is read once. All arrays are made once. Mutable: for one
/// thread.
final class RowLikelihood implements LikelihoodSurface {

    private final ModelRows rows;
    private final RowProducts products;
    private final double[] eta;
    private final double[] residual;
    private final double[] weight;
    private Response response;

    RowLikelihood(ModelRows rows, Response response) {
        this.rows = rows;
        this.response = response;
        this.products = new RowProducts(rows);
        this.eta = new double[rows.size()];
        this.residual = new double[rows.size()];
        this.weight = new double[rows.size()];
    }

    /// Goes on with another response, such as another dispersion.
    void change(Response other) {
        response = other;
    }

    Response response() {
        return response;
    }

    ModelRows rows() {
        return rows;
    }

    /// The log-likelihood at coefficients; afterwards everything else stands for them too.
    double evaluate(double[] coefficients) {
        var sum = new KahanSum();
        products.clear();
        for (int from = 0; from < eta.length; from += RowProducts.BLOCK) {
            int to = Math.min(eta.length, from + RowProducts.BLOCK);
            products.predict(coefficients, eta, from, to);
            sum.add(response.evaluate(eta, rows, residual, weight, from, to));
            products.addSlopes(residual, from, to);
            products.addSquares(weight, from, to);
        }
        return sum.value();
    }

    /// Adds up anew, with residuals and weights that may have been changed.
    void addUp(double[] residuals, double[] weights) {
        products.clear();
        for (int from = 0; from < eta.length; from += RowProducts.BLOCK) {
            int to = Math.min(eta.length, from + RowProducts.BLOCK);
            products.addSlopes(residuals, from, to);
            products.addSquares(weights, from, to);
        }
    }

    @Override
    public Point at(double[] parameters) {
        double value = evaluate(parameters);
        if (!Double.isFinite(value)) {
            return Point.outside();
        }
        int p = parameters.length;
        var information = new double[p][p];
        for (int j = 0; j < p; j++) {
            for (int k = 0; k <= j; k++) {
                information[j][k] = products.squares()[j * p + k];
                information[k][j] = information[j][k];
            }
        }
        return new Point(value, products.slopes().clone(), information);
    }

    /// The log-likelihood of rows at linear predictors.
    static double of(ModelRows rows, Response response, double[] eta) {
        var spare = new double[eta.length];
        var sum = new KahanSum();
        for (int from = 0; from < eta.length; from += RowProducts.BLOCK) {
            int to = Math.min(eta.length, from + RowProducts.BLOCK);
            sum.add(response.evaluate(eta, rows, spare, spare, from, to));
        }
        return sum.value();
    }

    /// The slopes; not a copy.
    double[] slopes() {
        return products.slopes();
    }

    /// The lower triangle of the curvature with its sign turned, row by row; not a copy.
    double[] squares() {
        return products.squares();
    }

    /// The linear predictor of each row; not a copy.
    double[] eta() {
        return eta;
    }

    /// The slope of each row by its linear predictor; not a copy.
    double[] residual() {
        return residual;
    }

    /// The curvature of each row by its linear predictor, with its sign turned; not a copy.
    double[] weight() {
        return weight;
    }
}
