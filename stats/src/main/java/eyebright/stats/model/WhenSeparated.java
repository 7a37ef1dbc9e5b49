package eyebright.stats.model;

/// What is done where predictors tell the outcome without error and maximum likelihood has no finite
/// estimate.
public enum WhenSeparated {
    /// Firth's estimate in its place; the model says so.
    FIRTH,
    /// No model, and the reason.
    REFUSE
}
