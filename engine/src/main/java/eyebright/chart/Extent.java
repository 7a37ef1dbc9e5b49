package eyebright.chart;

/// The lowest and the highest number that a picture has to show.
record Extent(double low, double high) {

    /// Nothing yet.
    static final Extent NOTHING = new Extent(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);

    Extent with(double number) {
        return new Extent(Math.min(low, number), Math.max(high, number));
    }

    Extent with(Figure figure) {
        return switch (figure) {
            case Figure.Point(double value) -> with(value);
            case Figure.Ranged(double value, double least, double most) ->
                    with(value).with(least).with(most);
            case Figure.Absent _ -> this;
        };
    }

    Extent with(Backdrop backdrop) {
        return switch (backdrop) {
            case Backdrop.Plain _ -> this;
            case Backdrop.Zero _ -> with(0);
            case Backdrop.Reference(double at, String _) -> with(at);
            case Backdrop.TooSmall(double least, double most) ->
                    (least > 0 ? this : with(0)).with(least).with(most);
        };
    }

    /// What the axis has to cover: never nothing, and never so narrow that no tick can tell its ends
    /// apart.
    ///
    /// @throws IllegalArgumentException if a number lies outside what the axis shows
    Extent on(Axis axis) {
        return switch (axis) {
            case Axis.Shares _ -> inside(0, 100);
            case Axis.Between(double least, double most, Unit _) -> inside(least, most);
            case Axis.FromZero _ -> inside(0, Double.POSITIVE_INFINITY).spread();
            case Axis.Covering _ -> spread();
            case Axis.Ratios _ -> positive().around1();
        };
    }

    private Extent positive() {
        if (low <= 0) {
            throw new IllegalArgumentException("ratios must be above 0, not " + low);
        }
        return this;
    }

    /// At least from half to twice.
    private Extent around1() {
        return new Extent(Math.min(low, 0.5), Math.max(high, 2));
    }

    private Extent inside(double least, double most) {
        // Limits of intervals may miss the end of the scale by a rounding error.
        double slack = 1e-9 * Math.max(1, Math.abs(least));
        if (low < least - slack || high > most + slack) {
            String allowed =
                    Double.isInfinite(most)
                            ? "at least " + least
                            : "%s to %s".formatted(least, most);
            throw new IllegalArgumentException(
                    "values must be %s, not %s to %s".formatted(allowed, low, high));
        }
        return new Extent(least, Double.isInfinite(most) ? Math.max(high, least) : most);
    }

    private Extent spread() {
        if (low > high) {
            return new Extent(0, 1);
        }
        double size = Math.max(Math.abs(low), Math.abs(high));
        if (high - low > size * 1e-6) {
            return this;
        }
        double room = Math.max(size / 10, 1);
        return low == 0 ? new Extent(0, room) : new Extent(low - room, high + room);
    }
}
