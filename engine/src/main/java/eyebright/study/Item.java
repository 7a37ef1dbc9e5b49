package eyebright.study;

import java.util.Optional;

/// One adjective or statement of a [Question.Rate]; its answers are the variable `question.code`.
///
/// @param code permanent
/// @param label free; what is shown
/// @param column the name of its column in a table made elsewhere
public record Item(String code, String label, Optional<String> column) {

    public Item {
        if (code.isEmpty() || label.isBlank()) {
            throw new IllegalArgumentException(
                    "code and label of an item must not be empty: \"%s\", \"%s\""
                            .formatted(code, label));
        }
    }
}
