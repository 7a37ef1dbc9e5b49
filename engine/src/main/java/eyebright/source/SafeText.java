package eyebright.source;

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
        Matcher tag = TAG.matcher(scalar.value());
        if (tag.find()) {
            problems.add(
                    Rule.UNSAFE_TEXT,
                    scalar.at(tag.start()),
                    "texts are Markdown without HTML, so \"%s\" cannot stand here"
                            .formatted(tag.group()),
                    "use *emphasis*, **strong**, lists and [links](https://example.org)");
            return false;
        }
        Matcher image = IMAGE.matcher(scalar.value());
        if (image.find()) {
            problems.add(
                    Rule.UNSAFE_TEXT,
                    scalar.at(image.start()),
                    "texts cannot hold images, because pages load nothing from elsewhere",
                    "write a link instead");
            return false;
        }
        Matcher link = LINK.matcher(scalar.value());
        if (link.find()) {
            problems.add(
                    Rule.UNSAFE_TEXT,
                    scalar.at(link.start()),
                    "a link must begin with https://, http:// or mailto:, not \"%s\""
                            .formatted(link.group(1)),
                    "write the whole address");
            return false;
        }
        return true;
    }
}
