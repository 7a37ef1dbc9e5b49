package eyebright.score;

import eyebright.frame.Column;
import eyebright.frame.Frame;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/// The scales and flags of a study.
///
/// @param scales in the order of the file
/// @param flags in the order of the file
/// @param careless flags that are worked out from whole scales, in the order of the file
public record Scales(List<Scale> scales, List<Flag> flags, List<Careless> careless) {

    /// The column that counts flags.
    public static final String FLAGS = "flags";

    /// Of a study that declares none.
    public static final Scales NONE = new Scales(List.of(), List.of());

    public Scales {
        scales = List.copyOf(scales);
        flags = List.copyOf(flags);
        careless = List.copyOf(careless);
    }

    /// Scales and flags without one that is worked out from whole scales.
    public Scales(List<Scale> scales, List<Flag> flags) {
        this(scales, flags, List.of());
    }

    /// Whether there is a column that counts flags.
    public boolean hasFlags() {
        return !flags.isEmpty() || !careless.isEmpty();
    }

    /// Those scales whose names are wanted, and the flags if [#FLAGS] is.
    public Scales only(Set<String> wanted) {
        List<Scale> some = scales.stream().filter(scale -> wanted.contains(scale.name())).toList();
        return wanted.contains(FLAGS)
                ? new Scales(some, flags, careless)
                : new Scales(some, List.of());
    }

    /// The frame with a column of numbers a scale, named as the scale, and where flags are declared the
    /// column `flags`: how many of them each respondent bears.
    ///
    /// A scale is the mean of the answered items, each reversed item x counted as lowest + highest - x, if
    /// at least [Scale#least] are answered; as a sum, this mean times the number of items, so that who
    /// skipped an item is on the scale of who did not. This puts the respondent's own mean in the place of
    /// each skipped item: good enough where few are skipped and items are alike (Downey & King 1998),
    /// doubtful beyond (Schafer & Graham 2002), which is why the default of `least` is all. R's
    /// `rowMeans(na.rm = TRUE)` is the same mean without a least number; `rowSums(na.rm = TRUE)` is
    /// another sum, which takes a skipped item for a zero.
    ///
    /// Where too few are answered the cell is NOT_REACHED if the items not reached could have made up for
    /// it, UNREADABLE if the unreadable ones could, NOT_SHOWN if no item was shown, else SKIPPED.
    ///
    /// @throws java.util.NoSuchElementException if the frame lacks an item
    /// @see <a href="https://doi.org/10.1080/00221309809595542">Downey and King (1998)</a>
    /// @see <a href="https://doi.org/10.1037/1082-989X.7.2.147">Schafer and Graham (2002)</a>
    public Frame score(Frame frame) {
        var columns = new LinkedHashMap<String, Column>();
        for (Scale scale : scales) {
            columns.put(scale.name(), Scorer.column(scale, frame));
        }
        if (hasFlags()) {
            columns.put(FLAGS, Scorer.flags(flags, careless, frame));
        }
        return columns.isEmpty() ? frame : frame.with(columns);
    }
}
