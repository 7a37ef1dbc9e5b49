package eyebright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/// What the README and the guide show of files and commands is there.
class ReadmeTest {

    /// A fenced block whose opening names a file after its language.
    private static final Pattern SHOWN_FILE =
            Pattern.compile("^```[a-z]+ (\\S+)\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    private static final Pattern LINK = Pattern.compile("]\\(([^)#:\\s]+)(#[^)]*)?\\)");

    private static final Pattern COMMAND =
            Pattern.compile("^ {4}\\./eyebright ([a-z-]+)(.*)$", Pattern.MULTILINE);

    private static final Pattern OPTION = Pattern.compile("--[a-z-]+");

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @Test
    void theReadmeShowsEveryFileOfTheSmallestStudyAsItIs() throws IOException {
        Map<String, String> shown = shownFiles(ROOT.resolve("README.md"));

        try (Stream<Path> files = Files.list(ROOT.resolve("studies/hello"))) {
            assertThat(shown)
                    .containsOnlyKeys(
                            files.map(file -> "studies/hello/" + file.getFileName()).toList());
        }
    }

    @Test
    void everyFileThatAPageShowsIsAsShown() throws IOException {
        for (Path page : pages()) {
            for (Map.Entry<String, String> shown : shownFiles(page).entrySet()) {
                assertThat(shown.getValue())
                        .as("%s in %s", shown.getKey(), ROOT.relativize(page))
                        .isEqualTo(Files.readString(ROOT.resolve(shown.getKey())));
            }
        }
    }

    @Test
    void everyLinkLeadsToAFile() throws IOException {
        for (Path page : pages()) {
            assertThat(LINK.matcher(Files.readString(page)).results().map(link -> link.group(1)))
                    .as("links of %s", ROOT.relativize(page))
                    .allSatisfy(link -> assertThat(page.resolveSibling(link)).exists());
        }
    }

    @Test
    void everyCommandAndOptionThatAPageNamesIsThere() throws IOException {
        Map<String, CommandLine> commands = Eyebright.line().getSubcommands();
        for (Path page : pages()) {
            for (MatchResult line : COMMAND.matcher(Files.readString(page)).results().toList()) {
                assertThat(commands).as(line.group()).containsKey(line.group(1));
                CommandLine command = Objects.requireNonNull(commands.get(line.group(1)));
                assertThat(OPTION.matcher(line.group(2)).results().map(MatchResult::group))
                        .as(line.group())
                        .isSubsetOf(
                                below(command, line.group(2))
                                        .getCommandSpec()
                                        .optionsMap()
                                        .keySet());
            }
        }
    }

    /// The command itself, or the one below it that the next word names.
    private static CommandLine below(CommandLine command, String rest) {
        String next = rest.strip().split(" ", 2)[0];
        return command.getSubcommands().getOrDefault(next, command);
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> guide = Files.list(ROOT.resolve("docs/guide"))) {
            return Stream.concat(Stream.of(ROOT.resolve("README.md")), guide.sorted()).toList();
        }
    }

    private static Map<String, String> shownFiles(Path page) throws IOException {
        var shown = new LinkedHashMap<String, String>();
        SHOWN_FILE
                .matcher(Files.readString(page))
                .results()
                .forEach(block -> shown.put(block.group(1), block.group(2)));
        return shown;
    }
}
