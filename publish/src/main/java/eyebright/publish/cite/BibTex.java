package eyebright.publish.cite;

import eyebright.manuscript.Author;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A work as BibTeX: an entry `@misc`, which every style knows. Letters stand as they are, in UTF-8; what BibTeX or LaTeX would
/// obey is written as the command that prints it.
///
/// Source: Patashnik, BibTeXing (1988); the grammar counts braces also behind a backslash, so that none stands alone.
public final class BibTex {

    /// A name that reads alike with and without braces.
    private static final Pattern PLAIN_NAME = Pattern.compile("[\\p{L}\\p{M}'’. -]+");

    private static final Pattern DOUBLED = Pattern.compile("(?<=([-`'<>,!?]))(?=\\1)");

    private BibTex() {}

    /// The text of a file with that entry.
    public static String of(Work work) {
        var fields = new LinkedHashMap<String, String>();
        if (!work.authors().isEmpty()) {
            fields.put(
                    "author",
                    work.authors().stream().map(BibTex::name).collect(Collectors.joining(" and ")));
        }
        // The second braces keep capitals as they are.
        fields.put("title", "{" + text(work.title()) + "}");
        fields.put("year", Integer.toString(work.day().getYear()));
        fields.put("month", work.day().getMonth().name().toLowerCase(Locale.ROOT).substring(0, 3));
        fields.put("date", work.day().toString());
        work.versionWords().ifPresent(words -> fields.put("note", words));
        if (work.version().isPresent()) {
            fields.put("version", Integer.toString(work.version().getAsInt()));
        }
        work.publisher().ifPresent(site -> fields.put("howpublished", text(site)));
        work.doi().ifPresent(doi -> fields.put("doi", doi));
        // Styles print an address as it is: nothing in it is escaped, and it holds no braces.
        work.address().ifPresent(address -> fields.put("url", address));
        if (!work.keywords().isEmpty()) {
            fields.put(
                    "keywords",
                    work.keywords().stream().map(BibTex::text).collect(Collectors.joining(", ")));
        }
        work.summary().ifPresent(summary -> fields.put("abstract", text(summary)));
        fields.put("language", "english");
        if (work.rehearsed()) {
            fields.put("annote", Work.REHEARSED);
        }
        return "@misc{%s,\n".formatted(work.key())
                + fields.entrySet().stream().map(BibTex::field).collect(Collectors.joining(",\n"))
                + "\n}\n";
    }

    private static String field(Map.Entry<String, String> field) {
        String name = field.getKey();
        // Months are words of the styles.
        return name.equals("month")
                ? "  month = " + field.getValue()
                : "  %s = {%s}".formatted(name, field.getValue());
    }

    private static String name(Author author) {
        return switch (PersonName.of(author)) {
            case PersonName.Divided(String family, String given) ->
                    part(family) + ", " + part(given);
            case PersonName.Whole(String name) -> "{" + text(name) + "}";
        };
    }

    /// Braces keep an "and" or a comma in a name from dividing it.
    private static String part(String name) {
        return PLAIN_NAME.matcher(name).matches()
                        && !(" " + name + " ").toLowerCase(Locale.ROOT).contains(" and ")
                ? text(name)
                : "{" + text(name) + "}";
    }

    private static String text(String text) {
        var escaped = new StringBuilder(text.length());
        // LaTeX would make dashes and quotation marks of two characters in a row.
        DOUBLED.matcher(text)
                .replaceAll("\u0000")
                .chars()
                .forEach(c -> escaped.append(of((char) c)));
        return escaped.toString();
    }

    private static String of(char c) {
        return switch (c) {
            case '\u0000' -> "{}";
            case '{' -> "\\textbraceleft{}";
            case '}' -> "\\textbraceright{}";
            case '\\' -> "\\textbackslash{}";
            case '~' -> "\\textasciitilde{}";
            case '^' -> "\\textasciicircum{}";
            case '$', '&', '#', '%', '_' -> "\\" + c;
            default -> Character.toString(c);
        };
    }
}
