package eyebright.stats.model;

/// How the clustered covariance of a linear regression allows for few clusters.
///
/// ```
/// CR0: V = B (Σ over clusters of Xᵀe eᵀX) B,  B = (XᵀX)⁻¹        CR1: V g / (g - 1) (n - 1) / (n - p)
/// ```
///
/// Source: Cameron & Miller (2015) <https://doi.org/10.3368/jhr.50.2.317>. R: `sandwich::vcovCL` with
/// `type = "HC0", cadjust = FALSE`, and its default for `lm`, which Stata's `regress` prints too. Models
/// by likelihood have another rule: see [SandwichCovariance.Adjustment].
public enum ClusterVariance {
    /// As it is: too small with few clusters.
    CR0,
    /// Enlarged for few clusters and many coefficients.
    CR1;

    /// What the covariance is multiplied by.
    double factor(double clusters, double n, double coefficients) {
        return switch (this) {
            case CR0 -> 1;
            case CR1 -> clusters / (clusters - 1) * ((n - 1) / (n - coefficients));
        };
    }
}
