package eyebright.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A study of four pages, each with words and a number, that may be collected at once.
final class SmallStudy {

    static final String NAME = "small";

    /// How many pages it has: `page-1` and so on, with `words1` and `number1`.
    static final int PAGES = 4;

    private SmallStudy() {}

    /// Writes its folder.
    static void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve("study.yaml"),
                """
                study: small
                title: Small
                asks: Is everything kept?
                invitation: Four pages.
                consent:
                  controller: somebody
                  contact: somebody@example.org
                  ethics: exempt
                  retention-end: 2036-12-31
                  support: [somebody]
                  text: We keep your answers.
                """);
        var questions = new StringBuilder();
        for (int page = 1; page <= PAGES; page++) {
            questions.append(
                    """
                    - page: page-%1$d
                      title: Page %1$d
                      questions:
                        - {id: words%1$d, ask: "What do you say?", text: {up-to: 200}}
                        - {id: number%1$d, ask: "How many?", count: {from: 0, to: 1000000, unit: things}}
                    """
                            .formatted(page));
        }
        Files.writeString(folder.resolve("questions.yaml"), questions);
    }
}
