package eyebright.rehearsal;

import eyebright.replication.Verdict;
import eyebright.respondents.Gap;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/// Reads the tree of a rehearsal back. Whatever is not as it was written is an [IllegalArgumentException] that says
/// what; nothing else is thrown.
final class RehearsalParser {

    private static final int MOST = 10_000;

    private RehearsalParser() {}

    static Rehearsal rehearsal(JsonNode root) {
        List<Integer> sizes = list(root, "sizes", RehearsalParser::whole);
        List<ClaimSaid> claims = list(root, "claims", RehearsalParser::said);
        List<ScenarioRun> scenarios = list(root, "scenarios", RehearsalParser::scenario);
        for (ScenarioRun scenario : scenarios) {
            List<String> ids = scenario.claims().stream().map(ClaimRun::id).toList();
            boolean isOwn = scenario.marginOf().map(List::of).filter(ids::equals).isPresent();
            if (!isOwn && !ids.equals(claims.stream().map(ClaimSaid::id).toList())) {
                throw new IllegalArgumentException(
                        "the claims of scenario \"%s\" are not those of the plan"
                                .formatted(scenario.scenario()));
            }
            boolean hasOtherSizes =
                    scenario.primaries().both().size() != sizes.size()
                            || scenario.claims().stream()
                                    .anyMatch(each -> each.curve().both().size() != sizes.size());
            boolean hasOtherCount =
                    scenario.claims().stream()
                            .anyMatch(each -> each.replicates() != scenario.replicates());
            if (hasOtherSizes || hasOtherCount) {
                throw new IllegalArgumentException(
                        "the counts of scenario \"%s\" do not go together"
                                .formatted(scenario.scenario()));
            }
        }
        JsonNode numbers = key(root, "numbers");
        return new Rehearsal(
                new Stamp(
                        text(root, "study"),
                        text(root, "questionnaire"),
                        text(root, "plan"),
                        text(root, "population")),
                seed(root),
                whole(root, "respondents"),
                whole(root, "replications"),
                whole(root, "census"),
                number(root, "alpha"),
                sizes,
                new Rehearsal.Grounds(whole(numbers, "published"), whole(numbers, "assumed")),
                claims,
                scenarios);
    }

    private static long seed(JsonNode root) {
        JsonNode seed = key(root, "seed");
        if (!seed.canConvertToLong() || !seed.isIntegralNumber()) {
            throw notOfItsKind("seed");
        }
        return seed.asLong();
    }

    private static ClaimSaid said(JsonNode node) {
        return new ClaimSaid(
                text(node, "id"),
                text(node, "asks"),
                text(node, "says"),
                flag(node, "primary"),
                maybe(node, "family").map(_ -> text(node, "family")),
                Claimed.of(text(node, "kind"))
                        .orElseThrow(() -> new IllegalArgumentException("\"kind\" is unknown")),
                text(node, "rule"),
                maybe(node, "margin")
                        .map(_ -> OptionalDouble.of(number(node, "margin")))
                        .orElse(OptionalDouble.empty()));
    }

    private static ScenarioRun scenario(JsonNode node) {
        int replicates = whole(node, "replicates");
        return new ScenarioRun(
                text(node, "scenario"),
                replicates,
                // Rehearsals of before gaps were kept have none.
                node.has("gaps") ? list(node, "gaps", RehearsalParser::gap) : List.of(),
                list(node, "claims", RehearsalParser::claim),
                list(node, "families", family -> family(family, replicates)),
                curve(key(node, "primaries")));
    }

    private static Gap gap(JsonNode node) {
        return new Gap(
                text(node, "name"),
                text(node, "what"),
                number(node, "wished"),
                number(node, "nearest"));
    }

    private static FamilyRun family(JsonNode node, int replicates) {
        return new FamilyRun(
                text(node, "name"),
                whole(node, "claims"),
                whole(node, "falsifiable"),
                whole(node, "all_supported"),
                whole(node, "any_false"),
                replicates);
    }

    private static ClaimRun claim(JsonNode node) {
        Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
        JsonNode counted = key(node, "verdicts");
        for (Verdict verdict : Verdict.values()) {
            verdicts.put(verdict, whole(counted, verdict.word()));
        }
        Map<String, Integer> failed = new LinkedHashMap<>();
        JsonNode reasons = key(node, "failed");
        for (String reason : reasons.propertyNames()) {
            failed.put(reason, whole(reasons, reason));
        }
        return new ClaimRun(
                text(node, "id"),
                verdicts,
                whole(node, "unjudged"),
                failed,
                list(node, "figures", RehearsalParser::figure),
                maybe(node, "margins").map(RehearsalParser::margins),
                curve(key(node, "curve")));
    }

    private static FigureRun figure(JsonNode node) {
        return new FigureRun(
                text(node, "name"),
                flag(node, "ratio"),
                number(node, "level"),
                number(node, "estimand"),
                whole(node, "known"),
                whole(node, "bounded"),
                whole(node, "covered"),
                number(node, "widths"),
                number(node, "width_squares"),
                number(node, "errors"),
                number(node, "error_squares"));
    }

    private static MarginRun margins(JsonNode node) {
        return new MarginRun(
                text(node, "unit"),
                number(node, "from"),
                number(node, "step"),
                list(node, "counts", RehearsalParser::whole),
                whole(node, "beyond"));
    }

    private static CurveRun curve(JsonNode node) {
        return new CurveRun(
                whole(node, "replicates"),
                list(node, "both", row -> items(row, "both", RehearsalParser::whole)));
    }

    private static <T> List<T> list(JsonNode node, String key, Function<JsonNode, T> each) {
        return items(key(node, key), key, each);
    }

    private static <T> List<T> items(JsonNode list, String key, Function<JsonNode, T> each) {
        if (!list.isArray() || list.size() > MOST) {
            throw new IllegalArgumentException("\"%s\" must be a list".formatted(key));
        }
        var items = new ArrayList<T>();
        for (JsonNode item : list) {
            items.add(each.apply(item));
        }
        return items;
    }

    private static int whole(JsonNode node, String key) {
        try {
            return whole(key(node, key));
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(
                    "\"%s\" must be a whole number of 0 or more".formatted(key), wrong);
        }
    }

    private static int whole(JsonNode node) {
        if (!node.isInt() || node.asInt() < 0) {
            throw new IllegalArgumentException("counts must be whole numbers of 0 or more");
        }
        return node.asInt();
    }

    private static double number(JsonNode node, String key) {
        JsonNode number = key(node, key);
        if (!number.isNumber() || !Double.isFinite(number.asDouble())) {
            throw notOfItsKind(key);
        }
        return number.asDouble();
    }

    private static String text(JsonNode node, String key) {
        JsonNode text = key(node, key);
        if (!text.isString()) {
            throw notOfItsKind(key);
        }
        return text.asString();
    }

    private static JsonNode key(JsonNode node, String key) {
        return maybe(node, key)
                .orElseThrow(() -> new IllegalArgumentException("it lacks \"%s\"".formatted(key)));
    }

    private static Optional<JsonNode> maybe(JsonNode node, String key) {
        return Optional.ofNullable(node.get(key)).filter(each -> !each.isNull());
    }

    private static boolean flag(JsonNode node, String key) {
        JsonNode flag = key(node, key);
        if (!flag.isBoolean()) {
            throw notOfItsKind(key);
        }
        return flag.asBoolean();
    }

    private static IllegalArgumentException notOfItsKind(String key) {
        return new IllegalArgumentException("\"%s\" is not of its kind".formatted(key));
    }
}
