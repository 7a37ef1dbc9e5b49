package eyebright.study;

import java.util.Optional;

/// One answer of a question with options.
///
/// @param code permanent; what is stored
/// @param label free; what is shown
/// @param alone whether it excludes every other option of a several-of question, such as "none"
/// @param foreign what a table made elsewhere writes for it, where that is not the code
public record Option(String code, String label, boolean alone, Optional<String> foreign) {

    public Option {
        if (code.isEmpty() || label.isBlank()) {
            throw new IllegalArgumentException(
                    "code and label of an option must not be empty: \"%s\", \"%s\""
                            .formatted(code, label));
        }
    }

    /// An ordinary option.
    public static Option of(String code, String label) {
        return new Option(code, label, false, Optional.empty());
    }
}
