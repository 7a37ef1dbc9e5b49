package eyebright.freeze;

import java.util.LinkedHashSet;
import java.util.Set;

/// One thing that is no longer as it was frozen.
///
/// @param of where it stands
/// @param concerns ids of the claims it is about or whose numbers it changes; none where it is of all, as who
///   counts is, or of no claim
/// @param words what it was and what it is now, in plain words: begins small and ends without a full stop
public record Deviation(Of of, Set<String> concerns, String words) {

    public Deviation {
        concerns = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(concerns));
    }

    /// Which file of the study holds it.
    public enum Of {
        /// Claims and what they compute.
        PLAN("plan.yaml"),
        /// Scales and flags.
        SCALES("scales.yaml"),
        /// Consent, who may take part, who counts.
        STUDY("study.yaml"),
        /// Pages and questions.
        QUESTIONS("questions.yaml");

        private final String file;

        Of(String file) {
            this.file = file;
        }

        /// The name of the file.
        public String file() {
            return file;
        }
    }

    /// The words as a sentence of their own.
    public String sentence() {
        return words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1) + ".";
    }
}
