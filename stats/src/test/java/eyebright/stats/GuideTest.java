package eyebright.stats;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.stats.GuideExamples.Example;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Holds `docs/guide/statistics.md` to the code: its examples, its names, its index.
class GuideTest {

    private static final Path GUIDE = Path.of("..", "docs", "guide", "statistics.md");

    /// Where the guide is written as it should be; to be copied over [#GUIDE] once it was read.
    private static final Path REMADE = Path.of("target", "statistics.md");

    private static final Path CODE = Path.of("src", "main", "java", "eyebright", "stats");

    private static final Pattern INDEX_ROW =
            Pattern.compile("^\\| (.+) \\| \\[`(\\w+)`]\\(#([^)]+)\\) \\|$", Pattern.MULTILINE);

    /// Packages of tools, which are no statistics: whoever needs them reads their Javadoc.
    private static final List<String> TOOLS = List.of("matrix");

    @Test
    void everyExamplePrintsWhatTheGuideSays(@TempDir Path classes) throws Exception {
        String guide = Files.readString(GUIDE);
        List<Example> examples = GuideExamples.of(guide);
        assertThat(examples).hasSizeGreaterThan(80);

        List<String> printed = GuideExamples.run(guide, classes);

        Files.createDirectories(REMADE.getParent());
        Files.writeString(REMADE, GuideExamples.with(guide, printed));
        for (int i = 0; i < examples.size(); i++) {
            assertThat(printed.get(i))
                    .as("%s; %s has what is printed", examples.get(i).heading(), REMADE)
                    .isEqualTo(examples.get(i).text());
        }
    }

    @Test
    void everyStatisticIsInTheIndex() throws IOException {
        var indexed = new TreeSet<>(index().stream().map(row -> row.group(2)).toList());

        assertThat(indexed).containsAll(publicTypes(2)).isSubsetOf(publicTypes(1));
    }

    @Test
    void indexIsInAlphabeticalOrderAndHasNoTermTwice() throws IOException {
        List<String> terms = index().stream().map(row -> row.group(1)).toList();

        assertThat(terms)
                .doesNotHaveDuplicates()
                .isSortedAccordingTo(Comparator.comparing(GuideTest::plain));
    }

    @Test
    void indexLeadsToSectionsThatShowTheClass() throws IOException {
        String guide = Files.readString(GUIDE);
        for (MatchResult row : index()) {
            String section = section(guide, row.group(3));
            assertThat(section).as("section of %s", row.group(1)).isNotEmpty();
        }
    }

    @Test
    void everySectionSaysWhatItIsInR() throws IOException {
        for (String section : sections(Files.readString(GUIDE))) {
            assertThat(section).contains("\nIn R: ").contains("```text\n");
        }
    }

    private static List<MatchResult> index() throws IOException {
        return INDEX_ROW.matcher(Files.readString(GUIDE)).results().toList();
    }

    /// The public types at the top of a file that stand for a statistic, or are needed for one.
    /// The public types of the packages that deep, the one of the contract being 1 deep; tools left out.
    private static Set<String> publicTypes(int depth) throws IOException {
        var types = new TreeSet<String>();
        var declaration =
                Pattern.compile(
                        "^public (?:abstract |final |sealed )*(?:class|record|interface|enum) (\\w+)",
                        Pattern.MULTILINE);
        try (Stream<Path> files = Files.walk(CODE)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String folder = CODE.relativize(file).getName(0).toString();
                boolean shallow = CODE.relativize(file).getNameCount() < depth;
                if (shallow || TOOLS.contains(folder)) {
                    continue;
                }
                declaration
                        .matcher(Files.readString(file))
                        .results()
                        .forEach(type -> types.add(type.group(1)));
            }
        }
        return types;
    }

    private static List<String> sections(String guide) {
        List<String> sections = new ArrayList<>();
        String[] parts = guide.split("(?m)^(?=###? )", -1);
        for (String part : parts) {
            if (part.startsWith("### ")) {
                sections.add(part);
            }
        }
        return sections;
    }

    /// The section of an anchor, which is its heading as a forge makes it; empty if there is none.
    private static String section(String guide, String anchor) {
        return sections(guide).stream()
                .filter(
                        section ->
                                anchor.equals(
                                        section.substring(4, section.indexOf('\n'))
                                                .toLowerCase(Locale.ROOT)
                                                .replaceAll("[^a-z0-9 _-]", "")
                                                .replace(' ', '-')))
                .findFirst()
                .orElse("");
    }

    /// How a reader looks for a term: without case and accents, Greek letters by their names.
    private static String plain(String term) {
        return Normalizer.normalize(
                        term.toLowerCase(Locale.ROOT)
                                .replace("η", "eta")
                                .replace("ω", "omega")
                                .replace("ε", "epsilon"),
                        Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
    }
}
