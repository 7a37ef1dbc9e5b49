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
            case Scalar scalar -> scalar.value().isBlank() ? "nothing" : "a text";
            case Items _ -> "a list";
            case Mapping _ -> "a mapping";
        };
    }

    /// A text, number or truth value.
    ///
    /// @param quoted whether it began with a quote
    /// @param block whether its characters stand elsewhere than side by side after its place: a `|` or
    ///   `>` text, a text over several lines, one with escapes or an anchor
    record Scalar(Place place, String value, boolean quoted, boolean block) implements Node {

        /// The place of the character at that offset, as exactly as it is known.
        public Place at(int offset) {
            if (block || value.lastIndexOf('\n', Math.min(offset, value.length()) - 1) >= 0) {
                return place;
            }
            int characters = value.codePointCount(0, Math.min(offset, value.length()));
            return new Place(
                    place.file(), place.line(), place.column() + characters + (quoted ? 1 : 0));
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
