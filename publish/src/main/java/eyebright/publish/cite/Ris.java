package eyebright.publish.cite;

import eyebright.manuscript.Author;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// A work in the format of Research Information Systems, which reference managers read: lines that begin with two characters and
/// `  - `, ended by CR LF. A value is on one line, so that nothing in it can be taken for a tag.
///
/// Source: Thomson ResearchSoft, RIS Format Specifications (2001, and its later tags `DO`, `DA`, `LA`). The format has no way to
/// escape: in names a comma divides, so that one inside a part of a name becomes a blank.
public final class Ris {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu/MM/dd/", Locale.ROOT);

    private final StringBuilder text = new StringBuilder();

    private Ris() {}

    /// The text of a file with that reference.
    public static String of(Work work) {
        var ris = new Ris();
        ris.line(
                "TY",
                switch (work.kind()) {
                    case ARTICLE -> "ELEC";
                    case DATA -> "DATA";
                });
        ris.line("ID", work.key());
        work.authors().forEach(author -> ris.line("AU", name(author)));
        ris.line("TI", work.title());
        ris.line("PY", Integer.toString(work.day().getYear()));
        ris.line("DA", DAY.format(work.day()));
        if (work.version().isPresent()) {
            ris.line("ET", Integer.toString(work.version().getAsInt()));
        }
        work.publisher().ifPresent(site -> ris.line("PB", site));
        work.doi().ifPresent(doi -> ris.line("DO", doi));
        work.address().ifPresent(address -> ris.line("UR", address));
        work.keywords().forEach(word -> ris.line("KW", word));
        work.summary().ifPresent(summary -> ris.line("AB", summary));
        ris.line("LA", "en");
        if (work.rehearsed()) {
            ris.line("N1", Work.REHEARSED);
        }
        ris.line("ER", "");
        return ris.text.toString();
    }

    private void line(String tag, String value) {
        text.append(tag).append("  - ").append(value).append("\r\n");
    }

    private static String name(Author author) {
        return switch (PersonName.of(author)) {
            case PersonName.Divided(String family, String given) ->
                    part(family) + ", " + part(given);
            case PersonName.Whole(String name) -> part(name);
        };
    }

    private static String part(String name) {
        return OneLine.of(name.replace(',', ' '));
    }
}
