package eyebright.prediction;

import eyebright.chart.Axis;
import eyebright.chart.Figure;
import eyebright.chart.Picture;
import eyebright.chart.SideBySide;
import eyebright.chart.Style;
import eyebright.feedback.Base;
import eyebright.feedback.Outcome;
import eyebright.feedback.Unit;
import eyebright.stats.Estimate;
import eyebright.stats.model.CalibrationGroups.Group;
import java.math.BigDecimal;
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
            case Quality.NotYet _ ->
                    new QualityView(notYet(model, people) + untried(model), Optional.empty());
            case Quality.Measured measured ->
                    new QualityView(
                            says(model, measured, people) + untried(model),
                            Optional.of(picture(measured, style)));
        };
    }

    private static String notYet(FittedModel model, Unit people) {
        int n = model.posterior().n();
        return n == 0
                ? "No answers have gone into this yet. It begins with %s. It takes in %s."
                        .formatted(begins(model.prediction().base()), takesIn(model))
                : String.format(
                        Locale.ROOT,
                        "The answers of %,d %s are too few to try a prediction on. It begins with %s. Their answers have moved it, and it takes in %s.",
                        n,
                        n == 1 ? people.one() : people.many(),
                        begins(model.prediction().base()),
                        takesIn(model));
    }

    private static String begins(Base base) {
        return base.published()
                .map(figure -> "a published figure: " + figure.sentence())
                .orElseGet(
                        () ->
                                "an assumption: %s %%"
                                        .formatted(
                                                BigDecimal.valueOf(base.rate())
                                                        .movePointRight(2)
                                                        .stripTrailingZeros()
                                                        .toPlainString()));
    }

    /// What of the respondent counts before a model was tried.
    private static String takesIn(FittedModel model) {
        return switch (model.prediction().outcome()) {
            case Outcome.Yes _ -> "nothing about you";
            case Outcome.Times _ ->
                    "your own past, where you told of it, and nothing else about you";
            case Outcome.First _ -> "how far you have come, and nothing else about you";
        };
    }

    private static String says(FittedModel model, Quality.Measured measured, Unit people) {
        String tried =
                String.format(
                        Locale.ROOT,
                        "This prediction was tried on %,d %s it had not seen",
                        measured.n(),
                        people.many());
        if (!measured.beatsBaseRate()) {
            return "%s, and did no better than telling everybody the same. So what stands here takes in %s."
                    .formatted(tried, takesIn(model));
        }
        return "%s. It did better than telling everybody the same%s. Its Brier score is %s, that of telling everybody the same %s; 0 would be always right."
                .formatted(
                        tried,
                        explained(measured.deviance()),
                        number(measured.brier()),
                        number(measured.baseBrier()));
    }

    /// What cross-validation cannot try: the past of somebody is what happened, so that nothing is left to foretell.
    private static String untried(FittedModel model) {
        return switch (model.prediction().outcome()) {
            case Outcome.Times _ ->
                    " Whether your past tells of what lies ahead could not be tried: nobody was asked twice.";
            case Outcome.Yes _, Outcome.First _ -> "";
        };
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
