package eyebright.population;

import java.util.List;

/// How many respondents rate without reading. The rest of what they answer is ordinary.
///
/// @param share of respondents, 0 to 1
/// @param how what they do, one of these for each of them, equally likely
public record Carelessness(double share, List<How> how, Ground ground) {

    public Carelessness {
        how = List.copyOf(how);
        if (!(share >= 0 && share <= 1) || how.isEmpty()) {
            throw new IllegalArgumentException(
                    "carelessness must be a share from 0 to 1 and a way, not %s and %s"
                            .formatted(share, how));
        }
    }

    /// What somebody does who does not read.
    public enum How {
        /// Gives one answer to every rating of a page.
        SAME_ANSWER("same-answer"),
        /// Gives any answer, each point equally likely.
        RANDOM("random");

        private final String word;

        How(String word) {
            this.word = word;
        }

        /// The word in `population.yaml`.
        public String word() {
            return word;
        }
    }
}
