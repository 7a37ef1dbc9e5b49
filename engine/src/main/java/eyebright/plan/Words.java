package eyebright.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What sentences call the variables, scales, numbers and options that a plan reads. Words change no
/// number; they are part of the plan all the same, since what is claimed is said in them.
///
/// @param words by the name of a variable (`age`) or of an option (`gender.woman`), in the order of the file
public record Words(Map<String, Word> words) {

    static final Words NONE = new Words(Map.of());

    public Words {
        words = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(words));
    }

    /// The words for one name; each absent where the plan has none.
    ///
    /// @param called what it is, as a noun: `women`, `openness`, `crying in daily life`
    /// @param one one more of a number: `year of age`
    /// @param many several more: `years of age`; absent where the first word of `one` takes an s
    public record Word(Optional<String> called, Optional<String> one, Optional<String> many) {

        static final Word NONE = new Word(Optional.empty(), Optional.empty(), Optional.empty());

        /// One or several more of it, such as `ten more years of age`.
        ///
        /// @param number how many, in words
        public Optional<String> more(boolean isOne, String number) {
            return one.map(
                    single ->
                            "%s more %s"
                                    .formatted(
                                            number,
                                            isOne ? single : many.orElseGet(() -> plural(single))));
        }

        private static String plural(String single) {
            int end = single.indexOf(' ');
            return end < 0 ? single + "s" : single.substring(0, end) + "s" + single.substring(end);
        }
    }

    /// Words one after another: `a`, `a and b`, `a, b and c`.
    public static String list(List<String> words) {
        return list(words, "and");
    }

    /// The same with another word before the last, such as `or`.
    public static String list(List<String> words, String last) {
        if (words.size() < 2) {
            return String.join("", words);
        }
        return String.join(", ", words.subList(0, words.size() - 1))
                + " "
                + last
                + " "
                + words.getLast();
    }

    /// The words for a name.
    Word of(String name) {
        return words.getOrDefault(name, Word.NONE);
    }

    /// A line for each name, the same for the same words: for the plan's canonical text.
    List<String> canonical() {
        var lines = new ArrayList<String>();
        words.forEach(
                (name, word) -> {
                    var line = new StringBuilder(name);
                    word.called().ifPresent(called -> line.append(" called ").append(called));
                    word.one().ifPresent(one -> line.append(" one ").append(one));
                    word.many().ifPresent(many -> line.append(" many ").append(many));
                    lines.add(line.toString());
                });
        return lines;
    }
}
