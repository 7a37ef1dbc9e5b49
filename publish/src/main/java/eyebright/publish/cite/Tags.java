package eyebright.publish.cite;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What the head of an article's page tells reference managers: the tags that Highwire Press began with, as Google Scholar and
/// Zotero read them. Values are plain; whoever writes them out escapes them.
public final class Tags {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu/MM/dd", Locale.ROOT);

    private Tags() {}

    /// One of them.
    public record Tag(String name, String content) {}

    /// Those of an article.
    ///
    /// @param pdf its whole address; absent if there is none
    public static List<Tag> of(Work work, Optional<String> pdf) {
        var tags = new ArrayList<Tag>();
        tags.add(new Tag("citation_title", work.title()));
        work.authors()
                .forEach(
                        author -> {
                            tags.add(
                                    new Tag(
                                            "citation_author",
                                            switch (PersonName.of(author)) {
                                                case PersonName.Divided(
                                                                String family,
                                                                String given) ->
                                                        family + ", " + given;
                                                case PersonName.Whole(String name) -> name;
                                            }));
                            // These belong to the author above them.
                            author.affiliation()
                                    .ifPresent(
                                            where ->
                                                    tags.add(
                                                            new Tag(
                                                                    "citation_author_institution",
                                                                    where)));
                            author.orcid()
                                    .ifPresent(
                                            orcid ->
                                                    tags.add(
                                                            new Tag(
                                                                    "citation_author_orcid",
                                                                    "https://orcid.org/" + orcid)));
                        });
        tags.add(new Tag("citation_publication_date", DAY.format(work.day())));
        tags.add(new Tag("citation_online_date", DAY.format(work.day())));
        work.publisher().ifPresent(site -> tags.add(new Tag("citation_publisher", site)));
        work.doi().ifPresent(doi -> tags.add(new Tag("citation_doi", doi)));
        work.address().ifPresent(url -> tags.add(new Tag("citation_abstract_html_url", url)));
        pdf.ifPresent(url -> tags.add(new Tag("citation_pdf_url", url)));
        if (!work.keywords().isEmpty()) {
            tags.add(new Tag("citation_keywords", String.join("; ", work.keywords())));
        }
        tags.add(new Tag("citation_language", "en"));
        return List.copyOf(tags);
    }
}
