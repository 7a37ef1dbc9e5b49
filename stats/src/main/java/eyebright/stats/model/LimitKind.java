package eyebright.stats.model;

/// How the interval of a coefficient is made.
public enum LimitKind {
    /// From the standard error: symmetric on the scale of the coefficient.
    WALD,
    /// By inverting the likelihood-ratio test: better where few respondents or rare answers make the
    /// likelihood lopsided.
    PROFILE
}
