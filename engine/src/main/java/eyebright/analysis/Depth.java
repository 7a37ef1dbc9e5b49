package eyebright.analysis;

/// How much is worked out of a summary. Values, tests and Bayes factors are the same at both depths, and so is
/// whether there are any; what differs is how limits are found, and what stands beside.
public enum Depth {
    /// All that a reader sees: limits of odds ratios and of dispersions by profile likelihood, and what the model
    /// predicts of respondents it has not seen.
    FULL,
    /// What decides a claim, for rehearsals that ask it of a thousand data sets: Wald's limits where a profile
    /// would stand, the dispersion bare, and no `r2_cross_validated`. Imputation stays: it is the analysis.
    VERDICT
}
