package eyebright.manuscript;

import eyebright.source.Fields;
import eyebright.source.Nearest;
import eyebright.source.Place;
import eyebright.source.Problems;
import eyebright.source.Rule;
import eyebright.source.SafeText;
import eyebright.source.Sources;
import eyebright.source.TextPlaces;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads `article.md` and `review.md`: a head in YAML, then Markdown with `{{placeholders}}` and citations as Pandoc
/// writes them, `[@key; @other]` and `@key`.
public final class ManuscriptReader {

    private static final int MOST_BLANKS = 5_000;
    private static final int MOST_LEVELS = 32;

    private static final Pattern BLANK =
            Pattern.compile(
                    "\\{\\{(?<slot>[^{}\\n]*)}}"
                            + "|\\[(?<cited>@[^\\]\\n]*)]"
                            + "|(?<![\\w@.])@(?<named>[A-Za-z][\\w:-]*)");
    private static final Pattern UNCLOSED = Pattern.compile("\\{\\{|}}");
    private static final Pattern KEY = Pattern.compile("@([A-Za-z][\\w:-]*)");

    /// What may hold a percent sign: a placeholder, a quotation, a quoted line.
    private static final Pattern QUOTED =
            Pattern.compile(
                    "\\{\\{[^{}\\n]*}}|\"[^\"\\n]*\"|\u201c[^\u201d\\n]*\u201d|(?m:^>.*$)|`[^`\\n]*`");

    private final TextPlaces places;
    private final Vocabulary vocabulary;
    private final Problems problems;
    private final SlotReader slots;
    private final int begin;

    private ManuscriptReader(TextPlaces places, Vocabulary vocabulary, Problems problems) {
        this.places = places;
        this.vocabulary = vocabulary;
        this.problems = problems;
        this.slots = new SlotReader(vocabulary, problems);
        this.begin = FrontReader.length(places.text());
    }

    /// Reads a manuscript; empty if the folder has none, or it has no head.
    ///
    /// @param file [Manuscript#ARTICLE] or [Manuscript#REVIEW]
    /// @param vocabulary what it can name
    public static Optional<Manuscript> read(
            Sources sources, String file, Vocabulary vocabulary, Problems problems) {
        return sources.file(file)
                .flatMap(
                        text ->
                                new ManuscriptReader(
                                                new TextPlaces(file, text), vocabulary, problems)
                                        .read());
    }

    private Optional<Manuscript> read() {
        String text = places.text();
        int stranger = Math.max(text.indexOf(Manuscript.OPEN), text.indexOf(Manuscript.CLOSE));
        if (stranger >= 0) {
            problems.add(
                    Rule.NOT_TEXT,
                    places.at(stranger),
                    "character U+%04X does not belong in a text"
                            .formatted((int) text.charAt(stranger)),
                    "delete it");
            return Optional.empty();
        }
        Optional<Front> front =
                FrontReader.read(places.file(), text, vocabulary.references(), problems);
        SafeText.check(text.substring(begin), offset -> places.at(begin + offset), problems);
        typedFigures();
        var marked = new StringBuilder();
        var blanks = new ArrayList<Manuscript.Blank>();
        Matcher blank = BLANK.matcher(text);
        if (blank.results().skip(MOST_BLANKS).findAny().isPresent()) {
            problems.add(
                    Rule.TOO_LARGE,
                    Place.start(places.file()),
                    "%s must have at most %,d placeholders and citations"
                            .formatted(places.file(), MOST_BLANKS),
                    "make it shorter");
            return Optional.empty();
        }
        int last = begin;
        while (blank.find(last)) {
            stray(last, blank.start());
            marked.append(text, last, blank.start());
            Optional<Manuscript.Blank> read = blank(blank);
            read.ifPresentOrElse(
                    each -> {
                        marked.append(Manuscript.mark(blanks.size()));
                        blanks.add(each);
                    },
                    () -> marked.append(blank.group()));
            last = blank.end();
        }
        stray(last, text.length());
        marked.append(text, last, text.length());
        if (MarkdownTree.depth(marked.toString()) > MOST_LEVELS) {
            problems.add(
                    Rule.TOO_DEEP,
                    Place.start(places.file()),
                    "lists, quotations and emphasis of %s must stand at most %d deep in one another"
                            .formatted(places.file(), MOST_LEVELS),
                    "write it with fewer levels");
            return Optional.empty();
        }
        return front.map(each -> new Manuscript(places.file(), each, marked.toString(), blanks));
    }

    /// Braces that belong to no placeholder.
    private void stray(int from, int to) {
        Matcher braces = UNCLOSED.matcher(places.text()).region(from, to);
        if (braces.find()) {
            problems.add(
                    Rule.UNKNOWN_PLACEHOLDER,
                    places.at(braces.start()),
                    "a placeholder must stand between {{ and }} on one line",
                    "close it, or delete the braces");
        }
    }

    private Optional<Manuscript.Blank> blank(Matcher blank) {
        String slot = blank.group("slot");
        if (slot != null) {
            return slot(slot.strip(), blank.start(), blank.end());
        }
        String named = blank.group("named");
        if (named != null) {
            return isKnown(named, blank.start("named"))
                    ? Optional.of(cited(List.of(named), true))
                    : Optional.empty();
        }
        return cited(blank);
    }

    private static Manuscript.Blank cited(List<String> keys, boolean narrative) {
        return new Manuscript.Blank.OfCitation(new Inline.Cited(keys, narrative));
    }

    private Optional<Manuscript.Blank> cited(Matcher blank) {
        var keys = new ArrayList<String>();
        int at = blank.start("cited");
        boolean known = true;
        for (String piece : blank.group("cited").split(";", -1)) {
            Matcher key = KEY.matcher(piece.strip());
            if (!key.matches()) {
                problems.add(
                        Rule.UNKNOWN_REFERENCE,
                        places.at(at),
                        "\"%s\" is no citation".formatted(Fields.shortened(piece.strip())),
                        "write [@key] or [@key; @other], with keys of " + Bibliography.FILE);
                return Optional.empty();
            }
            known &= isKnown(key.group(1), at + piece.indexOf('@') + 1);
            keys.add(key.group(1));
            at += piece.length() + 1;
        }
        return known ? Optional.of(cited(keys, false)) : Optional.empty();
    }

    private boolean isKnown(String key, int offset) {
        if (vocabulary.references().contains(key)) {
            return true;
        }
        problems.add(
                Rule.UNKNOWN_REFERENCE,
                places.at(offset),
                "%s holds no \"%s\"".formatted(Bibliography.FILE, Fields.shortened(key))
                        + Nearest.to(key, vocabulary.references())
                                .map("; nearest is \"%s\""::formatted)
                                .orElse(""),
                Nearest.to(key, vocabulary.references())
                        .map(near -> "write @" + near)
                        .orElse("add it to " + Bibliography.FILE));
        return false;
    }

    private Optional<Manuscript.Blank> slot(String text, int start, int end) {
        Optional<Slot> slot = slots.read(text, () -> places.at(start));
        if (slot.isPresent() && slot.get().isBlock() && !standsAlone(start, end)) {
            problems.add(
                    Rule.UNKNOWN_PLACEHOLDER,
                    places.at(start),
                    "{{%s}} must stand alone, with an empty line before and after it"
                            .formatted(text),
                    "give it a paragraph of its own");
            return Optional.empty();
        }
        return slot.map(Manuscript.Blank.OfSlot::new);
    }

    /// Whether nothing but empty lines, or the ends of the text, are around it.
    private boolean standsAlone(int start, int end) {
        return lineBefore(start).isBlank() && lineAfter(end).isBlank();
    }

    /// Its own line up to it, and the line before that.
    private String lineBefore(int start) {
        String text = places.text();
        int own = text.lastIndexOf('\n', start - 1) + 1;
        int before = own == 0 ? 0 : text.lastIndexOf('\n', own - 2) + 1;
        boolean isFirst = before < begin && own >= begin;
        return text.substring(own, start)
                + (isFirst || own == 0 ? "" : text.substring(before, own));
    }

    /// The rest of its own line, and the line after that.
    private String lineAfter(int end) {
        String text = places.text();
        int own = text.indexOf('\n', end);
        int after = own < 0 ? -1 : text.indexOf('\n', own + 1);
        return own < 0
                ? text.substring(end)
                : text.substring(end, after < 0 ? text.length() : after);
    }

    private void typedFigures() {
        char[] masked = places.text().toCharArray();
        Arrays.fill(masked, 0, begin, ' ');
        QUOTED.matcher(places.text())
                .results()
                .forEach(each -> Arrays.fill(masked, each.start(), each.end(), ' '));
        String bare = new String(masked);
        for (int at = bare.indexOf('%'); at >= 0; at = bare.indexOf('%', at + 1)) {
            problems.add(
                    Rule.TYPED_FIGURE,
                    places.at(at),
                    "a percentage is typed here and will not change with the findings",
                    "fill it in: {{CLAIM.estimate}} or {{published.ID}}; or put a quotation in quotes");
        }
    }
}
