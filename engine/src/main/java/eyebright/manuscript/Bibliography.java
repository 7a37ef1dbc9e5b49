package eyebright.manuscript;

import eyebright.source.Place;
import eyebright.source.Problems;
import eyebright.source.Rule;
import eyebright.source.Sources;
import eyebright.source.TextPlaces;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jbibtex.BibTeXDatabase;
import org.jbibtex.BibTeXEntry;
import org.jbibtex.BibTeXParser;
import org.jbibtex.ObjectResolutionException;
import org.jbibtex.ParseException;
import org.jbibtex.TokenMgrException;
import org.jbibtex.Value;

/// The references of a study folder, `references.bib`.
///
/// @param text the file as BibTeX; empty if there is none
/// @param titles of each entry by its key, in the order of the file; an entry without a title has an empty one
public record Bibliography(String text, Map<String, String> titles) {

    /// The name of the file.
    public static final String FILE = "references.bib";

    private static final Bibliography NONE = new Bibliography("", Map.of());
    private static final Pattern ENTRY = Pattern.compile("@\\w+\\s*\\{\\s*([^,\\s}]+)");

    public Bibliography {
        titles = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(titles));
    }

    /// The references of a folder; none if it has no such file.
    public static Bibliography read(Sources sources, Problems problems) {
        return sources.file(FILE).map(text -> read(text, problems)).orElse(NONE);
    }

    private static Bibliography read(String text, Problems problems) {
        doubled(text, problems);
        Optional<BibTeXDatabase> database = parsed(text);
        if (database.isEmpty()) {
            unread(text, problems);
            return NONE;
        }
        var titles = new LinkedHashMap<String, String>();
        database.get()
                .getEntries()
                .forEach((key, entry) -> titles.put(key.getValue(), title(entry)));
        return new Bibliography(text, titles);
    }

    private static String title(BibTeXEntry entry) {
        return Optional.ofNullable(entry.getField(BibTeXEntry.KEY_TITLE))
                .map(Value::toUserString)
                .orElse("");
    }

    /// The entries; empty if there is anything that is none.
    private static Optional<BibTeXDatabase> parsed(String text) {
        try {
            var parser = new BibTeXParser();
            BibTeXDatabase database = parser.parse(new StringReader(text));
            return parser.getExceptions().isEmpty() ? Optional.of(database) : Optional.empty();
        } catch (ParseException | TokenMgrException | ObjectResolutionException unreadable) {
            return Optional.empty();
        }
    }

    /// Says where it breaks off: the parser knows only where it could not go on, which may be the end of the file.
    private static void unread(String text, Problems problems) {
        var places = new TextPlaces(FILE, text);
        Matcher entry = ENTRY.matcher(text);
        while (entry.find()) {
            int end = closed(text, entry.start());
            if (end < 0) {
                problems.add(
                        Rule.BIBLIOGRAPHY,
                        places.at(entry.start()),
                        "the reference \"%s\" does not read".formatted(entry.group(1)),
                        "look for a brace or a comma that is missing in it");
                return;
            }
        }
        problems.add(
                Rule.BIBLIOGRAPHY,
                Place.start(FILE),
                FILE + " does not read as BibTeX",
                "look for an entry that lacks a brace, a comma or its key");
    }

    /// Where the braces of an entry are closed; −1 if another entry, or the end, comes first.
    private static int closed(String text, int start) {
        int depth = 0;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '@' && i > start && text.charAt(i - 1) == '\n') {
                return -1;
            }
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (c == '}' && depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private static void doubled(String text, Problems problems) {
        var seen = new LinkedHashMap<String, Integer>();
        var places = new TextPlaces(FILE, text);
        Matcher entry = ENTRY.matcher(text);
        while (entry.find()) {
            if (seen.put(entry.group(1), entry.start(1)) != null) {
                problems.add(
                        Rule.DUPLICATE_ID,
                        places.at(entry.start(1)),
                        "the reference \"%s\" stands twice".formatted(entry.group(1)),
                        "delete one of them, or give it another key");
            }
        }
    }
}
