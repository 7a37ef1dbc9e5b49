package eyebright.stats.model;

/// How a variance that is robust to clusters allows for their number.
///
/// ```
/// CR0: V = B (Σ over clusters of Xᵀe eᵀX) B,  B = (XᵀX)⁻¹        CR1: V G / (G - 1) (n - 1) / (n - p)
/// ```
///
/// Source: Cameron & Miller (2015) <https://doi.org/10.3368/jhr.50.2.317>. R: `sandwich::vcovCL` with
/// `type = "HC0", cadjust = FALSE`, and its default `HC1`; Stata prints CR1.
public enum ClusterVariance {
    /// As it is: too small with few clusters.
    CR0,
    /// Enlarged for few clusters and many coefficients.
    CR1
}
