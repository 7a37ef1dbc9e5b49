package eyebright.publish.word;

import eyebright.chart.Origin;
import eyebright.manuscript.Article;
import eyebright.manuscript.Author;
import eyebright.manuscript.Inline;
import eyebright.publish.article.Paper;
import eyebright.publish.word.Docx.Look;
import java.util.List;
import java.util.Optional;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;

/// Writes the page of the title: title, authors, where they work, and what edition this is.
final class FrontPage {

    /// What stands under the title of an article of rehearsed respondents.
    static final String REHEARSED =
            "Rehearsed: our own figures are of made-up respondents, about nobody, and show how the text will read."
                    + " Published ones are real.";

    private final Docx docx;
    private final Lines lines;

    FrontPage(Docx docx, Lines lines) {
        this.docx = docx;
        this.lines = lines;
    }

    void write(Paper paper) {
        Article article = paper.article();
        docx.paragraph(Style.TITLE, article.front().title(), Look.PLAIN);
        List<Author> authors = article.front().authors();
        if (!authors.isEmpty()) {
            authors(authors);
        }
        if (article.origin() == Origin.REHEARSED) {
            docx.paragraph(Style.MARK, REHEARSED, Look.PLAIN);
        }
        docx.paragraph(
                Style.AUTHOR,
                "Version %s, %s".formatted(paper.version(), paper.dayInWords()),
                Look.PLAIN);
        article.front()
                .licence()
                .ifPresent(
                        licence -> docx.paragraph(Style.AUTHOR, "Licence: " + licence, Look.PLAIN));
        notes(authors);
    }

    /// Names on one line and places below; numbers tell who works where if not all work in the same place.
    private void authors(List<Author> authors) {
        List<String> places =
                authors.stream()
                        .map(Author::affiliation)
                        .flatMap(Optional::stream)
                        .distinct()
                        .toList();
        boolean isNumbered =
                places.size() > 1
                        || (places.size() == 1
                                && authors.stream().anyMatch(each -> each.affiliation().isEmpty()));
        CTP names = docx.paragraph(Style.AUTHOR).getCTP();
        for (int i = 0; i < authors.size(); i++) {
            Docx.text(names::addNewR, between(i, authors.size()), Look.PLAIN);
            Docx.text(names::addNewR, authors.get(i).name(), Look.PLAIN);
            if (isNumbered) {
                authors.get(i)
                        .affiliation()
                        .ifPresent(place -> raised(names, places.indexOf(place) + 1));
            }
        }
        for (int i = 0; i < places.size(); i++) {
            CTP line = docx.paragraph(Style.AUTHOR).getCTP();
            if (isNumbered) {
                raised(line, i + 1);
                Docx.text(line::addNewR, " ", Look.PLAIN);
            }
            Docx.text(line::addNewR, places.get(i), Look.PLAIN);
        }
    }

    private static String between(int author, int of) {
        if (author == 0) {
            return "";
        }
        String and = of == 2 ? " and " : ", and ";
        return author == of - 1 ? and : ", ";
    }

    private static void raised(CTP line, int number) {
        Docx.text(line::addNewR, Integer.toString(number), Look.PLAIN.of(Style.FOOTNOTE_REFERENCE));
    }

    /// Whoever has a number of researchers is found by it.
    private void notes(List<Author> authors) {
        List<Author> known = authors.stream().filter(each -> each.orcid().isPresent()).toList();
        if (known.isEmpty()) {
            return;
        }
        docx.paragraph(Style.AUTHOR, "Author Note", Look.STRONG);
        for (Author author : known) {
            String address = "https://orcid.org/" + author.orcid().orElseThrow();
            lines.write(
                    docx.paragraph(Style.BODY),
                    List.of(
                            new Inline.Text(author.name() + " "),
                            new Inline.Link(address, List.of(new Inline.Text(address)))));
        }
    }
}
