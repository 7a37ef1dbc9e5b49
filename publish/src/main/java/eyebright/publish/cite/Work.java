package eyebright.publish.cite;

import eyebright.manuscript.Author;
import eyebright.manuscript.Front;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Something that can be cited: an article or its data, of one version or as it stands on a day. All texts are on one
/// line.
///
/// @param kind what it is
/// @param key by which a text of somebody else's cites it: small letters, digits and hyphens
/// @param title what it is called; of rehearsed respondents it says so
/// @param authors in the order in which they are named; where there are none the title comes first, as the American
///   Psychological Association has it
/// @param day of the version, else the day on which it is read
/// @param version absent if no version was published
/// @param publisher the site, such as `study.example.org`; absent where it has no address
/// @param address where it is read; absent where it has none
/// @param doi absent where it has none
/// @param keywords for whoever searches
/// @param summary in a sentence
/// @param licence under which it may be used
/// @param rehearsed whether its respondents are: then it is no result, and not for citing
public record Work(
        Kind kind,
        String key,
        String title,
        List<Author> authors,
        LocalDate day,
        OptionalInt version,
        Optional<String> publisher,
        Optional<String> address,
        Optional<String> doi,
        List<String> keywords,
        Optional<String> summary,
        Optional<String> licence,
        boolean rehearsed) {

    /// What every writer says of a work whose respondents are rehearsed.
    public static final String REHEARSED = "rehearsed respondents: nobody answered";

    private static final String MARK = " [" + REHEARSED + "]";

    /// What a work is.
    public enum Kind {
        /// A text.
        ARTICLE,
        /// Rows of answers.
        DATA
    }

    public Work {
        if (!key.matches("[a-z0-9-]+")) {
            throw new IllegalArgumentException(
                    "key must be of small letters, digits and hyphens, not \"%s\"".formatted(key));
        }
        String line = OneLine.of(title);
        title = rehearsed && !line.endsWith(MARK) ? line + MARK : line;
        authors =
                authors.stream()
                        .map(
                                each ->
                                        new Author(
                                                OneLine.of(each.name()),
                                                OneLine.of(each.family()),
                                                each.affiliation().map(OneLine::of),
                                                each.orcid()))
                        .toList();
        keywords = keywords.stream().map(OneLine::of).filter(each -> !each.isEmpty()).toList();
        publisher = publisher.map(OneLine::of);
        summary = summary.map(OneLine::of);
        licence = licence.map(OneLine::of);
    }

    /// An article.
    ///
    /// @param study the study's name
    /// @param front what stands above it
    /// @param version absent if it is read as it stands now
    /// @param site where it is published
    public static Work article(
            String study,
            Front front,
            LocalDate day,
            OptionalInt version,
            Home site,
            boolean rehearsed) {
        return new Work(
                Kind.ARTICLE,
                key(study, day, version),
                front.title(),
                front.authors(),
                day,
                version,
                site.name(),
                site.article(study, version),
                front.doi(),
                front.keywords(),
                front.summary(),
                front.licence(),
                rehearsed);
    }

    /// The data of an article.
    ///
    /// @param title what the study is called
    /// @param licence under which the data may be used
    public static Work data(Work article, String title, Optional<String> licence, Home site) {
        return new Work(
                Kind.DATA,
                article.key + "-data",
                "Data of \"%s\"".formatted(OneLine.of(title)),
                article.authors,
                article.day,
                article.version,
                article.publisher,
                site.data(article),
                Optional.empty(),
                article.keywords,
                Optional.empty(),
                licence,
                article.rehearsed);
    }

    private static String key(String study, LocalDate day, OptionalInt version) {
        return study + "-" + day.getYear() + (version.isPresent() ? "-v" + version.getAsInt() : "");
    }

    /// The version in words, such as `Version 2`; empty if none was published.
    public Optional<String> versionWords() {
        return version.isPresent()
                ? Optional.of("Version " + version.getAsInt())
                : Optional.empty();
    }
}
