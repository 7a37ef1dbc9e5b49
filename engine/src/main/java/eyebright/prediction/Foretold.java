package eyebright.prediction;

import eyebright.stats.Interval;
import java.util.List;
import java.util.Optional;

/// One chance of one respondent, and what moves it.
///
/// ```
/// centre + record + Σ parts = chance
/// ```
///
/// @param respondent the id of the row
/// @param prediction its id
/// @param ahead the id of how far it looks ahead
/// @param chance 0 to 1
/// @param interval the middle 80 % of the chance
/// @param base the chance of anybody, by the model without effects
/// @param past the chance of anybody with the respondent's own past, by the same; absent where no past enters
/// @param centre the chance of somebody at the centre of all effects
/// @param record what the respondent's own past adds to it; 0 where it does not enter
/// @param parts what each effect adds, in the order of the file
public record Foretold(
        String respondent,
        String prediction,
        String ahead,
        double chance,
        Interval interval,
        double base,
        Optional<Past> past,
        double centre,
        double record,
        List<Part> parts) {

    private static final double HUNDRED = 100;

    /// Copies the parts.
    public Foretold {
        parts = List.copyOf(parts);
    }

    /// What the respondent's own past tells, and nothing else about her.
    ///
    /// @param chance 0 to 1
    /// @param interval the middle 80 % of the chance
    public record Past(double chance, Interval interval) {}

    /// What one effect adds.
    ///
    /// @param called as a sentence names it, such as `Your experience`
    /// @param adds to the chance; near 0 where it was not answered
    /// @param given whether the respondent answered it; if not, its centre stands in with its spread
    public record Part(String called, double adds, Answer given) {}

    /// Whether something was answered.
    public enum Answer {
        /// It was.
        GIVEN,
        /// It was not.
        MISSING
    }

    /// Of a hundred like the respondent, to how many it is expected to happen: 0 to 100.
    public int ofHundred() {
        return ofHundred(chance);
    }

    /// A share as so many of a hundred.
    static int ofHundred(double share) {
        return (int) Math.rint(HUNDRED * share);
    }

    /// The effects that were not answered, as sentences name them.
    public List<String> missing() {
        return parts.stream()
                .filter(part -> part.given() == Answer.MISSING)
                .map(Part::called)
                .toList();
    }
}
