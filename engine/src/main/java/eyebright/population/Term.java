package eyebright.population;

import java.util.LinkedHashSet;
import java.util.Set;

/// What an effect reads of somebody: something drawn earlier.
public sealed interface Term {

    /// As the file names it.
    String text();

    /// The variable, scale or hidden name it reads.
    String variable();

    /// Whether one of these options was chosen, against everybody who chose another.
    ///
    /// @param variable a one-of or several-of question
    /// @param codes of its options, one or more
    record Chosen(String text, String variable, Set<String> codes) implements Term {
        public Chosen {
            codes = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(codes));
            if (codes.isEmpty()) {
                throw new IllegalArgumentException("codes of " + variable + " must not be none");
            }
        }
    }

    /// A number: a question's answer, a scale's score or a hidden variable.
    record Amount(String text, String variable, Per per) implements Term {}

    /// For how much more of a number an effect is said.
    sealed interface Per {

        /// For so many of its units.
        ///
        /// @param units above 0
        record Units(double units) implements Per {
            public Units {
                if (!(units > 0) || !Double.isFinite(units)) {
                    throw new IllegalArgumentException("units must be above 0, not " + units);
                }
            }
        }

        /// For one standard deviation of it.
        record Deviation() implements Per {}
    }
}
