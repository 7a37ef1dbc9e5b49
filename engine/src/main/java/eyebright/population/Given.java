package eyebright.population;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What holds for everybody, or for each answer to an earlier one-of question by itself.
public sealed interface Given<T> {

    /// The same for everybody.
    record Always<T>(T value) implements Given<T> {}

    /// Another for each option.
    ///
    /// @param variable a one-of question that is drawn earlier
    /// @param levels by the code of every option of it, in its order
    record ByLevel<T>(String variable, Map<String, T> levels) implements Given<T> {
        public ByLevel {
            levels = Collections.unmodifiableMap(new LinkedHashMap<>(levels));
            if (levels.isEmpty()) {
                throw new IllegalArgumentException(
                        "levels given " + variable + " must not be none");
            }
        }
    }

    /// Every value, in order.
    default Collection<T> values() {
        return switch (this) {
            case Always<T>(T value) -> List.of(value);
            case ByLevel<T>(String _, Map<String, T> levels) -> levels.values();
        };
    }
}
