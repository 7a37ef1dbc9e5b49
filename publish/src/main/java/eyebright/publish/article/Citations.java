package eyebright.publish.article;

import de.undercouch.citeproc.CSL;
import de.undercouch.citeproc.ListItemDataProvider;
import de.undercouch.citeproc.bibtex.BibTeXConverter;
import de.undercouch.citeproc.csl.CSLCitation;
import de.undercouch.citeproc.csl.CSLCitationItem;
import de.undercouch.citeproc.csl.CSLItemData;
import de.undercouch.citeproc.csl.CSLItemDataBuilder;
import de.undercouch.citeproc.csl.CSLType;
import eyebright.manuscript.Bibliography;
import eyebright.manuscript.Inline;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jbibtex.ParseException;

/// Citations and references in the style of the American Psychological Association, as citeproc-java makes them of the
/// style that the Citation Style Language project keeps. Making one takes a second: keep it.
public final class Citations {

    private static final String STYLE = "apa";
    private static final String LANGUAGE = "en-US";

    /// Entries come as XML elements, with their keys and without names for characters.
    private static final String FORMAT = "fo";

    private final CSL processor;
    private final List<Reference> references;

    private Citations(CSL processor, List<Reference> references) {
        this.processor = processor;
        this.references = List.copyOf(references);
    }

    /// One line of the list of references.
    ///
    /// @param key by which it is cited
    public record Reference(String key, List<Inline> parts) {
        public Reference {
            parts = List.copyOf(parts);
        }
    }

    /// The citations of a text.
    ///
    /// @param bibliography which has been read without a problem
    /// @param cited the keys the text cites: references are those alone
    public static Citations of(Bibliography bibliography, List<String> cited) {
        try {
            List<CSLItemData> items = new ArrayList<>();
            if (!cited.isEmpty()) {
                var converter = new BibTeXConverter();
                var text =
                        new ByteArrayInputStream(
                                bibliography.text().getBytes(StandardCharsets.UTF_8));
                converter.toItemData(converter.loadDatabase(text)).values().stream()
                        .filter(item -> cited.contains(item.getId()))
                        .map(Citations::withIssue)
                        .forEach(items::add);
            }
            return of(items);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } catch (ParseException fault) {
            throw new IllegalArgumentException(
                    "the bibliography must be one that reads, as it did when it was checked",
                    fault);
        }
    }

    /// How a single item is listed.
    public static Reference reference(CSLItemData item) {
        try {
            return of(List.of(item)).references().getFirst();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static Citations of(List<CSLItemData> items) throws IOException {
        var processor = new CSL(new ListItemDataProvider(items), STYLE, LANGUAGE);
        processor.setOutputFormat(FORMAT);
        processor.setConvertLinks(true);
        processor.registerCitationItems(items.stream().map(CSLItemData::getId).toList());
        return new Citations(
                processor,
                items.isEmpty()
                        ? List.of()
                        : Arrays.stream(processor.makeBibliography().getEntries())
                                .map(FormattingObjects::reference)
                                .toList());
    }

    /// BibTeX calls the issue of a journal its number; a number by itself is that of an article.
    private static CSLItemData withIssue(CSLItemData item) {
        return item.getType() == CSLType.ARTICLE_JOURNAL && item.getIssue() == null
                ? new CSLItemDataBuilder(item).issue(item.getNumber()).number((String) null).build()
                : item;
    }

    /// The references, in the order of the list.
    public List<Reference> references() {
        return references;
    }

    /// A citation as it stands in a sentence: `(Author et al., 2013)`, or `Author et al. (2013)` where it is part of it.
    public synchronized String text(Inline.Cited cited) {
        var items = cited.keys().stream().map(CSLCitationItem::new).toArray(CSLCitationItem[]::new);
        // Only the last is new; what comes before it are earlier ones that may have changed.
        String text =
                FormattingObjects.plain(
                        processor.makeCitation(new CSLCitation(items)).getLast().getText());
        return cited.narrative() ? narrative(text) : text;
    }

    /// The processor knows no citations as part of a sentence.
    private static String narrative(String bracketed) {
        String inner = bracketed.substring(1, bracketed.length() - 1);
        int comma = inner.lastIndexOf(", ");
        return comma < 0
                ? inner
                : "%s (%s)"
                        .formatted(
                                inner.substring(0, comma).replace(" & ", " and "),
                                inner.substring(comma + 2));
    }
}
