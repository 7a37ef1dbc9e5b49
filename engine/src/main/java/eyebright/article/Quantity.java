package eyebright.article;

import eyebright.analysis.Finding;
import eyebright.analysis.Shape;
import java.util.Set;

/// What kind of number an estimate is, and so how it is written and where it says nothing.
///
/// @param kind how it is written
/// @param unit what stands behind the number, with its space; empty if nothing does
record Quantity(Kind kind, String unit) {

    private static final Set<String> SHARES =
            Set.of("share", "share1", "share2", "chance", "estimate");
    private static final Set<String> RATIOS =
            Set.of(
                    "odds_ratio",
                    "rate_ratio",
                    "rate_ratio1",
                    "rate_ratio2",
                    "risk_ratio",
                    "ratio",
                    "fisher_or",
                    "multiple",
                    "odds_ratio_equivalence",
                    "rate_ratio_equivalence");
    private static final Set<String> COUNTS = Set.of("n", "count", "discordant");
    private static final Set<String> AMOUNTS = Set.of("mean", "median", "sd", "difference");

    /// How a number is written.
    enum Kind {
        /// A share, in percent.
        PERCENT,
        /// How much of the differences is explained, in percent with a digit more.
        EXPLAINED,
        /// A difference of two shares, in points.
        POINTS,
        /// How many times as much; 1 says that there is no difference.
        RATIO,
        /// A number that cannot pass 1, written without the 0 before its point.
        BOUNDED,
        /// A difference in standard deviations.
        STANDARDISED,
        /// A number of something.
        AMOUNT,
        /// People.
        COUNT
    }

    /// Of the estimate of that name.
    static Quantity of(Finding finding, String name) {
        String stem = name.replaceFirst("\\[.*", "");
        String bare = stem.replaceFirst("(?<=^(mean|sd|n))\\d+$", "");
        if (COUNTS.contains(bare)) {
            return new Quantity(Kind.COUNT, "");
        }
        if (RATIOS.contains(stem)) {
            return new Quantity(Kind.RATIO, "");
        }
        if (SHARES.contains(stem)) {
            return new Quantity(Kind.PERCENT, Wording.SPACE + "%");
        }
        return switch (finding.shape()) {
            case Shape.GroupShares _, Shape.TwoShares _, Shape.TwoSettings _ ->
                    stem.startsWith("difference")
                            ? new Quantity(Kind.POINTS, Wording.SPACE + "points")
                            : new Quantity(Kind.BOUNDED, "");
            case Shape.GroupMeans(_, Shape.Scaling scaling) -> amount(finding, scaling, bare);
            case Shape.OneMean(Shape.Scaling scaling) -> amount(finding, scaling, bare);
            case Shape.Block _ -> new Quantity(Kind.EXPLAINED, Wording.SPACE + "%");
            case Shape.EachPoint _ -> new Quantity(Kind.AMOUNT, "");
            case Shape.Coefficients _, Shape.TwoCounts _ ->
                    new Quantity(stem.equals("auc") ? Kind.BOUNDED : Kind.AMOUNT, "");
            case Shape.OneShare _,
                    Shape.EachOption _,
                    Shape.Table _,
                    Shape.Correlation _,
                    Shape.Reliability _,
                    Shape.Unanalysed _ ->
                    new Quantity(Kind.BOUNDED, "");
        };
    }

    private static Quantity amount(Finding finding, Shape.Scaling scaling, String stem) {
        if (!AMOUNTS.contains(stem)) {
            return new Quantity(stem.equals("g") ? Kind.STANDARDISED : Kind.BOUNDED, "");
        }
        String unit = Units.of(scaling, finding.originals());
        return new Quantity(Kind.AMOUNT, unit.isEmpty() ? "" : Wording.SPACE + unit);
    }

    /// The number that says that there is nothing; shares and means have none of their own.
    double nothing() {
        return kind == Kind.RATIO ? 1 : 0;
    }

    /// Whether the number has a side on which there is more and one on which there is less.
    boolean hasSides() {
        return switch (kind) {
            case RATIO, POINTS, STANDARDISED, BOUNDED, AMOUNT -> true;
            case PERCENT, EXPLAINED, COUNT -> false;
        };
    }

    /// The number as it is written, without its unit.
    ///
    /// @param digits after the point, where the kind does not say how many
    String number(double value, int digits) {
        return switch (kind) {
            case PERCENT -> Wording.percent(100 * value).replace(unit, "");
            case EXPLAINED -> Wording.number(100 * value, 1);
            case POINTS -> Wording.number(100 * value, 0);
            case RATIO, STANDARDISED -> Wording.number(value, 2);
            case BOUNDED -> withoutZero(Wording.number(value, 2));
            case AMOUNT -> Wording.number(value, digits);
            case COUNT -> Wording.number(value, 0);
        };
    }

    /// The unit behind a number, of which there may be one.
    String unitOf(String number) {
        return number.equals("1") || number.equals("\u22121")
                ? unit.replace("points", "point")
                : unit;
    }

    /// A number that cannot pass 1 as articles print it: `.14`, `−.03`.
    static String withoutZero(String number) {
        return number.replaceFirst("^(\u2212?)0\\.", "$1.");
    }
}
