package eyebright.article;

import eyebright.analysis.Finding;
import eyebright.analysis.Shape;
import eyebright.chart.Axis;
import eyebright.chart.Backdrop;
import eyebright.chart.Bars;
import eyebright.chart.DivergingBars;
import eyebright.chart.DotPlot;
import eyebright.chart.Figure;
import eyebright.chart.GroupDots;
import eyebright.chart.Picture;
import eyebright.chart.SideBySide;
import eyebright.chart.Style;
import eyebright.chart.Unit;
import eyebright.plan.Expectation;
import eyebright.plan.Label;
import eyebright.plan.Published;
import eyebright.stats.Estimate;
import eyebright.stats.Estimate.Known;
import eyebright.study.Points;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// The picture of a finding, with what was published in grey beside it. Before there are answers it shows
/// what was published; with neither there is no picture.
final class Drawing {

    private static final String PERCENT = "percent";
    private static final String TOO_FAR = "too far from zero to be drawn";

    private final Finding finding;
    private final Style style;

    private Drawing(Finding finding, Style style) {
        this.finding = finding;
        this.style = style;
    }

    static Optional<Picture> of(Finding finding, Style style) {
        return new Drawing(finding, style).picture();
    }

    private Optional<Picture> picture() {
        boolean hasAnswers = finding.n() > 0 && finding.withheld().isEmpty();
        return switch (finding.shape()) {
            case Shape.OneShare _ ->
                    dot(Axis.shares(), share("estimate"), published(PERCENT::equals));
            case Shape.EachOption(List<Label> options, Shape.Answers answers) ->
                    bars(options, answers);
            case Shape.EachPoint(Points points) ->
                    hasAnswers ? Optional.of(rating(points)) : Optional.empty();
            case Shape.TwoSettings settings ->
                    hasAnswers ? Optional.of(settings(settings)) : Optional.empty();
            case Shape.GroupShares(List<Label> groups) ->
                    hasAnswers ? Optional.of(groupShares(groups)) : Optional.empty();
            case Shape.GroupMeans(List<Label> groups, Shape.Scaling scaling) ->
                    hasAnswers ? Optional.of(groupMeans(groups, scaling)) : Optional.empty();
            case Shape.Table(List<Label> rows, List<Label> columns) ->
                    hasAnswers ? Optional.of(table(rows, columns)) : Optional.empty();
            case Shape.TwoShares _,
                    Shape.Correlation _,
                    Shape.Coefficients _,
                    Shape.Block _,
                    Shape.TwoCounts _,
                    Shape.Reliability _ ->
                    hasAnswers ? ModelDrawing.of(finding, style) : Optional.empty();
            case Shape.OneMean(Shape.Scaling scaling) -> mean(scaling);
            case Shape.Unanalysed _ ->
                    dot(Axis.shares(), Figure.none(), published(PERCENT::equals));
        };
    }

    private Optional<Picture> dot(Axis axis, Figure ours, Figure published) {
        if (ours.isNothing() && published.isNothing()) {
            return Optional.empty();
        }
        return Optional.of(
                DotPlot.of(finding.question(), axis, Backdrop.plain(), ours, published)
                        .draw(style));
    }

    private Optional<Picture> bars(List<Label> options, Shape.Answers answers) {
        var drawn = new ArrayList<Label>(options);
        if (answers == Shape.Answers.SEVERAL) {
            drawn.sort(Comparator.comparingDouble((Label label) -> value(label)).reversed());
        }
        List<Bars.Option> bars =
                drawn.stream()
                        .map(
                                label ->
                                        new Bars.Option(
                                                label.text(),
                                                share("share[%s]".formatted(label.code())),
                                                figure(
                                                        finding.originals().option(label.code()),
                                                        PERCENT::equals)))
                        .filter(bar -> !bar.ours().isNothing() || !bar.published().isNothing())
                        .toList();
        boolean areNumbers =
                bars.stream()
                        .anyMatch(
                                bar ->
                                        !(bar.ours() instanceof Figure.Absent)
                                                || !bar.published().isNothing());
        return areNumbers
                ? Optional.of(new Bars(finding.question(), bars).draw(style))
                : Optional.empty();
    }

    /// What a bar is sorted by: ours, or what was published where ours is not known.
    private double value(Label label) {
        return switch (finding.estimate("share[%s]".formatted(label.code()))) {
            case Known known -> 100 * known.value();
            case Estimate.NotEstimable _ ->
                    finding.originals()
                            .option(label.code())
                            .flatMap(Published::value)
                            .map(BigDecimal::doubleValue)
                            .orElse(-1.0);
        };
    }

    private Picture rating(Points points) {
        var levels = new ArrayList<String>();
        var shares = new ArrayList<Double>();
        for (int point = points.from(); point <= points.to(); point++) {
            levels.add(Integer.toString(point));
            shares.add(
                    finding.estimate("share[%d]".formatted(point)) instanceof Known known
                            ? 100 * known.value()
                            : 0.0);
        }
        var item = new DivergingBars.Item("", finding.n(), shares);
        return new DivergingBars(
                        finding.question(), levels, points.low(), points.high(), List.of(item))
                .draw(style);
    }

    private Picture settings(Shape.TwoSettings settings) {
        List<SideBySide.Option> options =
                settings.options().stream()
                        .map(
                                option ->
                                        new SideBySide.Option(
                                                option.text(),
                                                share(settings.first(), option),
                                                share(settings.second(), option)))
                        .toList();
        return new SideBySide(
                        finding.question(),
                        Axis.shares(),
                        settings.first().title(),
                        settings.second().title(),
                        options)
                .draw(style);
    }

    private Figure share(Label setting, Label option) {
        return share("share[%s,%s]".formatted(setting.code(), option.code()));
    }

    /// The groups, or where the plan says which difference matters, the difference and what is too small.
    private Picture groupShares(List<Label> groups) {
        Optional<Double> margin = margin();
        if (groups.size() == 2 && margin.isPresent()) {
            return DotPlot.of(
                            "%s %s minus %s"
                                    .formatted(
                                            finding.question(),
                                            groups.getFirst().title(),
                                            groups.getLast().text()),
                            Axis.covering(Unit.points()),
                            Backdrop.tooSmall(-margin.get(), margin.get()),
                            share("difference"),
                            published("points"::equals))
                    .draw(style);
        }
        return new GroupDots(
                        finding.question(),
                        Axis.shares(),
                        groups.stream()
                                .map(
                                        group ->
                                                new GroupDots.Group(
                                                        group.title(),
                                                        count("n[%s]".formatted(group.code())),
                                                        share("share[%s]".formatted(group.code()))))
                                .toList())
                .draw(style);
    }

    private Optional<Double> margin() {
        return finding.expects()
                .flatMap(
                        expects ->
                                switch (expects) {
                                    case Expectation.NotMoreBy(BigDecimal points) ->
                                            Optional.of(points);
                                    case Expectation.Within(BigDecimal points, Expectation.In in) ->
                                            in == Expectation.In.POINTS
                                                    ? Optional.of(points)
                                                    : Optional.<BigDecimal>empty();
                                    case Expectation.MoreBy(BigDecimal points) ->
                                            Optional.of(points);
                                    case Expectation.Above _,
                                            Expectation.Below _,
                                            Expectation.Inside _,
                                            Expectation.Mainly _,
                                            Expectation.Differ _,
                                            Expectation.Adds _,
                                            Expectation.Crosses _,
                                            Expectation.InWords _ ->
                                            Optional.empty();
                                })
                .map(BigDecimal::doubleValue)
                .filter(points -> points > 0);
    }

    private Picture groupMeans(List<Label> groups, Shape.Scaling scaling) {
        var dots = new ArrayList<GroupDots.Group>();
        for (int i = 0; i < groups.size(); i++) {
            int number = i + 1;
            dots.add(
                    new GroupDots.Group(
                            groups.get(i).title(),
                            count("n" + number),
                            figure(finding.estimate("mean" + number), 1)));
        }
        List<Figure> figures = dots.stream().map(GroupDots.Group::figure).toList();
        return new GroupDots(finding.question(), axis(scaling, figures), dots).draw(style);
    }

    private Optional<Picture> mean(Shape.Scaling scaling) {
        Figure ours = ours(finding.estimate("mean"), 1);
        Figure published =
                published(unit -> scaling.unit().isEmpty() || unit.equals(scaling.unit()));
        return dot(axis(scaling, List.of(ours, published)), ours, published);
    }

    /// From end to end of a rating where everything lies on it, else from zero, else as far as needed.
    private Axis axis(Shape.Scaling scaling, List<Figure> figures) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        int digits = 0;
        for (Figure figure : figures) {
            if (figure instanceof Figure.Ranged(double value, double least, double most)) {
                low = Math.min(low, Math.min(value, least));
                high = Math.max(high, Math.max(value, most));
                digits = Math.max(digits, Wording.digits(least, most));
            } else if (figure instanceof Figure.Point(double value)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        var unit = new Unit(Units.of(scaling, finding.originals()), digits, Unit.Sign.MINUS_ONLY);
        if (scaling.points().isPresent()) {
            Points points = scaling.points().get();
            if (low >= points.from() && high <= points.to()) {
                return Axis.between(points.from(), points.to(), unit);
            }
        }
        return low >= 0 ? Axis.fromZero(unit) : Axis.covering(unit);
    }

    /// Of each row the shares of the columns: of two columns the last one only, as dots.
    private Picture table(List<Label> rows, List<Label> columns) {
        if (columns.size() == 2) {
            Label last = columns.getLast();
            return new GroupDots(
                            "%s “%s”, in each group".formatted(finding.question(), last.text()),
                            Axis.shares(),
                            rows.stream()
                                    .map(
                                            row ->
                                                    new GroupDots.Group(
                                                            row.text(),
                                                            total(row, columns),
                                                            cell(row, last, columns)))
                                    .toList())
                    .draw(style);
        }
        var bars = new ArrayList<Bars.Option>();
        for (Label row : rows) {
            for (Label column : columns) {
                bars.add(
                        new Bars.Option(
                                "%s: %s".formatted(row.text(), column.text()),
                                cell(row, column, columns),
                                Figure.none()));
            }
        }
        return new Bars(finding.question(), bars).draw(style);
    }

    private Figure cell(Label row, Label column, List<Label> columns) {
        long total = total(row, columns);
        return total == 0
                ? Figure.absent("nobody answered")
                : Figure.of(100.0 * count(cellName(row, column)) / total);
    }

    private long total(Label row, List<Label> columns) {
        return columns.stream().mapToLong(column -> count(cellName(row, column))).sum();
    }

    private static String cellName(Label row, Label column) {
        return "count[%s,%s]".formatted(row.code(), column.code());
    }

    private long count(String name) {
        return finding.estimate(name) instanceof Known known ? Math.round(known.value()) : 0;
    }

    private Figure share(String name) {
        return ours(finding.estimate(name), 100);
    }

    private Figure published(Predicate<String> unit) {
        return figure(finding.originals().whole(), unit);
    }

    /// A published figure in the unit of the picture; nothing where there is none.
    private static Figure figure(Optional<Published> published, Predicate<String> unit) {
        return published
                .filter(each -> unit.test(each.unit()))
                .flatMap(Published::value)
                .map(value -> value.doubleValue())
                .map(value -> isDrawable(value) ? Figure.of(value) : Figure.absent(TOO_FAR))
                .orElse(Figure.none());
    }

    /// Ours, or why there is none; nothing at all before anybody has answered.
    private Figure ours(Estimate estimate, double factor) {
        if (finding.withheld().isPresent()) {
            return Figure.absent(finding.withheld().get());
        }
        return finding.n() == 0 ? Figure.none() : figure(estimate, factor);
    }

    /// The figure of an estimate, or why none can be drawn. Odds of a few respondents may be of any size:
    /// such a figure stands in the table, and no axis reaches it.
    static Figure figure(Estimate estimate, double factor) {
        return switch (estimate) {
            case Estimate.NotEstimable(String reason) -> Figure.absent(reason);
            case Known(double value, var interval, _)
                    when !isDrawable(factor * value)
                            || interval.filter(
                                            each ->
                                                    !isDrawable(factor * each.low())
                                                            || !isDrawable(factor * each.high()))
                                    .isPresent() ->
                    Figure.absent(TOO_FAR);
            case Known(double value, var interval, _) ->
                    interval.map(
                                    each ->
                                            Figure.of(
                                                    factor * value,
                                                    factor * each.low(),
                                                    factor * each.high()))
                            .orElse(Figure.of(factor * value));
        };
    }

    private static boolean isDrawable(double number) {
        return Math.abs(number) <= Figure.LIMIT;
    }
}
