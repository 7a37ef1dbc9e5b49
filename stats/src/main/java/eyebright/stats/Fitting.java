package eyebright.stats;

/// What came of fitting a model: the model, or the reason why there is none.
///
/// @param <M> the kind of model
public sealed interface Fitting<M> {

    /// A model that was fitted.
    ///
    /// @param model the model
    record Fitted<M>(M model) implements Fitting<M> {}

    /// No model, and why.
    ///
    /// @param reason a clause that a psychologist understands and that names predictors as the formula
    ///   does, such as `education has the same value for everyone`; not blank
    record NotFitted<M>(String reason) implements Fitting<M> {

        /// @throws IllegalArgumentException if the reason is blank
        public NotFitted {
            if (reason.isBlank()) {
                throw new IllegalArgumentException("reason must be a clause, not blank");
            }
        }
    }
}
