package eyebright.prediction;

import eyebright.chart.Axis;
import eyebright.chart.Figure;
import eyebright.chart.Picture;
import eyebright.chart.SideBySide;
import eyebright.chart.Style;
import eyebright.feedback.Unit;
import eyebright.stats.Estimate;
import eyebright.stats.model.CalibrationGroups.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How good a prediction is, as a respondent reads it before any chance.
///
/// @param says in a few sentences
/// @param picture what was told beside what happened; absent while it cannot be told
public record QualityView(String says, Optional<Picture> picture) {

    private static final double HUNDRED = 100;

    /// How one model is told of.
    ///
    /// @param people what others are called
    public static QualityView of(FittedModel model, Unit people, Style style) {
        return switch (model.quality()) {
            case Quality.NotYet _ -> new QualityView(notYet(model, people), Optional.empty());
            case Quality.Measured measured ->
                    new QualityView(says(measured, people), Optional.of(picture(measured, style)));
        };
    }

    private static String notYet(FittedModel model, Unit people) {
        int n = model.posterior().n();
        return n == 0
                ? "Nobody has answered yet. What stands here was published or is assumed, and is the same for everybody."
                : String.format(
                        Locale.ROOT,
                        "The answers of %,d %s are too few to try a prediction on. What stands here is the same for everybody.",
                        n,
                        n == 1 ? people.one() : people.many());
    }

    private static String says(Quality.Measured measured, Unit people) {
        String tried =
                String.format(
                        Locale.ROOT,
                        "It was tried on %,d %s it had not seen. ",
                        measured.n(),
                        people.many());
        if (!measured.beatsBaseRate()) {
            return tried
                    + "It did no better than telling everybody the same, so that is what stands here.";
        }
        return tried
                + "It did better than telling everybody the same%s. It is off, squared, by %s on average, where telling everybody the same is off by %s; the less, the better."
                        .formatted(
                                explained(measured.deviance()),
                                number(measured.brier()),
                                number(measured.baseBrier()));
    }

    private static String explained(Estimate deviance) {
        return switch (deviance) {
            case Estimate.Known known ->
                    String.format(
                            Locale.ROOT,
                            ", and yet explains only %.0f %% of what that leaves open",
                            HUNDRED * known.value());
            case Estimate.NotEstimable _ -> "";
        };
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    private static Picture picture(Quality.Measured measured, Style style) {
        var options = new ArrayList<SideBySide.Option>();
        List<Group> groups = measured.groups();
        for (int i = 0; i < groups.size(); i++) {
            Group group = groups.get(i);
            options.add(
                    new SideBySide.Option(
                            label(i, groups.size()),
                            Figure.of(HUNDRED * group.chance()),
                            happened(group.share())));
        }
        return new SideBySide(
                        "What was told, and what happened",
                        Axis.shares(),
                        "told",
                        "happened",
                        options)
                .draw(style);
    }

    private static String label(int group, int groups) {
        return group == 0
                ? "Those told least"
                : group == groups - 1
                        ? "Those told most"
                        : "Group %d of %d".formatted(group + 1, groups);
    }

    private static Figure happened(Estimate share) {
        return switch (share) {
            case Estimate.NotEstimable(String reason) -> Figure.absent(reason);
            case Estimate.Known known ->
                    known.interval()
                            .map(
                                    interval ->
                                            Figure.of(
                                                    HUNDRED * known.value(),
                                                    HUNDRED * interval.low(),
                                                    HUNDRED * interval.high()))
                            .orElseGet(() -> Figure.of(HUNDRED * known.value()));
        };
    }
}
