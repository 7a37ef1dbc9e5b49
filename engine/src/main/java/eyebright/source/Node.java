package eyebright.source;

import java.util.List;

/// A value in a study file and its place. YAML's own types are left aside: a scalar is its text, and
/// whoever reads it knows what the text must be.
public sealed interface Node {

    /// Where it begins.
    Place place();

    /// What it is, in words for problems.
    default String kind() {
        return switch (this) {
            case Scalar scalar -> scalar.value().isEmpty() ? "nothing" : "a text";
            case Items _ -> "a list";
            case Mapping _ -> "a mapping";
        };
    }

    /// A text, number or truth value.
    ///
    /// @param quoted whether it began with a quote
    /// @param block whether it is a `|` or `>` text, whose lines begin elsewhere
    record Scalar(Place place, String value, boolean quoted, boolean block) implements Node {

        /// The place of the character at that offset, as exactly as it is known.
        public Place at(int offset) {
            if (block || value.lastIndexOf('\n', Math.min(offset, value.length()) - 1) >= 0) {
                return place;
            }
            return new Place(
                    place.file(), place.line(), place.column() + offset + (quoted ? 1 : 0));
        }
    }

    /// A list.
    record Items(Place place, List<Node> nodes) implements Node {
        public Items {
            nodes = List.copyOf(nodes);
        }
    }

    /// Keys with values, in the order of the file; a key given twice is a problem and stands once.
    record Mapping(Place place, List<Entry> entries) implements Node {
        public Mapping {
            entries = List.copyOf(entries);
        }
    }

    /// One key and its value.
    record Entry(String key, Place keyPlace, Node value) {}
}
