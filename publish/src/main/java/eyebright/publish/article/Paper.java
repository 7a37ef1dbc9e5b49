package eyebright.publish.article;

import eyebright.chart.Origin;
import eyebright.manuscript.Article;
import eyebright.method.Day;
import java.time.LocalDate;

/// An article with all that stands around it when it leaves the house.
///
/// @param kind what it is, such as `Article`
/// @param origins where its numbers come from
/// @param version such as `1.0.0`
/// @param day of the version
public record Paper(
        String kind,
        Article article,
        Citations citations,
        Origins origins,
        String version,
        LocalDate day) {

    /// What is written on everything that is made of rehearsed respondents.
    static final String MARK = "rehearsed: made-up answers";

    /// Whether its own figures are about nobody.
    boolean isRehearsed() {
        return article.origin() == Origin.REHEARSED;
    }

    /// The day in words, such as `22 November 2026`.
    public String dayInWords() {
        return Day.inWords(day);
    }

    /// Which version this is, in words.
    String edition() {
        return "%s, version %s of %s".formatted(kind, version, dayInWords());
    }
}
