package eyebright.method;

import java.util.Optional;
import java.util.OptionalInt;

/// How many came, began and finished.
///
/// @param visitors who came to the study's pages; absent where that was not counted
/// @param started who agreed and saved a page; those who withdrew are not among them
/// @param sent who reached the end and sent
public record Traffic(Optional<Visitors> visitors, int started, int sent) {

    private static final int HUNDRED = 100;

    public Traffic {
        if (sent < 0 || sent > started) {
            throw new IllegalArgumentException(
                    "sent must be 0 to started, not %d of %d".formatted(sent, started));
        }
    }

    /// Who came, each person once a day. Whoever comes back on another day is counted again: nothing is kept by which
    /// they could be known.
    ///
    /// @param site to any page of the study
    /// @param survey to the page that asks for consent
    public record Visitors(int site, int survey) {
        public Visitors {
            if (survey < 0 || survey > site) {
                throw new IllegalArgumentException(
                        "survey must be 0 to site, not %d of %d".formatted(survey, site));
            }
        }
    }

    /// The share of those who saw any page that saw the consent, in whole percent; empty where that is not known.
    OptionalInt viewRate() {
        return visitors.isEmpty()
                ? OptionalInt.empty()
                : percent(visitors.get().survey(), visitors.get().site());
    }

    /// The share of those who saw the consent that agreed, in whole percent; empty where that is not known.
    OptionalInt participationRate() {
        return visitors.isEmpty() ? OptionalInt.empty() : percent(started, visitors.get().survey());
    }

    /// The share of those who agreed that sent, in whole percent; empty if nobody agreed.
    OptionalInt completionRate() {
        return percent(sent, started);
    }

    /// @return empty where there is nothing to be a share of, or where a restart of the counting made it less than it was
    private static OptionalInt percent(int some, int all) {
        return all == 0 || some > all
                ? OptionalInt.empty()
                : OptionalInt.of((int) Math.round(HUNDRED * (double) some / all));
    }
}
