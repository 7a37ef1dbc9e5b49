package eyebright.article;

import eyebright.analysis.Shape;
import eyebright.plan.Originals;
import eyebright.plan.Published;

/// What a mean counts.
final class Units {

    private static final String PERCENT = "percent";

    private Units() {}

    /// The unit of a number as it is written: its own, or for a computed number that of the figure it is
    /// held against; empty if there is none.
    static String of(Shape.Scaling scaling, Originals originals) {
        String unit =
                scaling.unit().isEmpty()
                        ? originals.whole().map(Published::unit).orElse("")
                        : scaling.unit();
        return written(unit);
    }

    /// A unit as it stands behind a number.
    static String written(String unit) {
        return unit.equals(PERCENT) ? "%" : unit;
    }
}
