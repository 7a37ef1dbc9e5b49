package eyebright.expression;

import java.util.List;

/// The values of one variable in many rows, read a block at a time into arrays of the reader.
public sealed interface Series {

    /// Numbers; each stands for the decimal that [java.math.BigDecimal#valueOf(double)] makes of it.
    non-sealed interface Numbers extends Series {

        /// Reads `count` rows.
        ///
        /// @param from the first row
        /// @param values takes the numbers, finite, no negative zero; any number where not known
        /// @param known takes whether there is one
        void read(int from, int count, double[] values, boolean[] known);
    }

    /// Texts of which there are few, such as the codes of options.
    non-sealed interface Texts extends Series {

        /// What stands for an unknown text.
        int UNKNOWN = -1;

        /// The texts there may be.
        List<String> texts();

        /// Reads `count` rows.
        ///
        /// @param from the first row
        /// @param places takes the place of each text in [#texts], or [#UNKNOWN]
        void read(int from, int count, int[] places);
    }

    /// Truth values.
    non-sealed interface Truths extends Series {

        /// Reads `count` rows.
        ///
        /// @param from the first row
        /// @param holds takes whether it is true; anything where not known
        /// @param known takes whether that is known
        void read(int from, int count, boolean[] holds, boolean[] known);
    }

    /// No values: unknown in every row.
    record Nothing() implements Series {}
}
