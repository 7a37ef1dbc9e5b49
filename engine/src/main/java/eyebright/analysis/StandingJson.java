package eyebright.analysis;

import eyebright.freeze.Begun;
import eyebright.freeze.Deviation;
import eyebright.freeze.Standing;
import eyebright.freeze.TimeStamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// How a plan stands to what was frozen, in the JSON of findings: the key `freeze` of `plan`.
final class StandingJson {

    private StandingJson() {}

    static void write(ObjectNode node, Standing standing) {
        node.put("day", standing.day().toString());
        node.put("number", standing.number());
        node.put("entries", standing.freezes());
        node.put("answers", standing.answers());
        node.put("plan", standing.planHash());
        node.put("hash", standing.hash());
        if (standing.stamp().isPresent()) {
            TimeStamp stamp = standing.stamp().get();
            ObjectNode child = node.putObject("time_stamp");
            child.put("time", stamp.time().toString());
            child.put("authority", stamp.authority());
            child.put("trust", stamp.trust().word());
        } else {
            node.putNull("time_stamp");
        }
        texts(node.putArray("links"), standing.links());
        texts(node.putArray("planned"), standing.planned());
        ArrayNode deviations = node.putArray("deviations");
        for (Deviation deviation : standing.deviations()) {
            ObjectNode child = deviations.addObject();
            child.put("file", deviation.of().file());
            texts(child.putArray("claims"), deviation.concerns());
            child.put("words", deviation.words());
        }
        if (standing.begun().isPresent()) {
            Begun begun = standing.begun().get();
            ObjectNode child = node.putObject("begun");
            child.put("before", begun.before());
            child.put("under", begun.under());
            child.put("other", begun.other());
        } else {
            node.putNull("begun");
        }
    }

    static Standing read(JsonNode node) {
        return new Standing(
                LocalDate.parse(at(node, "day").asString()),
                at(node, "number").asInt(),
                at(node, "entries").asInt(),
                at(node, "answers").asInt(),
                at(node, "plan").asString(),
                at(node, "hash").asString(),
                maybe(node, "time_stamp").map(StandingJson::stamp),
                texts(at(node, "links")),
                new LinkedHashSet<>(texts(at(node, "planned"))),
                at(node, "deviations").valueStream().map(StandingJson::deviation).toList(),
                maybe(node, "begun").map(StandingJson::begun));
    }

    private static TimeStamp stamp(JsonNode node) {
        String trust = at(node, "trust").asString();
        return new TimeStamp(
                Instant.parse(at(node, "time").asString()),
                at(node, "authority").asString(),
                TimeStamp.Trust.of(trust).orElseThrow(() -> unknown(trust)));
    }

    private static Deviation deviation(JsonNode node) {
        String file = at(node, "file").asString();
        return new Deviation(
                Arrays.stream(Deviation.Of.values())
                        .filter(of -> of.file().equals(file))
                        .findFirst()
                        .orElseThrow(() -> unknown(file)),
                new LinkedHashSet<>(texts(at(node, "claims"))),
                at(node, "words").asString());
    }

    private static Begun begun(JsonNode node) {
        return new Begun(
                at(node, "before").asInt(), at(node, "under").asInt(), at(node, "other").asInt());
    }

    private static void texts(ArrayNode node, List<String> texts) {
        texts.forEach(node::add);
    }

    private static void texts(ArrayNode node, Set<String> texts) {
        texts.forEach(node::add);
    }

    private static List<String> texts(JsonNode node) {
        return node.valueStream().map(JsonNode::asString).toList();
    }

    private static JsonNode at(JsonNode node, String key) {
        return maybe(node, key)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "json must be findings, but there is no " + key));
    }

    private static Optional<JsonNode> maybe(JsonNode node, String key) {
        return Optional.ofNullable(node.get(key)).filter(value -> !value.isNull());
    }

    private static IllegalArgumentException unknown(String word) {
        return new IllegalArgumentException(
                "json must be findings, but holds an unknown \"%s\"".formatted(word));
    }
}
