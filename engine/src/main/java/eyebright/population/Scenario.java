package eyebright.population;

/// A world in which a study is rehearsed.
public sealed interface Scenario {

    /// The original was right, or what is assumed holds.
    Scenario AS_PUBLISHED = Plain.AS_PUBLISHED;

    /// Every effect is half as strong on the scale on which effects add; margins stay.
    Scenario HALF = Plain.HALF;

    /// No effect at all; margins stay.
    Scenario NOTHING = Plain.NOTHING;

    /// The name in files and commands, such as `as-published`.
    String word();

    /// A scenario that every study has.
    enum Plain implements Scenario {
        AS_PUBLISHED("as-published"),
        HALF("half"),
        NOTHING("nothing");

        private final String word;

        Plain(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }

    /// As published, but the difference of one claim is exactly the smallest of interest: where the error
    /// of a claim of no difference lives. The population says how, by a change.
    ///
    /// @param claim the id of the claim
    record AtTheMargin(String claim) implements Scenario {

        /// How its word begins.
        public static final String WORD = "at-the-margin";

        public AtTheMargin {
            if (claim.isBlank()) {
                throw new IllegalArgumentException("claim of a scenario must not be empty");
            }
        }

        @Override
        public String word() {
            return WORD + "." + claim;
        }
    }
}
