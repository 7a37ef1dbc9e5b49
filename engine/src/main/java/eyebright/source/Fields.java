package eyebright.source;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads the keys of one mapping, says what is wrong with their values, and at the end which keys nothing
/// has read.
///
/// Every method answers with what could be read; where something is wrong, a problem was added and the
/// answer is empty, so that reading goes on to the next fault.
public final class Fields {

    private final String thing;
    private final Place place;
    private final Problems problems;
    private final Map<String, Node.Entry> entries = new LinkedHashMap<>();
    private final Set<String> known = new LinkedHashSet<>();

    private Fields(String thing, Node.Mapping mapping, Problems problems) {
        this.thing = thing;
        this.place = mapping.place();
        this.problems = problems;
        for (Node.Entry entry : mapping.entries()) {
            entries.put(entry.key(), entry);
        }
    }

    /// The fields of a mapping; empty, with a problem, if the node is none.
    ///
    /// @param thing what it describes, for problems, such as `a page`
    public static Optional<Fields> of(String thing, Node node, Problems problems) {
        if (node instanceof Node.Mapping mapping) {
            return Optional.of(new Fields(thing, mapping, problems));
        }
        problems.add(
                Rule.WRONG_KIND,
                node.place(),
                "%s must be a mapping (key: value), not %s".formatted(thing, node.kind()),
                "write it as the guide shows");
        return Optional.empty();
    }

    /// Where the mapping begins.
    public Place place() {
        return place;
    }

    /// Where that key stands; the mapping's place if it does not.
    public Place placeOf(String key) {
        Node.Entry entry = entries.get(key);
        return entry == null ? place : entry.keyPlace();
    }

    /// The keys that are there, in the order of the file.
    public List<String> keys() {
        return List.copyOf(entries.keySet());
    }

    /// Whether the key is there.
    public boolean has(String key) {
        known.add(key);
        return entries.containsKey(key);
    }

    /// The value of a key, whatever it is.
    public Optional<Node> node(String key) {
        known.add(key);
        return Optional.ofNullable(entries.get(key)).map(Node.Entry::value);
    }

    /// The value of a key that must be there.
    public Optional<Node> required(String key) {
        Optional<Node> node = node(key);
        if (node.isEmpty()) {
            missing(key);
        }
        return node;
    }

    /// A text, number or truth value as it was written, not empty.
    public Optional<Node.Scalar> scalar(String key) {
        Optional<Node> node = node(key);
        if (node.isEmpty()) {
            return Optional.empty();
        }
        if (node.get() instanceof Node.Scalar scalar && !scalar.value().isBlank()) {
            return Optional.of(scalar);
        }
        problems.add(
                Rule.WRONG_KIND,
                node.get().place(),
                "%s of %s must be a text, not %s".formatted(key, thing, node.get().kind()),
                "write %s: and a text".formatted(key));
        return Optional.empty();
    }

    /// A scalar that must be there.
    public Optional<Node.Scalar> requiredScalar(String key) {
        if (!has(key)) {
            missing(key);
        }
        return scalar(key);
    }

    /// Markdown for people to read: without HTML, with harmless links.
    public Optional<String> text(String key) {
        return scalar(key).filter(this::isSafe).map(Node.Scalar::value);
    }

    /// Markdown that must be there.
    public Optional<String> requiredText(String key) {
        return requiredScalar(key).filter(this::isSafe).map(Node.Scalar::value);
    }

    /// A whole number in a range, both ends included.
    public Optional<Integer> integer(String key, int low, int high) {
        return scalar(key)
                .flatMap(
                        scalar -> {
                            if (scalar.value().matches("-?\\d{1,9}")) {
                                int number = Integer.parseInt(scalar.value());
                                if (number >= low && number <= high) {
                                    return Optional.of(number);
                                }
                            }
                            wrongValue(
                                    key,
                                    scalar,
                                    String.format(
                                            Locale.ROOT,
                                            "a whole number from %,d to %,d",
                                            low,
                                            high));
                            return Optional.empty();
                        });
    }

    /// A whole number that must be there.
    public Optional<Integer> requiredInteger(String key, int low, int high) {
        if (!has(key)) {
            missing(key);
        }
        return integer(key, low, high);
    }

    /// A decimal number.
    public Optional<BigDecimal> decimal(String key) {
        return scalar(key)
                .flatMap(
                        scalar -> {
                            if (scalar.value().matches("-?\\d{1,12}(\\.\\d{1,12})?")) {
                                return Optional.of(new BigDecimal(scalar.value()));
                            }
                            wrongValue(key, scalar, "a number such as 12 or 0.5");
                            return Optional.empty();
                        });
    }

    /// `true` or `false`; false if the key is not there.
    public boolean flag(String key) {
        return word(key, Map.of("true", true, "false", false)).orElse(false);
    }

    /// One of a few words.
    public <T> Optional<T> word(String key, Map<String, T> words) {
        return scalar(key)
                .flatMap(
                        scalar -> {
                            Optional<T> meant = Optional.ofNullable(words.get(scalar.value()));
                            if (meant.isEmpty()) {
                                wrongValue(
                                        key,
                                        scalar,
                                        String.join(
                                                " or ", words.keySet().stream().sorted().toList()));
                            }
                            return meant;
                        });
    }

    /// A list; empty if the key is not there.
    public List<Node> list(String key) {
        Optional<Node> node = node(key);
        if (node.isEmpty()) {
            return List.of();
        }
        if (node.get() instanceof Node.Items items) {
            return items.nodes();
        }
        problems.add(
                Rule.WRONG_KIND,
                node.get().place(),
                "%s of %s must be a list, not %s".formatted(key, thing, node.get().kind()),
                "write [a, b], or one entry a line after a dash");
        return List.of();
    }

    /// A list of words or texts, each not empty.
    public List<Node.Scalar> scalars(String key) {
        var scalars = new ArrayList<Node.Scalar>();
        for (Node node : list(key)) {
            if (node instanceof Node.Scalar scalar && !scalar.value().isBlank()) {
                scalars.add(scalar);
            } else {
                problems.add(
                        Rule.WRONG_KIND,
                        node.place(),
                        "%s of %s must list texts, not %s".formatted(key, thing, node.kind()),
                        "write a text");
            }
        }
        return scalars;
    }

    /// A mapping below this one.
    public Optional<Fields> fields(String key) {
        return node(key).flatMap(node -> of(key + " of " + thing, node, problems));
    }

    /// Says which keys nothing has read. Called last.
    public void finish() {
        for (Node.Entry entry : entries.values()) {
            if (!known.contains(entry.key())) {
                Optional<String> nearest = Nearest.to(entry.key(), known);
                problems.add(
                        Rule.UNKNOWN_KEY,
                        entry.keyPlace(),
                        "\"%s\" is no key of %s".formatted(entry.key(), thing)
                                + nearest.map("; nearest is \"%s\""::formatted).orElse(""),
                        nearest.map(near -> "write " + near)
                                .orElse(
                                        "delete it; there are "
                                                + String.join(
                                                        ", ", known.stream().sorted().toList())));
            }
        }
    }

    /// Adds that a value must be something else.
    public void wrongValue(String key, Node.Scalar scalar, String wanted) {
        problems.add(
                Rule.WRONG_VALUE,
                scalar.place(),
                "%s of %s must be %s, not \"%s\""
                        .formatted(key, thing, wanted, shortened(scalar.value())),
                "write " + wanted);
    }

    private void missing(String key) {
        problems.add(
                Rule.MISSING_KEY,
                place,
                "%s has no %s".formatted(thing, key),
                "add %s: to it".formatted(key));
    }

    private boolean isSafe(Node.Scalar scalar) {
        return SafeText.check(scalar, problems);
    }

    /// A text short enough to stand in a problem.
    public static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= 60 ? line : line.substring(0, 57) + "...";
    }
}
