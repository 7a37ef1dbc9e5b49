package eyebright.study;

import java.math.BigDecimal;
import java.util.List;

/// One thing with at most one answer a respondent: a question, or one item of a rated list.
///
/// @param name `question` or `question.item`
/// @param label what it is about, in the words of the questionnaire
/// @param column the name of its column in a table made elsewhere; `name` where none is declared
/// @param page the id of the page that asks it
/// @param kind what its answers are
public record Variable(String name, String label, String column, String page, Kind kind) {

    /// The id of the question that a name is of: `felt`, whether it is `felt` itself, an option such as `felt.joy` or
    /// an item that is rated.
    public static String question(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    /// What the answers to a variable are. Closed, as the kinds of question are.
    public sealed interface Kind {

        /// One of the options: [Answer.One].
        record Choice(List<Option> options) implements Kind {
            public Choice {
                options = List.copyOf(options);
            }
        }

        /// Several of the options: [Answer.Several]; a table has one column for each.
        record Choices(List<Option> options) implements Kind {
            public Choices {
                options = List.copyOf(options);
            }
        }

        /// A number between two limits: [Answer.Amount].
        ///
        /// @param decimals the most digits after the point
        record Numeric(BigDecimal from, BigDecimal to, int decimals, String unit) implements Kind {}

        /// Free words: [Answer.Words]. Never shown on a public page.
        record Text(int upTo) implements Kind {}
    }
}
