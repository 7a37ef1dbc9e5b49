package eyebright.source;

import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Texts of a folder are Markdown without HTML, whose links go to http, https or mailto.
public final class SafeText {

    private static final Pattern TAG =
            Pattern.compile("<(?!https?://|mailto:)[a-zA-Z!/?][^\\s>]{0,20}");
    private static final Pattern LINK =
            Pattern.compile("(?:\\]\\(|\\]:)\\s*+<?+\\s*+(?!https?://|mailto:)([^\\s)>]{0,40})");
    private static final Pattern IMAGE = Pattern.compile("!\\[");

    private SafeText() {}

    /// Whether a text is safe; if not, a problem says where.
    public static boolean check(Node.Scalar scalar, Problems problems) {
        return check(scalar.value(), scalar::at, problems);
    }

    /// Whether a text is safe; if not, a problem says where.
    ///
    /// @param at the place of a character, counted from 0
    public static boolean check(String text, IntFunction<Place> at, Problems problems) {
        Matcher tag = TAG.matcher(text);
        if (tag.find()) {
            problems.add(
                    Rule.UNSAFE_TEXT,
                    at.apply(tag.start()),
                    "texts are Markdown without HTML, so \"%s\" cannot stand here"
                            .formatted(tag.group()),
                    "use *emphasis*, **strong**, lists and [links](https://example.org)");
            return false;
        }
        Matcher image = IMAGE.matcher(text);
        if (image.find()) {
            problems.add(
                    Rule.UNSAFE_TEXT,
                    at.apply(image.start()),
                    "texts cannot hold images, because pages load nothing from elsewhere",
                    "write a link instead");
            return false;
        }
        Matcher link = LINK.matcher(text);
        if (link.find()) {
            problems.add(
                    Rule.UNSAFE_TEXT,
                    at.apply(link.start()),
                    "a link must begin with https://, http:// or mailto:, not \"%s\""
                            .formatted(link.group(1)),
                    "write the whole address");
            return false;
        }
        return true;
    }
}
