package eyebright.population;

import eyebright.source.Fields;
import eyebright.source.Node;
import eyebright.source.Problems;
import eyebright.source.Rule;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Reads how often questions are skipped, and how many rate without reading.
final class CareReader {

    private static final Map<String, Carelessness.How> WAYS =
            Arrays.stream(Carelessness.How.values())
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    Carelessness.How::word, Function.identity()));

    private final GroundReader grounds;
    private final Figures figures;
    private final Problems problems;

    CareReader(GroundReader grounds, Problems problems) {
        this.grounds = grounds;
        this.problems = problems;
        this.figures = new Figures(problems);
    }

    Optional<Skipping> skipping(Fields fields) {
        Optional<Double> share =
                fields.node("skipping")
                        .flatMap(node -> figures.share(node, "skipping"))
                        .map(Number::doubleValue);
        Ground ground = grounds.read("skipping", fields, false);
        fields.finish();
        return share.map(it -> new Skipping(it, ground));
    }

    Optional<Carelessness> careless(Fields fields) {
        Optional<Fields> careless = fields.fields("careless");
        Ground ground = grounds.read("careless", fields, false);
        fields.finish();
        if (careless.isEmpty()) {
            return Optional.empty();
        }
        Optional<Double> share =
                careless.get()
                        .required("share")
                        .flatMap(node -> figures.share(node, "share of careless"))
                        .map(Number::doubleValue);
        boolean hasHow = careless.get().required("how").isPresent();
        List<Node.Scalar> listed = careless.get().scalars("how");
        careless.get().finish();
        boolean isGood = !listed.isEmpty();
        if (hasHow && listed.isEmpty()) {
            careless.get()
                    .node("how")
                    .filter(Node.Items.class::isInstance)
                    .ifPresent(node -> wrong(node, "nothing"));
        }
        for (Node.Scalar how : listed) {
            if (!WAYS.containsKey(how.value())) {
                wrong(how, "\"%s\"".formatted(Fields.shortened(how.value())));
                isGood = false;
            }
        }
        return isGood
                ? share.map(
                        it ->
                                new Carelessness(
                                        it,
                                        listed.stream()
                                                .map(how -> WAYS.get(how.value()))
                                                .distinct()
                                                .toList(),
                                        ground))
                : Optional.empty();
    }

    private void wrong(Node node, String what) {
        problems.add(
                Rule.WRONG_VALUE,
                node.place(),
                "how of careless must be same-answer or random, or both, not " + what,
                "write how: [same-answer, random]");
    }
}
