package eyebright.stats.model;

/// How the errors of a [StackedModel] are had.
///
/// With few events the sandwich is too small and never twice the same: in rehearsed studies of 684 respondents of whom
/// few had cried in therapy, tests at 5 % erred in 5.5 to 7 % by [#LARGE_SAMPLES] and in 4.5 to 5.5 % by [#SMALL_SAMPLES];
/// one test of eight coefficients in 12 and in 4 %. `docs/decisions/0038` compares the ways.
public enum StackedErrors {
    /// The sandwich as it is, and normal errors. Persons may have several rows in one outcome.
    LARGE_SAMPLES,
    /// Residuals made as large as errors (CR2), and Student's t with the degrees of freedom that people show
    /// ([eyebright.stats.distribution.SquaresDf]); several coefficients at once by an approximate Hotelling test. Persons
    /// have one row in an outcome.
    SMALL_SAMPLES
}
