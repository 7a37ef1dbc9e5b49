package eyebright.server.watch;

import eyebright.server.page.Markdown;
import eyebright.source.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The pages about rules, `docs/problems/RULE.md`, where they are installed beside the program.
final class Explained {

    private final Optional<Path> pages;
    private final Map<Rule, Optional<String>> read = new ConcurrentHashMap<>();

    /// @param home the checkout or installation, as the launcher says; absent where it does not
    Explained(Optional<Path> home) {
        this.pages = home.map(folder -> folder.resolve("docs").resolve("problems"));
    }

    /// The page about a rule as HTML, without its heading.
    Optional<String> html(Rule rule) {
        return read.computeIfAbsent(
                rule,
                _ ->
                        pages.map(folder -> folder.resolve(rule.slug() + ".md"))
                                .filter(Files::isRegularFile)
                                .flatMap(Explained::text)
                                .map(text -> text.replaceFirst("^# .*\\R", ""))
                                .map(Markdown::html));
    }

    private static Optional<String> text(Path page) {
        try {
            return Optional.of(Files.readString(page));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
