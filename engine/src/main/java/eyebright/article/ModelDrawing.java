package eyebright.article;

import eyebright.analysis.Finding;
import eyebright.analysis.Shape;
import eyebright.chart.Axis;
import eyebright.chart.Backdrop;
import eyebright.chart.DivergingBars;
import eyebright.chart.DotPlot;
import eyebright.chart.Figure;
import eyebright.chart.Picture;
import eyebright.chart.SideBySide;
import eyebright.chart.Style;
import eyebright.chart.Unit;
import eyebright.plan.Expectation;
import eyebright.plan.Label;
import eyebright.stats.Estimate;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Interval;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The picture of a model, a correlation, a pair of shares or a reliability. What the plan declares too small
/// to matter is a band behind it; ratios stand on a logarithmic scale around 1.
final class ModelDrawing {

    private static final Unit NUMBER = new Unit("", 2, Unit.Sign.MINUS_ONLY);
    private static final Unit TIMES = new Unit("times", 2, Unit.Sign.MINUS_ONLY);
    private static final String NO_DIFFERENCE = "no difference";

    /// Ratios beyond these are not drawn: their axis could not be read.
    private static final double LEAST_RATIO = 0.001;

    private static final double MOST_RATIO = 1000;

    private final Finding finding;
    private final Style style;

    private ModelDrawing(Finding finding, Style style) {
        this.finding = finding;
        this.style = style;
    }

    /// The picture of a finding with answers; absent for shapes that others draw, and where nothing of it
    /// could be estimated.
    static Optional<Picture> of(Finding finding, Style style) {
        var drawing = new ModelDrawing(finding, style);
        if (finding.estimates().stream().noneMatch(each -> each.estimate() instanceof Known)) {
            return Optional.empty();
        }
        return switch (finding.shape()) {
            case Shape.TwoShares shape -> Optional.of(drawing.twoShares(shape));
            case Shape.Correlation shape -> Optional.of(drawing.correlation(shape));
            case Shape.Coefficients shape -> Optional.of(drawing.coefficients(shape));
            case Shape.Block _ -> Optional.of(drawing.block());
            case Shape.TwoCounts shape -> Optional.of(drawing.twoCounts(shape));
            case Shape.Reliability _ -> Optional.of(drawing.reliability());
            case Shape.OneShare _,
                    Shape.EachOption _,
                    Shape.EachPoint _,
                    Shape.TwoSettings _,
                    Shape.GroupShares _,
                    Shape.GroupMeans _,
                    Shape.Table _,
                    Shape.OneMean _,
                    Shape.Unanalysed _ ->
                    Optional.empty();
        };
    }

    private Picture twoShares(Shape.TwoShares shape) {
        return plot(
                Axis.shares(),
                Backdrop.plain(),
                List.of(
                        row(shape.first().title(), percent("share1")),
                        row(shape.second().title(), percent("share2"))));
    }

    /// As much of the scale as the interval needs, the same on both sides of 0.
    private Picture correlation(Shape.Correlation shape) {
        Figure figure = Drawing.figure(finding.estimate(shape.estimate()), 1);
        Optional<Double> margin = margin(Expectation.In.NUMBER);
        double furthest = Math.max(furthest(figure), margin.orElse(0.0));
        double end = furthest < 0.4 ? 0.4 : 1;
        return plot(
                Axis.between(-end, end, NUMBER),
                margin.map(each -> Backdrop.tooSmall(-each, each))
                        .orElse(Backdrop.reference(0, "no link")),
                List.of(row("", figure)));
    }

    private static double furthest(Figure figure) {
        return switch (figure) {
            case Figure.Point(double value) -> Math.abs(value);
            case Figure.Ranged(double value, double low, double high) ->
                    Math.max(Math.abs(value), Math.max(Math.abs(low), Math.abs(high)));
            case Figure.Absent _ -> 0;
        };
    }

    /// The chances of an ordered outcome where the plan asks for them, else a row for each coefficient.
    private Picture coefficients(Shape.Coefficients shape) {
        Optional<Picture> chances = shape.chances().flatMap(this::chances);
        if (chances.isPresent()) {
            return chances.get();
        }
        String pattern = shape.effect().estimate() + "[%s]";
        if (shape.effect() == Shape.Effect.SLOPE) {
            return plot(
                    Axis.covering(NUMBER),
                    margin(Expectation.In.NUMBER)
                            .map(each -> Backdrop.tooSmall(-each, each))
                            .orElse(Backdrop.reference(0, NO_DIFFERENCE)),
                    shape.coefficients().stream()
                            .map(
                                    label ->
                                            row(
                                                    label.title(),
                                                    Drawing.figure(estimate(pattern, label), 1)))
                            .toList());
        }
        return plot(
                Axis.ratios(TIMES),
                aroundOne(),
                shape.coefficients().stream()
                        .map(label -> row(label.title(), ratio(estimate(pattern, label))))
                        .toList());
    }

    /// A bar for each value at which the plan asks for the chances of all answers.
    private Optional<Picture> chances(Shape.Chances chances) {
        List<Label> answers = chances.answers();
        var items = new ArrayList<DivergingBars.Item>();
        for (String value : chances.values()) {
            List<Double> shares =
                    answers.stream()
                            .map(
                                    answer ->
                                            finding.estimate(
                                                                    "chance[%s,%s]"
                                                                            .formatted(
                                                                                    value,
                                                                                    answer.code()))
                                                            instanceof Known known
                                                    ? 100 * known.value()
                                                    : 0.0)
                            .toList();
            double sum = shares.stream().mapToDouble(Double::doubleValue).sum();
            if (Math.abs(sum - 100) > 0.01) {
                return Optional.empty();
            }
            items.add(
                    DivergingBars.Item.ofChances(
                            "%s: %s".formatted(chances.at().title(), value), shares));
        }
        if (items.isEmpty() || answers.size() < 2) {
            return Optional.empty();
        }
        return Optional.of(
                new DivergingBars(
                                finding.question(),
                                answers.stream().map(Label::title).toList(),
                                answers.getFirst().title(),
                                answers.getLast().title(),
                                items)
                        .draw(style));
    }

    /// With room on the right of what the plan calls little, so that it is seen where that ends.
    private Picture block() {
        Figure figure = percent("r2_block");
        double end =
                Math.max(
                        5 * Math.ceil(furthest(figure) / 5),
                        2 * ModelSentence.limit(finding).map(BigDecimal::doubleValue).orElse(2.5));
        return plot(
                Axis.between(0, Math.min(end, 100), new Unit("%", 1, Unit.Sign.MINUS_ONLY)),
                ModelSentence.limit(finding)
                        .map(limit -> Backdrop.tooSmall(0, limit.doubleValue()))
                        .orElse(Backdrop.plain()),
                List.of(row("", figure)));
    }

    private Picture twoCounts(Shape.TwoCounts shape) {
        if (shape.coefficients().size() == 1) {
            Label label = shape.coefficients().getFirst();
            return plot(
                    Axis.ratios(TIMES),
                    aroundOne(),
                    List.of(
                            row(named(shape.first(), label), ratio("rate_ratio1", label)),
                            row(named(shape.second(), label), ratio("rate_ratio2", label)),
                            row("The second set against the first", ratio("ratio", label))));
        }
        return new SideBySide(
                        finding.question(),
                        Axis.ratios(TIMES),
                        shape.first().title(),
                        shape.second().title(),
                        shape.coefficients().stream()
                                .map(
                                        label ->
                                                new SideBySide.Option(
                                                        label.title(),
                                                        ratio("rate_ratio1", label),
                                                        ratio("rate_ratio2", label)))
                                .toList())
                .draw(style);
    }

    private static String named(Label outcome, Label coefficient) {
        return "%s: %s".formatted(outcome.title(), coefficient.text());
    }

    private Picture reliability() {
        Figure figure = Drawing.figure(finding.estimate("omega_total"), 1);
        boolean isInside =
                !(figure instanceof Figure.Ranged(double _, double low, double high))
                        || (low >= 0 && high <= 1);
        return plot(
                isInside ? Axis.between(0, 1, NUMBER) : Axis.covering(NUMBER),
                Backdrop.reference(
                        ModelSentence.RELIABLE,
                        "%s is enough".formatted(NUMBER.write(ModelSentence.RELIABLE))),
                List.of(row("", figure)));
    }

    private Picture plot(Axis axis, Backdrop backdrop, List<DotPlot.Row> rows) {
        return new DotPlot(finding.question(), axis, backdrop, rows).draw(style);
    }

    private static DotPlot.Row row(String label, Figure figure) {
        return new DotPlot.Row(label, figure, Figure.none());
    }

    private Figure percent(String name) {
        return Drawing.figure(finding.estimate(name), 100);
    }

    private Estimate estimate(String pattern, Label label) {
        return finding.estimate(pattern.formatted(label.code()));
    }

    private Figure ratio(String name, Label label) {
        return ratio(estimate(name + "[%s]", label));
    }

    private static Figure ratio(Estimate estimate) {
        if (estimate instanceof Known known && !isDrawn(known)) {
            return Figure.absent("the interval is too wide to draw");
        }
        return Drawing.figure(estimate, 1);
    }

    private static boolean isDrawn(Known known) {
        double low = known.interval().map(Interval::low).orElse(known.value());
        double high = known.interval().map(Interval::high).orElse(known.value());
        return low >= LEAST_RATIO && high <= MOST_RATIO;
    }

    private Backdrop aroundOne() {
        return margin(Expectation.In.TIMES)
                .filter(times -> times > 1)
                .map(times -> Backdrop.tooSmall(1 / times, times))
                .orElse(Backdrop.reference(1, NO_DIFFERENCE));
    }

    /// What the plan calls too small to matter, if it does in that unit.
    private Optional<Double> margin(Expectation.In unit) {
        return finding.expects()
                .flatMap(
                        expects ->
                                expects instanceof Expectation.Within(var value, var in)
                                                && in == unit
                                        ? Optional.of(value.doubleValue())
                                        : Optional.<Double>empty())
                .filter(value -> value > 0);
    }
}
