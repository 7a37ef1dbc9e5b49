package eyebright.prediction;

import eyebright.feedback.Ahead;
import eyebright.stats.Estimate;
import eyebright.stats.Interval;
import eyebright.stats.model.CalibrationGroups.Group;
import eyebright.stats.posterior.NormalPrior;
import eyebright.stats.posterior.Posterior;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Predictions as plain text for a terminal: each model with how good it is first, then its coefficients.
///
/// The chances of single rows are in the JSON only; of them the text has the range.
public final class PredictedText {

    private static final double PERCENT = 100;

    private final StringBuilder text = new StringBuilder();

    private PredictedText() {}

    /// All models; ends without a line end.
    public static String of(Predicted predicted) {
        var written = new PredictedText();
        Predicted.Data data = predicted.data();
        written.line(
                String.format(
                        Locale.ROOT,
                        "%s: %,d %s respondents",
                        predicted.study(),
                        data.respondents(),
                        data.kind()));
        data.excluded()
                .forEach(
                        (reason, many) ->
                                written.line(
                                        String.format(
                                                Locale.ROOT,
                                                "  %,d more do not count: %s",
                                                many,
                                                reason)));
        if (predicted.models().isEmpty()) {
            written.line("");
            written.line("This study predicts nothing: feedback.yaml has no entry with predict.");
        }
        predicted.models().forEach(model -> written.model(model, predicted.rows()));
        return written.text.toString().stripTrailing();
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private void model(FittedModel model, List<Foretold> rows) {
        line("");
        line(
                String.format(
                        Locale.ROOT,
                        "%s, from %,d respondents",
                        model.prediction().id(),
                        model.posterior().n()));
        if (model.leftOut() > 0) {
            line(
                    String.format(
                            Locale.ROOT,
                            "  %,d more left out something that goes with it",
                            model.leftOut()));
        }
        line(
                String.format(
                        Locale.ROOT,
                        "  base rate before there were answers: %s, %s",
                        percent(model.prediction().base().rate()),
                        solved(model.prior().solvedOn())));
        model.prediction()
                .assumes()
                .ifPresent(assumed -> line(String.format(Locale.ROOT, "  %s", assumed)));
        quality(model.quality());
        if (model.posterior().isApproximate()) {
            line(
                    String.format(
                            Locale.ROOT,
                            "  approximate: the draws are worth %.0f, the heaviest has %s",
                            model.posterior().effectiveSample(),
                            percent(model.posterior().largestWeight())));
        }
        parameters(model.prior().names(), model.prior().priors(), model.posterior());
        model.prediction().ahead().forEach(ahead -> ahead(model, ahead, rows));
    }

    private static String solved(PriorModel.SolvedOn solvedOn) {
        return switch (solvedOn) {
            case POPULATION -> "averaged over the declared population";
            case CENTRES -> "at the centre of every effect, as no population is declared";
            case ONE_OCCASION -> "of one usual occasion, as the population has nobody it is for";
        };
    }

    private void quality(Quality quality) {
        switch (quality) {
            case Quality.NotYet(String reason) ->
                    line(
                            String.format(
                                    Locale.ROOT,
                                    "  how good it is cannot be told yet: %s",
                                    reason));
            case Quality.Measured measured -> {
                line(
                        String.format(
                                Locale.ROOT,
                                "  %s the base rate: Brier score %.4f against %.4f, gain %s",
                                measured.beatsBaseRate() ? "beats" : "does not beat",
                                measured.brier(),
                                measured.baseBrier(),
                                number(measured.gain())));
                line(
                        String.format(
                                Locale.ROOT,
                                "  explains %s of what the base rate leaves open",
                                switch (measured.deviance()) {
                                    case Estimate.Known known -> percent(known.value());
                                    case Estimate.NotEstimable(String reason) ->
                                            "nothing, as " + reason;
                                }));
                line(
                        String.format(
                                Locale.ROOT,
                                "  calibration: intercept %s (0 is best), slope %s (1 is best)",
                                number(measured.calibration().intercept()),
                                number(measured.calibration().slope())));
                for (Group group : measured.groups()) {
                    line(
                            String.format(
                                    Locale.ROOT,
                                    "    told %6s, happened %s",
                                    percent(group.chance()),
                                    share(group.share())));
                }
            }
        }
    }

    private void parameters(List<String> names, List<NormalPrior> priors, Posterior posterior) {
        int width = names.stream().mapToInt(String::length).max().orElse(0);
        String column = "  %-" + width + "s  ";
        line(String.format(Locale.ROOT, column + "%17s   %17s", "", "before", "after"));
        for (int j = 0; j < names.size(); j++) {
            Interval interval = posterior.interval(j, Quality.LEVEL);
            line(
                    String.format(
                            Locale.ROOT,
                            column + "%7.3f sd %6.3f   %7.3f sd %6.3f   [%.3f, %.3f]",
                            names.get(j),
                            priors.get(j).mean(),
                            priors.get(j).sd(),
                            posterior.means()[j],
                            posterior.sds()[j],
                            interval.low(),
                            interval.high()));
        }
    }

    private void ahead(FittedModel model, Ahead ahead, List<Foretold> rows) {
        double[] chances =
                rows.stream()
                        .filter(
                                row ->
                                        row.prediction().equals(model.prediction().id())
                                                && row.ahead().equals(ahead.id()))
                        .mapToDouble(Foretold::chance)
                        .sorted()
                        .toArray();
        if (chances.length == 0) {
            line(
                    String.format(
                            Locale.ROOT, "  %s (%s): for nobody here", ahead.id(), ahead.says()));
            return;
        }
        double sum = 0;
        for (double chance : chances) {
            sum += chance;
        }
        line(
                String.format(
                        Locale.ROOT,
                        "  %s (%s): on average %s, from %s to %s for %,d respondents",
                        ahead.id(),
                        ahead.says(),
                        percent(sum / chances.length),
                        percent(chances[0]),
                        percent(chances[chances.length - 1]),
                        chances.length));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", PERCENT * share);
    }

    private static String number(Estimate estimate) {
        return switch (estimate) {
            case Estimate.NotEstimable(String reason) -> "none, as " + reason;
            case Estimate.Known(double value, Optional<Interval> interval, int _) ->
                    String.format(Locale.ROOT, "%.4f", value)
                            + interval.map(
                                            each ->
                                                    String.format(
                                                            Locale.ROOT,
                                                            " [%.4f, %.4f]",
                                                            each.low(),
                                                            each.high()))
                                    .orElse("");
        };
    }

    private static String share(Estimate estimate) {
        return switch (estimate) {
            case Estimate.NotEstimable(String reason) -> reason;
            case Estimate.Known(double value, Optional<Interval> interval, int n) ->
                    "%s%s of %d"
                            .formatted(
                                    percent(value),
                                    interval.map(
                                                    each ->
                                                            " [%s, %s]"
                                                                    .formatted(
                                                                            percent(each.low()),
                                                                            percent(each.high())))
                                            .orElse(""),
                                    n);
        };
    }
}
