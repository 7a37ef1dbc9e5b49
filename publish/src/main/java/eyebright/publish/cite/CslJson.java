package eyebright.publish.cite;

import eyebright.manuscript.Author;
import java.time.LocalDate;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A work as the JSON of the Citation Style Language: an array of one item.
///
/// Source: Citation Style Language, data model 1.0.2.
public final class CslJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private CslJson() {}

    /// The text of a file with that item.
    public static String of(Work work) {
        ArrayNode items = MAPPER.createArrayNode();
        ObjectNode item = items.addObject();
        item.put("id", work.key());
        item.put("type", type(work));
        item.put("title", work.title());
        if (!work.authors().isEmpty()) {
            ArrayNode authors = item.putArray("author");
            work.authors().forEach(author -> name(author, authors.addObject()));
        }
        LocalDate day = work.day();
        item.putObject("issued")
                .putArray("date-parts")
                .addArray()
                .add(day.getYear())
                .add(day.getMonthValue())
                .add(day.getDayOfMonth());
        if (work.version().isPresent()) {
            item.put("version", Integer.toString(work.version().getAsInt()));
        }
        work.publisher().ifPresent(site -> item.put("publisher", site));
        work.doi().ifPresent(doi -> item.put("DOI", doi));
        work.address().ifPresent(address -> item.put("URL", address));
        if (!work.keywords().isEmpty()) {
            item.put("keyword", String.join(", ", work.keywords()));
        }
        work.summary().ifPresent(summary -> item.put("abstract", summary));
        item.put("language", "en");
        if (work.rehearsed()) {
            item.put("note", Work.REHEARSED);
        }
        var indenter = new DefaultIndenter("  ", "\n");
        return MAPPER.writer()
                        .with(
                                new DefaultPrettyPrinter()
                                        .withObjectIndenter(indenter)
                                        .withArrayIndenter(indenter))
                        .writeValueAsString(items)
                + "\n";
    }

    /// What the Citation Style Language calls the kind of a work: an article that no journal has is `article`.
    static String type(Work work) {
        return switch (work.kind()) {
            case ARTICLE -> "article";
            case DATA -> "dataset";
        };
    }

    private static void name(Author author, ObjectNode into) {
        switch (PersonName.of(author)) {
            case PersonName.Divided(String family, String given) ->
                    into.put("family", family).put("given", given);
            case PersonName.Whole(String name) -> into.put("literal", name);
        }
    }
}
