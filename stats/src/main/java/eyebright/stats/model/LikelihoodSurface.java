package eyebright.stats.model;

/// A log-likelihood of several parameters, with the slopes and the curvature that Newton's method needs.
interface LikelihoodSurface {

    /// The log-likelihood at these parameters.
    Point at(double[] parameters);

    /// What a log-likelihood is at one place.
    ///
    /// Filled by the likelihood that makes it, read by nobody else than [NewtonAscent] and the model.
    final class Point {

        /// The log-likelihood; minus infinity where the parameters make no distribution.
        final double value;

        /// Its first derivatives.
        final double[] gradient;

        /// Its second derivatives with the sign turned: the observed information.
        final double[][] information;

        Point(double value, double[] gradient, double[][] information) {
            this.value = value;
            this.gradient = gradient;
            this.information = information;
        }

        /// A place where the parameters make no distribution.
        static Point outside() {
            return new Point(Double.NEGATIVE_INFINITY, new double[0], new double[0][0]);
        }

        boolean isOutside() {
            return !(value > Double.NEGATIVE_INFINITY && value < Double.POSITIVE_INFINITY);
        }
    }
}
