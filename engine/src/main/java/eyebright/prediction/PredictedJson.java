package eyebright.prediction;

import eyebright.feedback.Outcome;
import eyebright.stats.Estimate;
import eyebright.stats.Interval;
import eyebright.stats.model.CalibrationGroups.Group;
import eyebright.stats.posterior.NormalPrior;
import eyebright.stats.posterior.Posterior;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Predictions as JSON: what `predict --json` prints.
///
/// The same study and data give the same bytes: keys in one order, numbers with all their digits, no times.
public final class PredictedJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private PredictedJson() {}

    /// One object, which ends with a line end.
    public static String write(Predicted predicted) {
        var printer =
                new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
        return MAPPER.writer().with(printer).writeValueAsString(tree(predicted)) + "\n";
    }

    private static ObjectNode tree(Predicted predicted) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("study", predicted.study());
        data(root.putObject("data"), predicted.data());
        ArrayNode models = root.putArray("predictions");
        predicted.models().forEach(model -> model(models.addObject(), model));
        ArrayNode rows = root.putArray("rows");
        predicted.rows().forEach(row -> row(rows.addObject(), row));
        return root;
    }

    private static void data(ObjectNode node, Predicted.Data data) {
        node.put("kind", data.kind());
        node.put("hash", data.hash());
        node.put("respondents", data.respondents());
        ObjectNode excluded = node.putObject("excluded");
        data.excluded().forEach(excluded::put);
        data.mark().ifPresentOrElse(mark -> node.put("mark", mark), () -> node.putNull("mark"));
    }

    private static void model(ObjectNode node, FittedModel model) {
        node.put("id", model.prediction().id());
        node.put(
                "family",
                switch (model.prediction().outcome()) {
                    case Outcome.Yes _ -> "yes";
                    case Outcome.Times _ -> "times";
                    case Outcome.First _ -> "first";
                });
        node.put("n", model.posterior().n());
        node.put("left_out", model.leftOut());
        node.put("base_rate", model.prediction().base().rate());
        node.put("base_rate_of", word(model.prior().solvedOn()));
        if (model.prediction().outcome() instanceof Outcome.First) {
            node.put("unit_of_time", model.prior().unit());
        }
        parameters(
                node.putArray("parameters"),
                model.prior().names(),
                model.prior().priors(),
                model.posterior());
        ObjectNode draws = node.putObject("draws");
        draws.put("effective", model.posterior().effectiveSample());
        draws.put("largest_weight", model.posterior().largestWeight());
        draws.put("approximate", model.posterior().isApproximate());
        quality(node.putObject("quality"), model.quality());
    }

    private static String word(PriorModel.SolvedOn solvedOn) {
        return solvedOn.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static void parameters(
            ArrayNode list, List<String> names, List<NormalPrior> priors, Posterior posterior) {
        for (int j = 0; j < names.size(); j++) {
            ObjectNode node = list.addObject();
            node.put("name", names.get(j));
            ObjectNode prior = node.putObject("prior");
            prior.put("mean", priors.get(j).mean());
            prior.put("sd", priors.get(j).sd());
            ObjectNode after = node.putObject("posterior");
            after.put("mean", posterior.means()[j]);
            after.put("sd", posterior.sds()[j]);
            interval(after, posterior.interval(j, Quality.LEVEL));
        }
    }

    private static void interval(ObjectNode node, Interval interval) {
        node.put("low", interval.low());
        node.put("high", interval.high());
        node.put("level", interval.level());
    }

    private static void quality(ObjectNode node, Quality quality) {
        node.put("beats_base_rate", quality.beatsBaseRate());
        switch (quality) {
            case Quality.NotYet(String reason) -> node.put("not_estimable", reason);
            case Quality.Measured measured -> {
                node.put("n", measured.n());
                node.put("parts", Quality.PARTS);
                node.put("brier", measured.brier());
                node.put("brier_of_base_rate", measured.baseBrier());
                estimate(node.putObject("gain"), measured.gain());
                estimate(node.putObject("deviance_explained"), measured.deviance());
                estimate(
                        node.putObject("calibration_intercept"),
                        measured.calibration().intercept());
                estimate(node.putObject("calibration_slope"), measured.calibration().slope());
                ArrayNode groups = node.putArray("groups");
                for (Group group : measured.groups()) {
                    ObjectNode each = groups.addObject();
                    each.put("chance", group.chance());
                    estimate(each.putObject("happened"), group.share());
                }
            }
        }
    }

    private static void estimate(ObjectNode node, Estimate any) {
        switch (any) {
            case Estimate.NotEstimable(String reason) -> node.put("not_estimable", reason);
            case Estimate.Known(double value, Optional<Interval> interval, int n) -> {
                node.put("value", value);
                interval.ifPresent(limits -> interval(node, limits));
                node.put("n", n);
            }
        }
    }

    private static void past(ObjectNode node, Foretold.Past past) {
        node.put("chance", past.chance());
        interval(node, past.interval());
    }

    private static void row(ObjectNode node, Foretold foretold) {
        node.put("respondent", foretold.respondent());
        node.put("prediction", foretold.prediction());
        node.put("ahead", foretold.ahead());
        node.put("chance", foretold.chance());
        interval(node, foretold.interval());
        node.put("of_hundred", foretold.ofHundred());
        node.put("base", foretold.base());
        foretold.past().ifPresent(past -> past(node.putObject("past"), past));
        node.put("centre", foretold.centre());
        node.put("record", foretold.record());
        ArrayNode parts = node.putArray("parts");
        for (Foretold.Part part : foretold.parts()) {
            ObjectNode each = parts.addObject();
            each.put("called", part.called());
            each.put("adds", part.adds());
            each.put("answered", part.given() == Foretold.Answer.GIVEN);
        }
    }
}
