package eyebright.publish.cite;

import eyebright.manuscript.Author;
import eyebright.manuscript.Inline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Works to cite, and how references read.
final class Texts {

    static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    private Texts() {}

    static Author author(String name, String family) {
        return new Author(name, family, Optional.empty(), Optional.empty());
    }

    static Work article(String title, Author... authors) {
        return new Work(
                Work.Kind.ARTICLE,
                "waves-2026-v2",
                title,
                List.of(authors),
                DAY,
                OptionalInt.of(2),
                Optional.of("waves.example.org"),
                Optional.of("https://waves.example.org/waves/article/2"),
                Optional.empty(),
                List.of("waving", "strangers"),
                Optional.of("Who waves."),
                Optional.of("CC BY 4.0"),
                false);
    }

    /// A corpus of texts that other formats would take for something else.
    static List<String> hostile() throws IOException {
        JsonNode texts =
                JsonMapper.builder()
                        .build()
                        .readTree(
                                Files.readString(
                                        Path.of(
                                                "../engine/src/test/resources/eyebright/hostile/texts.json")));
        return StreamSupport.stream(texts.spliterator(), false).map(JsonNode::asString).toList();
    }

    static String plain(List<Inline> parts) {
        return parts.stream()
                .map(
                        part ->
                                switch (part) {
                                    case Inline.Text(String words) -> words;
                                    case Inline.Emphasis(List<Inline> inner) ->
                                            "*" + plain(inner) + "*";
                                    case Inline.Link(String address, List<Inline> inner) ->
                                            "[%s](%s)".formatted(plain(inner), address);
                                    case Inline.Strong _,
                                            Inline.Told _,
                                            Inline.Open _,
                                            Inline.Cited _,
                                            Inline.Break _ ->
                                            "?";
                                })
                .collect(Collectors.joining());
    }
}
