package eyebright.publish.cite;

import eyebright.manuscript.Author;
import eyebright.manuscript.Inline;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

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
