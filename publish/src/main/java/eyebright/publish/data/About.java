package eyebright.publish.data;

import eyebright.manuscript.Author;
import eyebright.manuscript.Front;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What a package says of itself that the study folder does not say.
///
/// @param version of the package, such as `1.0.0`
/// @param day of this version: given, never taken from a clock
/// @param authors who made the study; where there are none, its controller is named
/// @param summary a few sentences on what was asked, how and with what result
/// @param licence what others may do; where there is none, the package says whom to ask
public record About(
        String version,
        LocalDate day,
        List<Author> authors,
        Optional<String> summary,
        Optional<Licence> licence) {

    public About {
        authors = List.copyOf(authors);
        if (!version.matches("[0-9A-Za-z][0-9A-Za-z.+-]{0,39}")) {
            throw new IllegalArgumentException(
                    "version must be like 1.0.0, not \"%s\"".formatted(version));
        }
    }

    /// What was not said, taken from what stands above the article: authors, summary, licence.
    public About orElse(Front front) {
        return new About(
                version,
                day,
                authors.isEmpty() ? front.authors() : authors,
                summary.or(front::summary),
                licence.or(() -> front.licence().flatMap(Licence::called)));
    }
}
