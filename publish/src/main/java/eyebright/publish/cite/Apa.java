package eyebright.publish.cite;

import de.undercouch.citeproc.csl.CSLItemData;
import de.undercouch.citeproc.csl.CSLItemDataBuilder;
import de.undercouch.citeproc.csl.CSLName;
import de.undercouch.citeproc.csl.CSLNameBuilder;
import de.undercouch.citeproc.csl.CSLType;
import eyebright.manuscript.Author;
import eyebright.manuscript.Bibliography;
import eyebright.manuscript.Inline;
import eyebright.publish.article.ArticleHtml;
import eyebright.publish.article.Citations;
import java.util.List;
import java.util.Optional;

/// References in the style of the American Psychological Association, as lists of references print them. Each takes some
/// tenths of a second: keep it.
public final class Apa {

    private Apa() {}

    /// How a work is cited.
    public static List<Inline> of(Work work) {
        return Citations.reference(item(work)).parts();
    }

    /// How an entry of a bibliography is cited; empty if it holds none of that key.
    public static Optional<List<Inline>> of(Bibliography bibliography, String key) {
        return Citations.of(bibliography, List.of(key)).references().stream()
                .findFirst()
                .map(Citations.Reference::parts);
    }

    /// A reference as HTML that is well-formed XML too, without an element around it.
    public static String html(List<Inline> reference) {
        return new ArticleHtml(Citations.none(), _ -> "", _ -> "").line(reference);
    }

    private static CSLItemData item(Work work) {
        var item =
                new CSLItemDataBuilder()
                        .id(work.key())
                        .type(CSLType.fromString(CslJson.type(work)))
                        .title(work.title())
                        .issued(
                                work.day().getYear(),
                                work.day().getMonthValue(),
                                work.day().getDayOfMonth());
        if (!work.authors().isEmpty()) {
            item.author(work.authors().stream().map(Apa::name).toArray(CSLName[]::new));
        }
        if (work.version().isPresent()) {
            item.version(Integer.toString(work.version().getAsInt()));
        }
        work.publisher().ifPresent(item::publisher);
        work.doi().ifPresent(item::DOI);
        work.address().ifPresent(item::URL);
        return item.build();
    }

    private static CSLName name(Author author) {
        return switch (PersonName.of(author)) {
            case PersonName.Divided(String family, String given) ->
                    new CSLNameBuilder().family(family).given(given).build();
            case PersonName.Whole(String name) -> new CSLNameBuilder().literal(name).build();
        };
    }
}
