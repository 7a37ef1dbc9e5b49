package eyebright.recompute;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// How a text stands in the script: between quotes if it is made of letters, digits and signs that mean
/// nothing there, else as a place in a table beside the script.
///
/// So nothing that a study wrote can end a text of the script and become part of its code: ids and codes
/// are always of the first kind, whatever else is compared with answers may be of the second.
final class RText {

    /// Neither quotes, backslashes, line ends nor anything beyond ASCII.
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_ .:/()|,-]{1,400}");

    private final List<String> texts = new ArrayList<>();

    /// A text as the script writes it.
    String of(String text) {
        if (PLAIN.matcher(text).matches()) {
            return '"' + text + '"';
        }
        if (!texts.contains(text)) {
            texts.add(text);
        }
        return "text(%d)".formatted(texts.indexOf(text) + 1);
    }

    /// Several texts.
    String all(List<String> several) {
        return several.isEmpty()
                ? "character()"
                : several.stream().map(this::of).collect(Collectors.joining(", ", "c(", ")"));
    }

    /// Any text between quotes, by the grammar of R: what is not a plain sign of ASCII stands as its number.
    static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        text.codePoints()
                .forEach(
                        c -> {
                            if (c == '"' || c == '\\') {
                                quoted.append('\\').append((char) c);
                            } else if (c >= ' ' && c < 0x7f) {
                                quoted.append((char) c);
                            } else {
                                quoted.append(String.format(Locale.ROOT, "\\U%08x", c));
                            }
                        });
        return quoted.append('"').toString();
    }

    /// The texts that stand beside the script, in the order of their places from 1.
    List<String> texts() {
        return List.copyOf(texts);
    }
}
