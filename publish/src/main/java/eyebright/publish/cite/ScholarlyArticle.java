package eyebright.publish.cite;

import eyebright.manuscript.Author;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A work as schema.org describes it, in JSON-LD for the head of its page.
///
/// Source: schema.org, `ScholarlyArticle` and `Dataset`.
public final class ScholarlyArticle {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String DOI = "https://doi.org/";

    private ScholarlyArticle() {}

    /// One object that may stand inside a `script` element as it is: no text in it can end the element or begin a comment.
    public static String of(Work work) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("@context", "https://schema.org");
        root.put(
                "@type",
                switch (work.kind()) {
                    case ARTICLE -> "ScholarlyArticle";
                    case DATA -> "Dataset";
                });
        root.put("headline", work.title());
        root.put("name", work.title());
        if (!work.authors().isEmpty()) {
            ArrayNode authors = root.putArray("author");
            work.authors().forEach(author -> person(author, authors.addObject()));
        }
        root.put("datePublished", work.day().toString());
        if (work.version().isPresent()) {
            root.put("version", Integer.toString(work.version().getAsInt()));
        }
        work.publisher()
                .ifPresent(
                        site ->
                                root.putObject("publisher")
                                        .put("@type", "Organization")
                                        .put("name", site));
        work.address().ifPresent(address -> root.put("url", address));
        work.doi()
                .ifPresent(
                        doi -> {
                            root.put("@id", DOI + doi);
                            root.put("sameAs", DOI + doi);
                        });
        if (!work.keywords().isEmpty()) {
            ArrayNode words = root.putArray("keywords");
            work.keywords().forEach(words::add);
        }
        work.summary().ifPresent(summary -> root.put("abstract", summary));
        work.licence().ifPresent(licence -> root.put("license", licence));
        root.put("inLanguage", "en");
        root.put("isAccessibleForFree", true);
        if (work.rehearsed()) {
            root.put("creativeWorkStatus", Work.REHEARSED);
        }
        return inert(MAPPER.writeValueAsString(root));
    }

    private static void person(Author author, ObjectNode into) {
        into.put("@type", "Person");
        author.orcid().ifPresent(orcid -> into.put("@id", "https://orcid.org/" + orcid));
        into.put("name", author.name());
        if (PersonName.of(author) instanceof PersonName.Divided(String family, String given)) {
            into.put("familyName", family).put("givenName", given);
        }
        author.affiliation()
                .ifPresent(
                        where ->
                                into.putObject("affiliation")
                                        .put("@type", "Organization")
                                        .put("name", where));
    }

    private static String inert(String json) {
        return json.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
    }
}
