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
                LocalDate.parse(FindingsParser.at(node, "day").asString()),
                FindingsParser.at(node, "number").asInt(),
                FindingsParser.at(node, "entries").asInt(),
                FindingsParser.at(node, "answers").asInt(),
                FindingsParser.at(node, "plan").asString(),
                FindingsParser.at(node, "hash").asString(),
                FindingsParser.maybe(node, "time_stamp").map(StandingJson::stamp),
                texts(FindingsParser.at(node, "links")),
                new LinkedHashSet<>(texts(FindingsParser.at(node, "planned"))),
                FindingsParser.at(node, "deviations")
                        .valueStream()
                        .map(StandingJson::deviation)
                        .toList(),
                FindingsParser.maybe(node, "begun").map(StandingJson::begun));
    }

    private static TimeStamp stamp(JsonNode node) {
        String trust = FindingsParser.at(node, "trust").asString();
        return new TimeStamp(
                Instant.parse(FindingsParser.at(node, "time").asString()),
                FindingsParser.at(node, "authority").asString(),
                TimeStamp.Trust.of(trust).orElseThrow(() -> FindingsParser.unknown(trust)));
    }

    private static Deviation deviation(JsonNode node) {
        String file = FindingsParser.at(node, "file").asString();
        return new Deviation(
                Arrays.stream(Deviation.Of.values())
                        .filter(of -> of.file().equals(file))
                        .findFirst()
                        .orElseThrow(() -> FindingsParser.unknown(file)),
                new LinkedHashSet<>(texts(FindingsParser.at(node, "claims"))),
                FindingsParser.at(node, "words").asString());
    }

    private static Begun begun(JsonNode node) {
        return new Begun(
                FindingsParser.at(node, "before").asInt(),
                FindingsParser.at(node, "under").asInt(),
                FindingsParser.at(node, "other").asInt());
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
}
