package eyebright.chart;

import eyebright.chart.Canvas.Anchor;
import eyebright.chart.Canvas.Stroke;
import eyebright.chart.Lettering.Weight;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/// The part of a picture with a scale: where numbers land, and the ticks that say so.
///
/// @param low number at `left`
/// @param high number at `right`
/// @param left x of the lowest number
/// @param right x of the highest number
/// @param ticks in rising order
/// @param scale how numbers are spread
record Plot(double low, double high, double left, double right, List<Tick> ticks, Scale scale) {

    private static final int MOST_TICKS = 6;
    private static final double GAP = 12;

    /// Room for half a mark at the ends of the scale.
    private static final double MARK = 8;

    /// How numbers are spread over the axis.
    enum Scale {
        /// Equal differences are equally far apart.
        DIFFERENCES {
            @Override
            double of(double number) {
                return number;
            }
        },
        /// Equal ratios are equally far apart.
        RATIOS {
            @Override
            double of(double number) {
                return Math.log(number);
            }
        };

        abstract double of(double number);
    }

    /// One labelled place of the axis.
    record Tick(double number, String label) {

        double half() {
            return Lettering.width(label, Weight.REGULAR) / 2;
        }
    }

    /// The plot between two columns, with as many ticks as have room for their labels.
    ///
    /// @param shown everything that will be drawn on it
    /// @param after where the column at the left ends
    /// @param before where the column at the right begins
    static Plot of(Axis axis, Extent shown, double after, double before) {
        Extent extent = shown.on(axis);
        if (axis instanceof Axis.Ratios) {
            return ratios(extent, after, before);
        }
        Plot plot = withTicks(axis, extent, 1, after, before);
        for (int most = MOST_TICKS; most > 1; most--) {
            Plot fuller = withTicks(axis, extent, most, after, before);
            if (fuller.labelsFit()) {
                return fuller;
            }
        }
        return plot;
    }

    /// Where a number lands; what rounding has put a hair outside lands on the end.
    double x(double number) {
        double from = scale.of(low);
        double share = (scale.of(Math.clamp(number, low, high)) - from) / (scale.of(high) - from);
        return left + share * (right - left);
    }

    /// Dotted lines at the ticks, a full one at the lowest number.
    void grid(Canvas canvas, double top, double bottom) {
        canvas.line(left, top, left, bottom, Colour.LINE, Stroke.HAIR);
        for (Tick tick : ticks) {
            double x = x(tick.number());
            if (x > left) {
                canvas.line(x, top, x, bottom, Colour.LINE, Stroke.DOTTED);
            }
        }
    }

    /// The axis below the marks, its labels and its unit.
    ///
    /// @return where it ends
    double axis(Canvas canvas, double y, Unit unit) {
        canvas.line(left, y, right, y, Colour.LINE, Stroke.HAIR);
        for (Tick tick : ticks) {
            canvas.text(
                    x(tick.number()),
                    y + Lettering.LINE,
                    Anchor.MIDDLE,
                    Colour.SOFT,
                    Weight.REGULAR,
                    tick.label());
        }
        double end = y + Lettering.LINE + 6;
        if (unit.word().isBlank() || unit.isSign()) {
            return end;
        }
        double middle = (left + right) / 2;
        double room = 2 * Math.min(middle, Svg.WIDTH - middle);
        List<String> lines = Lettering.wrapped(unit.word(), room, Weight.REGULAR);
        canvas.lines(middle, end + 10, Anchor.MIDDLE, Colour.SOFT, lines);
        return end + (double) lines.size() * Lettering.LINE;
    }

    private boolean labelsFit() {
        for (int i = 1; i < ticks.size(); i++) {
            Tick one = ticks.get(i - 1);
            Tick next = ticks.get(i);
            if (x(next.number()) - next.half() - x(one.number()) - one.half() < GAP) {
                return false;
            }
        }
        return ticks.size() > 1;
    }

    /// Ticks at whole powers: of 2 where there is room, else of 4, of 10, and so on.
    private static Plot ratios(Extent extent, double after, double before) {
        Plot plot = ratios(extent, 2, after, before);
        for (double step : new double[] {2, 4, 10, 100, 1e3, 1e4, 1e6, 1e8, 1e12}) {
            plot = ratios(extent, step, after, before);
            if (plot.ticks().size() <= MOST_TICKS + 1 && plot.labelsFit()) {
                return plot;
            }
        }
        return plot;
    }

    private static Plot ratios(Extent extent, double step, double after, double before) {
        // What is a hair above a power by rounding is that power.
        int first = (int) Math.floor(Math.log(extent.low()) / Math.log(step) + 1e-9);
        int last = (int) Math.ceil(Math.log(extent.high()) / Math.log(step) - 1e-9);
        var ticks = new ArrayList<Tick>();
        for (int power = first; power <= last; power++) {
            ticks.add(new Tick(Math.pow(step, power), ratio(step, power)));
        }
        double left = Math.max(after + MARK, ticks.getFirst().half() + 1);
        double right = Math.min(before - MARK, Svg.WIDTH - ticks.getLast().half() - 1);
        return new Plot(
                ticks.getFirst().number(),
                ticks.getLast().number(),
                left,
                right,
                ticks,
                Scale.RATIOS);
    }

    /// A power as it is read: 2, ½, 0.01.
    private static String ratio(double step, int power) {
        BigDecimal number = new BigDecimal(step).pow(Math.abs(power));
        if (power >= 0) {
            return number.toPlainString();
        }
        if (step >= 10) {
            return BigDecimal.ONE.divide(number).toPlainString();
        }
        return switch (number.intValue()) {
            case 2 -> "\u00bd";
            case 4 -> "\u00bc";
            case 8 -> "\u215b";
            default -> "1/" + number.toPlainString();
        };
    }

    private static Plot withTicks(Axis axis, Extent extent, int most, double after, double before) {
        BigDecimal step = step(axis, extent, most);
        BigDecimal first =
                multiple(
                        extent.low(),
                        step,
                        axis instanceof Axis.Between ? RoundingMode.CEILING : RoundingMode.FLOOR);
        BigDecimal last =
                multiple(
                        extent.high(),
                        step,
                        axis instanceof Axis.Between ? RoundingMode.FLOOR : RoundingMode.CEILING);
        List<Tick> ticks = ticks(axis.unit(), first, last, step);
        double low = axis instanceof Axis.Between ? extent.low() : first.doubleValue();
        double high = axis instanceof Axis.Between ? extent.high() : last.doubleValue();
        if (ticks.isEmpty()) {
            return new Plot(low, high, after + MARK, before - MARK, ticks, Scale.DIFFERENCES);
        }
        double left = Math.max(after + MARK, ticks.getFirst().half() + 1);
        double right = Math.min(before - MARK, Svg.WIDTH - ticks.getLast().half() - 1);
        return new Plot(low, high, left, right, ticks, Scale.DIFFERENCES);
    }

    /// Ticks from first to last; where the unit is a mere sign, the outermost two carry it.
    private static List<Tick> ticks(Unit unit, BigDecimal first, BigDecimal last, BigDecimal step) {
        var ticks = new ArrayList<Tick>();
        for (BigDecimal at = first; at.compareTo(last) <= 0; at = at.add(step)) {
            boolean outermost = at.compareTo(first) == 0 || at.add(step).compareTo(last) > 0;
            String suffix = unit.isSign() && outermost ? Unit.NO_BREAK + unit.word() : "";
            ticks.add(new Tick(at.doubleValue(), unit.tick(at) + suffix));
        }
        return ticks;
    }

    private static BigDecimal multiple(double number, BigDecimal step, RoundingMode mode) {
        return BigDecimal.valueOf(number).divide(step, 0, mode).multiply(step);
    }

    /// The least round step that needs no more than so many to cross the extent.
    private static BigDecimal step(Axis axis, Extent extent, int most) {
        BigDecimal least =
                BigDecimal.valueOf((extent.high() - extent.low()) / most).stripTrailingZeros();
        if (axis instanceof Axis.Shares) {
            return BigDecimal.valueOf(most >= 4 ? 25 : most >= 2 ? 50 : 100);
        }
        int power = least.precision() - least.scale() - 1;
        String[] steps =
                power > 0 ? new String[] {"1", "2", "2.5", "5"} : new String[] {"1", "2", "5"};
        for (String step : steps) {
            BigDecimal round = plain(new BigDecimal(step).scaleByPowerOfTen(power));
            if (round.compareTo(least) >= 0) {
                return round;
            }
        }
        return plain(BigDecimal.TEN.scaleByPowerOfTen(power));
    }

    /// Without exponent and without trailing zeros behind the point.
    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
