package eyebright.rehearsal;

import eyebright.replication.Verdict;
import eyebright.respondents.Gap;
import java.util.OptionalDouble;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Makes the tree of a rehearsal.
final class RehearsalWriter {

    private RehearsalWriter() {}

    static ObjectNode tree(JsonMapper mapper, Rehearsal rehearsal) {
        ObjectNode root = mapper.createObjectNode();
        Stamp stamp = rehearsal.stamp();
        root.put("study", stamp.study());
        root.put("questionnaire", stamp.questionnaire());
        root.put("plan", stamp.plan());
        root.put("population", stamp.population());
        root.put("seed", rehearsal.seed());
        root.put("respondents", rehearsal.respondents());
        root.put("replications", rehearsal.replications());
        root.put("census", rehearsal.census());
        root.put("alpha", rehearsal.alpha());
        ObjectNode grounds = root.putObject("numbers");
        grounds.put("published", rehearsal.grounds().published());
        grounds.put("assumed", rehearsal.grounds().assumed());
        ArrayNode sizes = root.putArray("sizes");
        rehearsal.sizes().forEach(sizes::add);
        ArrayNode claims = root.putArray("claims");
        rehearsal.claims().forEach(claim -> claim(claims.addObject(), claim));
        ArrayNode scenarios = root.putArray("scenarios");
        rehearsal.scenarios().forEach(run -> scenario(scenarios.addObject(), run, rehearsal));
        return root;
    }

    private static void claim(ObjectNode node, ClaimSaid claim) {
        node.put("id", claim.id());
        node.put("asks", claim.asks());
        node.put("says", claim.says());
        node.put("primary", claim.primary());
        claim.family()
                .ifPresentOrElse(
                        family -> node.put("family", family), () -> node.putNull("family"));
        node.put("kind", claim.kind().word());
        node.put("rule", claim.rule());
        number(node, "margin", claim.margin());
    }

    private static void scenario(ObjectNode node, ScenarioRun run, Rehearsal rehearsal) {
        node.put("scenario", run.scenario());
        node.put("replicates", run.replicates());
        ArrayNode gaps = node.putArray("gaps");
        for (Gap gap : run.gaps()) {
            ObjectNode each = gaps.addObject();
            each.put("name", gap.name());
            each.put("what", gap.what());
            each.put("wished", gap.wished());
            each.put("nearest", gap.nearest());
            each.put("says", gap.says());
        }
        ArrayNode claims = node.putArray("claims");
        run.claims().forEach(claim -> claim(claims.addObject(), claim, rehearsal));
        ArrayNode families = node.putArray("families");
        for (FamilyRun family : run.families()) {
            ObjectNode each = families.addObject();
            each.put("name", family.name());
            each.put("claims", family.claims());
            each.put("falsifiable", family.falsifiable());
            each.put("all_supported", family.allSupported());
            each.put("any_false", family.anyFalse());
            chance(each.putObject("together"), family.together());
            chance(each.putObject("any_false_alarm"), family.anyFalseAlarm());
        }
        curve(node.putObject("primaries"), run.primaries());
    }

    private static void claim(ObjectNode node, ClaimRun run, Rehearsal rehearsal) {
        node.put("id", run.id());
        ObjectNode verdicts = node.putObject("verdicts");
        for (Verdict verdict : Verdict.values()) {
            verdicts.put(verdict.word(), run.of(verdict).count());
        }
        node.put("unjudged", run.unjudged());
        chance(node.putObject("power"), run.supported());
        ObjectNode failed = node.putObject("failed");
        run.failed().forEach(failed::put);
        ArrayNode figures = node.putArray("figures");
        run.figures().forEach(figure -> figure(figures.addObject(), figure));
        run.margins()
                .ifPresentOrElse(
                        margins -> margins(node.putObject("margins"), margins),
                        () -> node.putNull("margins"));
        curve(node.putObject("curve"), run.curve());
        if (run.isJudged() && !rehearsal.sizes().isEmpty()) {
            ObjectNode sizes = node.putObject("respondents_for");
            sampleSize(sizes.putObject("80"), rehearsal.sampleSize(0.8, run));
            sampleSize(sizes.putObject("90"), rehearsal.sampleSize(0.9, run));
        }
    }

    private static void sampleSize(ObjectNode node, SampleSize size) {
        switch (size) {
            case SampleSize.About(double n, double error) -> {
                node.put("n", n);
                node.put("error", error);
            }
            case SampleSize.AtMost(int n) -> node.put("at_most", n);
            case SampleSize.MoreThan(int n) -> node.put("more_than", n);
            case SampleSize.Unknown(String reason) -> node.put("unknown", reason);
        }
    }

    private static void figure(ObjectNode node, FigureRun figure) {
        node.put("name", figure.name());
        node.put("ratio", figure.isRatio());
        node.put("level", figure.level());
        node.put("estimand", figure.estimand());
        node.put("known", figure.known());
        node.put("bounded", figure.bounded());
        node.put("covered", figure.covered());
        node.put("widths", figure.widths());
        node.put("width_squares", figure.widthSquares());
        node.put("errors", figure.errors());
        node.put("error_squares", figure.errorSquares());
        chance(node.putObject("coverage"), figure.coverage());
        number(node, "width", figure.width());
        number(node, "width_error", figure.widthError());
        number(node, "bias", figure.bias());
        number(node, "bias_error", figure.biasError());
    }

    private static void margins(ObjectNode node, MarginRun margins) {
        node.put("unit", margins.unit());
        node.put("from", margins.from());
        node.put("step", margins.step());
        ArrayNode counts = node.putArray("counts");
        margins.counts().forEach(counts::add);
        node.put("beyond", margins.beyond());
    }

    private static void curve(ObjectNode node, CurveRun curve) {
        node.put("replicates", curve.replicates());
        ArrayNode both = node.putArray("both");
        for (var row : curve.both()) {
            ArrayNode counts = both.addArray();
            row.forEach(counts::add);
        }
    }

    private static void chance(ObjectNode node, Frequency chance) {
        node.put("share", chance.share());
        node.put("error", chance.error());
    }

    private static void number(ObjectNode node, String key, OptionalDouble number) {
        if (number.isPresent()) {
            node.put(key, number.getAsDouble());
        } else {
            node.putNull(key);
        }
    }
}
