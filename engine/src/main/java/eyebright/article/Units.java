package eyebright.article;

import eyebright.analysis.Shape;
import eyebright.plan.Measures;
import eyebright.plan.Originals;
import eyebright.plan.Published;

/// What a number counts.
final class Units {

    private Units() {}

    /// The unit of a number as it is written: its own, or for a computed number that of the figure it is
    /// held against; empty if there is none.
    static String of(Shape.Scaling scaling, Originals originals) {
        String unit =
                scaling.unit().isEmpty()
                        ? originals.whole().map(Published::unit).orElse("")
                        : scaling.unit();
        return Measures.sign(unit);
    }

    /// A number with its unit behind it: one point, but two points.
    ///
    /// @param unit its space with it; may be empty
    static String counted(String number, String unit) {
        return number + (number.equals("1") ? unit.replace("points", "point") : unit);
    }
}
