package eyebright.analysis;

/// How much is worked out of a summary. What both depths give is the same in value, n and p; what differs is how
/// limits are found, and what stands beside.
public enum Depth {
    /// All that a reader sees: limits of odds ratios and of dispersions by profile likelihood, and what the model
    /// predicts of respondents it has not seen.
    FULL,
    /// What decides a claim, for rehearsals that ask it of a thousand data sets: Wald's limits where a profile
    /// would stand, and no analysis of data that were filled in. Left out is what decides nothing: Bayes factors;
    /// standardised differences of means and Student's t; of a model the coefficients that are not shown, the
    /// interval of its dispersion, what it predicts of respondents (`auc`, `brier`, `r2_cross_validated`), its
    /// test as a whole and that of proportional odds; whether slopes are proportional; of a scale all but omega.
    VERDICT
}
