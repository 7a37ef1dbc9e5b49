package eyebright.check;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.source.FolderReader;
import eyebright.source.Rule;
import eyebright.source.Severity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every rule has a page of its own, whose examples are those of the tests.
class ProblemPageTest {

    private static final Path PAGES = Path.of("../docs/problems");

    /// A fenced example: its language and its text.
    private static final Pattern EXAMPLE = Pattern.compile("(?s)```([a-z]+)\n(.*?)\n```");

    private static final Pattern LINK =
            Pattern.compile("\\[([a-z-]+)]\\(([a-z-]+\\.md)\\) \\| (.+) \\|");

    @ParameterizedTest
    @EnumSource
    void everyRuleHasAPageThatSaysHowMuchItWeighs(Rule rule) throws IOException {
        String severity = rule.severity() == Severity.ERROR ? "an error" : "a warning";

        assertThat(page(rule).lines().toList())
                .hasSizeBetween(10, 25)
                .element(1)
                .isEqualTo("`%s`, %s.".formatted(rule.slug(), severity));
        assertThat(page(rule)).startsWith("# ").contains("**Why.** ", "**What to do.** ");
    }

    @ParameterizedTest
    @EnumSource
    void theExamplesOfAPageAreThoseOfTheTests(Rule rule) throws IOException {
        List<MatchResult> examples = EXAMPLE.matcher(page(rule)).results().toList();

        assertThat(examples).hasSize(2);
        if (rule != Rule.OUTSIDE_PATH && rule != Rule.NOT_TEXT) {
            assertThat(isIn(rule, "bad", examples.getFirst())).isTrue();
        }
        assertThat(isIn(rule, "good", examples.getLast())).isTrue();
    }

    @Test
    void everyPageHasARuleAndEveryFolderToo() throws IOException {
        Stream<String> slugs = Arrays.stream(Rule.values()).map(Rule::slug);
        List<String> expected = Stream.concat(slugs, Stream.of("README")).sorted().toList();

        assertThat(names(PAGES).stream().map(name -> name.replace(".md", "")).sorted())
                .containsExactlyElementsOf(expected);
        assertThat(names(Said.FILES).stream().filter(name -> !name.equals("hostile")).sorted())
                .containsExactlyElementsOf(
                        expected.stream().filter(name -> !name.equals("README")).toList());
    }

    @Test
    void theListNamesEveryPageOnceByItsTitle() throws IOException {
        var listed =
                LINK.matcher(Files.readString(PAGES.resolve("README.md")))
                        .results()
                        .map(
                                link ->
                                        "%s %s %s"
                                                .formatted(
                                                        link.group(1),
                                                        link.group(2),
                                                        link.group(3)))
                        .sorted()
                        .toList();

        var expected =
                Arrays.stream(Rule.values())
                        .map(
                                rule ->
                                        "%s %s.md %s%s"
                                                .formatted(
                                                        rule.slug(),
                                                        rule.slug(),
                                                        title(rule),
                                                        rule.severity() == Severity.WARNING
                                                                ? " (warning)"
                                                                : ""))
                        .sorted()
                        .toList();
        assertThat(listed).isEqualTo(expected);
    }

    private static String page(Rule rule) throws IOException {
        return Files.readString(PAGES.resolve(rule.slug() + ".md"));
    }

    private static String title(Rule rule) {
        try {
            return page(rule).lines().findFirst().orElseThrow().substring(2);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /// Whether a file of the rule's folder, or its table, or the list of its files, has these lines in
    /// this order.
    private static boolean isIn(Rule rule, String side, MatchResult example) throws IOException {
        Path files = Said.FILES.resolve(rule.slug());
        List<String> lines = example.group(2).lines().toList();
        return switch (example.group(1).toLowerCase(Locale.ROOT)) {
            case "text" -> names(files.resolve(side)).equals(lines);
            case "csv" -> isInOrder(lines, files.resolve(side + ".csv"));
            default -> {
                boolean found = false;
                for (Path file : texts(files.resolve(side))) {
                    found |= isInOrder(lines, file);
                }
                yield found;
            }
        };
    }

    private static boolean isInOrder(List<String> lines, Path file) throws IOException {
        Iterator<String> rest = Files.readAllLines(file).iterator();
        for (String line : lines) {
            boolean found = false;
            while (!found && rest.hasNext()) {
                found = rest.next().equals(line);
            }
            if (!found) {
                return false;
            }
        }
        return true;
    }

    /// The texts of a folder and of the folders in it.
    private static List<Path> texts(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(FolderReader.TIME_STAMP))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> list = Files.list(folder)) {
            return list.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
