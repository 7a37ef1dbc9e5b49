package eyebright.manuscript;

import java.util.List;
import java.util.Locale;

/// What a placeholder between double braces asks for.
sealed interface Slot {

    /// Something about a finding, as in `{{ever.answer}}`.
    ///
    /// @param finding the id of a claim, or of what stands beside one, as `ever.comparable`
    record OfClaim(String finding, Asked asked) implements Slot {}

    /// A published figure, as in `{{published.ever}}`.
    record OfPublished(String id) implements Slot {}

    /// Something about the study as a whole, as in `{{study.respondents}}`.
    record OfStudy(Fact fact) implements Slot {}

    /// A part that stands by itself, as in `{{deviations}}`.
    record OfPart(Part part) implements Slot {}

    /// What is asked of a finding.
    sealed interface Asked {

        /// Words that every finding has.
        record Words(Word word) implements Asked {}

        /// An estimate or a test by its name in JSON.
        record Figure(String name, Form form) implements Asked {}

        /// One of the author's own words, by where the interval lies.
        ///
        /// @param name the estimate
        /// @param words for more, for less and for neither
        record Direction(String name, List<String> words) implements Asked {
            public Direction {
                words = List.copyOf(words);
            }
        }

        /// One of the author's own words, by the verdict.
        ///
        /// @param words for a claim that holds, one that is contradicted, and neither
        record Outcome(List<String> words) implements Asked {
            public Outcome {
                words = List.copyOf(words);
            }
        }
    }

    /// Words that every finding has.
    enum Word {
        ANSWER,
        QUESTION,
        SAYS,
        VERDICT,
        AGREEMENT,
        WHY,
        RULE,
        N,
        PICTURE,
        TABLE,
        FINDING
    }

    /// How a figure is written.
    enum Form {
        /// The number with its unit: `72 %`.
        VALUE,
        /// Its interval: `68 to 75 %`.
        INTERVAL,
        /// As the American Psychological Association has it: `72 %, 95 % CI [68, 75]`.
        APA
    }

    /// Something about the study as a whole.
    enum Fact {
        TITLE,
        ASKS,
        RESPONDENTS,
        PLANNED,
        EXCLUDED,
        PLAN_HASH,
        DATA_HASH,
        FROZEN
    }

    /// A part that stands by itself.
    enum Part {
        PLANNED_FINDINGS,
        PRIMARY_FINDINGS,
        EXPLORATORY_FINDINGS,
        DEVIATIONS,
        EXCLUSIONS,
        MEASURES,
        SAMPLE_SIZE,
        RECRUITMENT,
        CONSENT,
        QUESTIONNAIRE,
        LIMITS,
        REFERENCES
    }

    /// Whether it takes a place of its own rather than one in a sentence.
    default boolean isBlock() {
        return switch (this) {
            case OfPart _ -> true;
            case OfClaim(_, Asked.Words(Word word)) ->
                    word == Word.PICTURE || word == Word.TABLE || word == Word.FINDING;
            case OfClaim _, OfPublished _, OfStudy _ -> false;
        };
    }

    /// The word of a constant in a placeholder, such as `plan-hash`.
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
