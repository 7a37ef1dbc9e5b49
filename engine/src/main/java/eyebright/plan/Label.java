package eyebright.plan;

import eyebright.study.Option;
import java.util.List;
import java.util.Locale;

/// A code and what people read for it.
///
/// @param code what names of estimates call it
/// @param text what people read
/// @param kind how the text stands in a sentence
public record Label(String code, String text, Kind kind) {

    static final String RATHER_THAN = " rather than ";

    /// How a text stands in a sentence.
    public enum Kind {
        /// An answer, a question or a title, as the questionnaire has it: a sentence quotes it.
        ANSWER("answer"),
        /// Words of the plan: a sentence takes them as they are, such as `women` or `ten more years of age`.
        PHRASE("phrase"),
        /// One answer rather than another: `women rather than men`.
        COMPARISON("comparison"),
        /// Two things that work through each other.
        INTERPLAY("interplay");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /// The word in JSON.
        public String word() {
            return word;
        }
    }

    /// A code with an answer, a question or a title.
    public Label(String code, String text) {
        this(code, text, Kind.ANSWER);
    }

    /// A code with words that need no quotation marks.
    public static Label phrase(String code, String text) {
        return new Label(code, text, Kind.PHRASE);
    }

    /// One answer rather than another, both as they are said.
    public static Label comparison(String code, String one, String other) {
        return new Label(code, one + RATHER_THAN + other, Kind.COMPARISON);
    }

    public static List<Label> of(List<Option> options) {
        return options.stream().map(option -> new Label(option.code(), option.label())).toList();
    }

    /// As it stands within a sentence: an answer in quotation marks.
    public String said() {
        return kind == Kind.ANSWER ? "“%s”".formatted(text) : text;
    }

    /// As it stands by itself, such as beside a mark of a picture: with a capital.
    public String title() {
        return kind == Kind.ANSWER || text.isEmpty()
                ? text
                : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /// Of a comparison the answer that is compared; else the text.
    public String one() {
        return kind == Kind.COMPARISON ? text.substring(0, text.indexOf(RATHER_THAN)) : text;
    }

    /// Of a comparison the answer it is compared with; else the text.
    public String other() {
        return kind == Kind.COMPARISON
                ? text.substring(text.indexOf(RATHER_THAN) + RATHER_THAN.length())
                : text;
    }
}
