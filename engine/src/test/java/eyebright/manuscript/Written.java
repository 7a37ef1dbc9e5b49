package eyebright.manuscript;

import eyebright.analysis.Findings;
import eyebright.analysis.Folder;
import eyebright.analysis.Hello;
import eyebright.source.Problems;
import eyebright.source.Sources;
import java.util.Map;
import java.util.Optional;

/// Articles about the study of [Hello], for tests.
final class Written {

    private static final String REFERENCES =
            """
            @article{author2013, author = {Author, Anna}, title = {Who greets}, journal = {Greetings}, year = {2013}}
            @book{other2001, author = {Other, Otto}, title = {Greeting}, year = {2001}}
            """;

    /// The fewest lines that stand above an article.
    static final String HEAD = "---\ntitle: Who greets\n---\n";

    private Written() {}

    /// What is read of a text.
    static Optional<Manuscript> read(String text, Problems problems) {
        var sources =
                new Sources("hello", Map.of("article.md", text, "references.bib", REFERENCES));
        Folder folder = Hello.folder();
        var vocabulary =
                new Vocabulary(
                        folder.findings(Hello.table(0, 1)).findings(),
                        () -> folder.findings(Hello.table(300, 1)).findings(),
                        folder.plan().published(),
                        Bibliography.read(sources, problems));
        return ManuscriptReader.read(sources, Manuscript.ARTICLE, vocabulary, problems);
    }

    /// What is wrong with a text below the head.
    static String said(String text) {
        var problems = new Problems();
        read(HEAD + "\n" + text, problems);
        return Folder.said(problems);
    }

    /// A text below the head, filled with so many rows, in plain letters.
    static String filled(String text, int rows) {
        Folder folder = Hello.folder();
        return filled(text, folder.findings(Hello.table(rows, 1)));
    }

    static String filled(String text, Findings findings) {
        return Plain.of(article(text, findings).blocks());
    }

    static Article article(String text, Findings findings) {
        var problems = new Problems();
        Manuscript manuscript =
                read(HEAD + "\n" + text, problems)
                        .orElseThrow(() -> new AssertionError(Folder.said(problems)));
        if (problems.hasErrors()) {
            throw new AssertionError(Folder.said(problems));
        }
        Folder folder = Hello.folder();
        return Article.of(
                manuscript,
                new Facts(
                        folder.study(),
                        folder.plan(),
                        findings,
                        Optional.of("We plan for 20."),
                        people -> people < 10 && people > 0 ? "a few" : Integer.toString(people)));
    }
}
