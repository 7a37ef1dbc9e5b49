package eyebright.plan;

import eyebright.source.Fields;
import eyebright.source.Node;
import eyebright.source.Problems;
import eyebright.source.Rule;
import java.util.List;
import java.util.Optional;

/// What the files of claims and of figures have in common: a list of entries, each with an id.
public final class Entries {

    private static final String ID = "[a-z][a-z0-9_-]*";

    private Entries() {}

    /// The entries of a file that must be a list.
    public static List<Node> of(String file, Node root, Problems problems) {
        if (root instanceof Node.Items(_, List<Node> nodes)) {
            return nodes;
        }
        problems.add(
                Rule.WRONG_KIND,
                root.place(),
                "%s must be a list, not %s".formatted(file, root.kind()),
                "begin every entry with a dash");
        return List.of();
    }

    /// The id under that key, which is also the word for the thing.
    static Optional<String> id(String key, Fields fields, Problems problems) {
        return id(key, "a " + key, fields, problems);
    }

    /// The id under that key.
    ///
    /// @param thing what it is the id of, such as `a claim`
    public static Optional<String> id(String key, String thing, Fields fields, Problems problems) {
        Optional<Node.Scalar> scalar = fields.requiredScalar(key);
        if (scalar.isPresent() && !scalar.get().value().matches(ID)) {
            problems.add(
                    Rule.WRONG_NAME,
                    scalar.get().place(),
                    "the name of %s must be small letters, digits, - and _, beginning with a letter, not \"%s\""
                            .formatted(thing, Fields.shortened(scalar.get().value())),
                    "write it like ever or no-difference");
            return Optional.empty();
        }
        return scalar.map(Node.Scalar::value);
    }

    /// Says that an id stands twice.
    public static void duplicate(
            String thing, String key, Fields fields, String id, Problems problems) {
        problems.add(
                Rule.DUPLICATE_ID,
                fields.node(key).map(Node::place).orElse(fields.place()),
                "%s \"%s\" stands twice".formatted(thing, id),
                "rename one of the two");
    }
}
