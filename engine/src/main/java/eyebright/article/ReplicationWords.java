package eyebright.article;

import java.util.Map;

/// What the figures are called that say how ours and a published estimate go together.
final class ReplicationWords {

    private static final Map<String, String> WORDS =
            Map.of(
                    "same_sign", "Same direction, and p",
                    "prediction", "Ours, and where it was to be expected",
                    "predicted_count", "Our count, and where it was to be expected",
                    "heterogeneity", "Q: do both estimate the same?",
                    "small_telescopes", "Least effect the original could see; is ours below it?",
                    "telescopes_power", "Chance of seeing that, were there nothing",
                    "log_bayes_factor", "Bayes factor: as published against nothing",
                    "combined", "Both together",
                    "sceptical", "Sceptical p",
                    "equivalence", "Difference of both; too small to matter?");

    private static final Map<String, String> SHORT =
            Map.of(
                    "same_sign", "common direction",
                    "prediction", "prediction interval",
                    "predicted_count", "predicted count",
                    "heterogeneity", "Q",
                    "small_telescopes", "small telescopes",
                    "telescopes_power", "power of small telescopes",
                    "log_bayes_factor", "Bayes factor",
                    "combined", "combined estimate",
                    "sceptical", "sceptical p",
                    "equivalence", "test that both are the same");

    private ReplicationWords() {}

    /// The name of a figure in a sentence.
    static String inShort(String name) {
        return SHORT.getOrDefault(name, name);
    }

    /// The words for a figure by its name in JSON; the name itself where there are none.
    static String of(String name) {
        return WORDS.getOrDefault(name, name);
    }
}
