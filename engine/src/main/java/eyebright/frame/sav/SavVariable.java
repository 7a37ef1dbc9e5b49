package eyebright.frame.sav;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;

/// One column of a system file.
sealed interface SavVariable {

    /// The widest text a system file holds, in bytes.
    int WIDEST = 32_767;

    /// Its name: one that SPSS allows, and no other column has.
    String name();

    /// What it is about.
    String label();

    /// What its values can be compared by.
    Measure measure();

    /// The level of measurement, by the number that the format gives it.
    enum Measure {
        NOMINAL(1),
        ORDINAL(2),
        SCALE(3);

        private final int code;

        Measure(int code) {
            this.code = code;
        }

        int code() {
            return code;
        }
    }

    /// What a number means.
    record ValueLabel(double value, String label) {}

    /// Numbers.
    ///
    /// @param labels what single numbers mean
    /// @param lowestMissing the lowest of the numbers that stand for a cell without an answer; none where every
    ///   cell has one
    /// @param decimals how many digits are shown after the point
    /// @param of the number of a row
    record Numeric(
            String name,
            String label,
            Measure measure,
            List<ValueLabel> labels,
            OptionalInt lowestMissing,
            int decimals,
            IntToDoubleFunction of)
            implements SavVariable {
        public Numeric {
            labels = List.copyOf(labels);
        }
    }

    /// Texts.
    ///
    /// @param width how many bytes the longest takes: 1 to [#WIDEST]
    /// @param of the text of a row
    record Words(String name, String label, int width, IntFunction<String> of)
            implements SavVariable {
        public Words {
            if (width < 1 || width > WIDEST) {
                throw new IllegalArgumentException(
                        "width of %s must be 1 to %d, not %d".formatted(name, WIDEST, width));
            }
        }

        @Override
        public Measure measure() {
            return Measure.NOMINAL;
        }

        /// The widths of the pieces it is kept in: a text of more than 255 bytes is several columns, each but
        /// the last of 255 bytes, one for every 252 bytes of its width.
        List<Integer> pieces() {
            if (width <= 255) {
                return List.of(width);
            }
            int pieces = (width + 251) / 252;
            var widths = new ArrayList<>(Collections.nCopies(pieces, 255));
            widths.set(pieces - 1, width - (pieces - 1) * 252);
            return widths;
        }
    }

    /// Several columns of 0 and 1 that are the options of one question.
    ///
    /// @param name without its dollar sign
    /// @param options names of the columns
    record Several(String name, String label, List<String> options) {
        public Several {
            options = List.copyOf(options);
        }
    }
}
