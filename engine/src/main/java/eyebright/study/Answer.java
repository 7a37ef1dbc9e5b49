package eyebright.study;

import java.math.BigDecimal;
import java.util.List;

/// What a respondent answered to one variable. No answer is no value: absence, not an empty one.
public sealed interface Answer {

    /// One option, by its code.
    record One(String code) implements Answer {}

    /// The chosen options by code, in the order of the question; may be empty only where "none" is not
    /// an option and the respondent said so elsewhere.
    record Several(List<String> codes) implements Answer {
        public Several {
            codes = List.copyOf(codes);
        }
    }

    /// A number: a rating, a count, a quantity, or the N of "one in N".
    record Amount(BigDecimal value) implements Answer {}

    /// Words of the respondent's own.
    record Words(String text) implements Answer {}
}
