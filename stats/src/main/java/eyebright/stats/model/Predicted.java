package eyebright.stats.model;

/// What an interval around a prediction is to hold.
public enum Predicted {
    /// The mean of all who have these predictors.
    MEAN,
    /// The outcome of one more respondent with these predictors (of weight 1).
    RESPONDENT
}
