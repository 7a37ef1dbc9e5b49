package eyebright.manuscript;

import java.util.List;

/// A piece of a line of an article. All texts are plain: whoever writes them out escapes them.
public sealed interface Inline {

    /// Words as the author wrote them.
    record Text(String text) implements Inline {}

    /// Words that stand out, as a term does where it is explained.
    record Emphasis(List<Inline> parts) implements Inline {
        public Emphasis {
            parts = List.copyOf(parts);
        }
    }

    /// Words that stand out strongly.
    record Strong(List<Inline> parts) implements Inline {
        public Strong {
            parts = List.copyOf(parts);
        }
    }

    /// Words that lead elsewhere.
    ///
    /// @param address begins with `https://`, `http://` or `mailto:`
    record Link(String address, List<Inline> parts) implements Inline {
        public Link {
            parts = List.copyOf(parts);
        }
    }

    /// What was filled in from a finding: its origin is one step away.
    ///
    /// @param parts as they are read
    /// @param claim the finding's
    record Told(List<Inline> parts, String claim) implements Inline {
        public Told {
            parts = List.copyOf(parts);
        }

        /// Words without anything that stands out.
        static Told of(String text, String claim) {
            return new Told(List.of(new Text(text)), claim);
        }
    }

    /// What can be filled in later.
    ///
    /// @param why a clause: why not now
    record Open(String why) implements Inline {}

    /// Sources, as `[@one; @two]` or `@one` in a sentence.
    ///
    /// @param keys of the references, in the order in which they are cited; at least one
    /// @param narrative whether the author's name is part of the sentence
    record Cited(List<String> keys, boolean narrative) implements Inline {
        public Cited {
            keys = List.copyOf(keys);
            if (keys.isEmpty()) {
                throw new IllegalArgumentException("keys must name a reference or more, not none");
            }
        }
    }

    /// A new line inside a paragraph.
    record Break() implements Inline {}
}
