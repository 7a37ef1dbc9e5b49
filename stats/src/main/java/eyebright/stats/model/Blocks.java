package eyebright.stats.model;

import eyebright.stats.Fitting;
import eyebright.stats.Fitting.Fitted;
import eyebright.stats.Fitting.NotFitted;
import eyebright.stats.formula.Formula;
import eyebright.stats.model.LikelihoodRatio.LogLikelihood;
import java.util.ArrayList;
import java.util.List;

/// What each block of predictors explains beyond all others: the model is fitted with all terms, and
/// again without those of each block.
///
/// A block takes with it every interaction that one of its variables is part of. Blocks that overlap in
/// what they explain can each come to little although together they explain much; R² does not divide
/// among blocks.
///
/// Works with any model that has a likelihood. See [LikelihoodRatio] for the figures and their source.
public final class Blocks {

    private Blocks() {}

    /// A set of predictors that belong together, such as what is known of the therapist.
    ///
    /// @param name what it is called in the article
    /// @param variables names of variables of the formula: 1 or more
    public record Block(String name, List<String> variables) {

        /// @throws IllegalArgumentException if the name is blank or there is no variable
        public Block {
            variables = List.copyOf(variables);
            if (name.isBlank() || variables.isEmpty()) {
                throw new IllegalArgumentException(
                        "a block must have a name and variables, not '%s' with %s"
                                .formatted(name, variables));
            }
        }
    }

    /// What a block came to.
    ///
    /// @param block the block
    /// @param ratio the full model against the one without it
    public record Explained(Block block, LikelihoodRatio ratio) {}

    /// Fits a formula to the same respondents each time.
    @FunctionalInterface
    public interface Fit {

        /// The likelihood that a formula reaches, or the reason why it cannot be fitted.
        Fitting<LogLikelihood> of(Formula formula);
    }

    /// What each block explains given all else, or the reason of the first model that cannot be fitted.
    ///
    /// @param blocks in the order to be shown; each with a variable in a term of the formula
    /// @param level coverage of the intervals: above 0 and below 1
    /// @throws IllegalArgumentException if a block takes no term away, or the level is out of range
    public static Fitting<List<Explained>> of(
            Formula formula, List<Block> blocks, Fit fit, double level) {
        return switch (fit.of(formula)) {
            case NotFitted<LogLikelihood>(String reason) -> new NotFitted<>(reason);
            case Fitted<LogLikelihood>(LogLikelihood full) -> {
                List<Explained> all = new ArrayList<>();
                for (Block block : blocks) {
                    Formula smaller = formula.without(block.variables());
                    if (smaller.terms().equals(formula.terms())) {
                        throw new IllegalArgumentException(
                                "variables of block %s must be among %s, not %s"
                                        .formatted(
                                                block.name(),
                                                formula.predictors(),
                                                block.variables()));
                    }
                    switch (fit.of(smaller)) {
                        case Fitted<LogLikelihood>(LogLikelihood rest) ->
                                all.add(
                                        new Explained(
                                                block, LikelihoodRatio.of(rest, full, level)));
                        case NotFitted<LogLikelihood>(String reason) -> {
                            yield new NotFitted<>("without %s, %s".formatted(block.name(), reason));
                        }
                    }
                }
                yield new Fitted<>(List.copyOf(all));
            }
        };
    }
}
