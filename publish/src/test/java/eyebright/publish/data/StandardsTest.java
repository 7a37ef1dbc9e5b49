package eyebright.publish.data;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.frame.Dataset;
import eyebright.manuscript.Author;
import eyebright.publish.HostileTexts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Packages against what DDI-Codebook, Data Package and Psych-DS let stand where.
class StandardsTest {

    private static final ElementRules DDI = ElementRules.of("ddi-codebook-2.5.txt");

    @TempDir private static Path folder;

    @BeforeAll
    static void write() throws IOException {
        DataPackage.write(Garden.release(), folder.resolve("garden"));
        DataPackage.write(hostile(), folder.resolve("hostile"));
        DataPackage.write(nobody(), folder.resolve("nobody"));
        DataPackage.write(Studies.release("tears"), folder.resolve("tears"));
        DataPackage.write(Studies.release("hello"), folder.resolve("hello"));
    }

    private static Release hostile() {
        var dataset = Dataset.of(Garden.folder().study(), Garden.frame(Garden.table()));
        String all = String.join(" ", HostileTexts.all());
        return Garden.release(
                new Dataset(
                        dataset.study(), Garden.called(dataset.variables(), all), dataset.frame()),
                new About(
                        "1",
                        Garden.ABOUT.day(),
                        List.of(new Author(all, all, Optional.of(all), Optional.empty())),
                        Optional.of(all),
                        Optional.empty()));
    }

    private static Release nobody() {
        return Garden.release(
                Garden.frame("respondent,garden\n"),
                new About("1", Garden.ABOUT.day(), List.of(), Optional.empty(), Optional.empty()));
    }

    private static Element codebook(String name) throws IOException {
        return ElementRules.root(
                Files.readString(folder.resolve(name).resolve("ddi-codebook.xml")));
    }

    private static JsonNode json(String name, String file) throws IOException {
        return JsonMapper.builder()
                .build()
                .readTree(Files.readString(folder.resolve(name).resolve(file)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"garden", "hostile", "nobody", "tears", "hello"})
    void theCodebookIsWhatDdiLetsStand(String name) throws IOException {
        assertThat(DDI.faults(codebook(name))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"garden", "hostile", "nobody", "tears", "hello"})
    void thePackageIsWhatFrictionlessDataLetsStand(String name) throws IOException {
        JsonNode descriptor = json(name, "datapackage.json");
        assertThat(ObjectRules.faults("datapackage-2.0.txt", "package", descriptor)).isEmpty();
        var names = new HashSet<String>();
        for (JsonNode resource : descriptor.get("resources")) {
            assertThat(names.add(resource.get("name").asString())).isTrue();
        }
        names.clear();
        for (JsonNode field : descriptor.get("resources").get(0).get("schema").get("fields")) {
            assertThat(names.add(field.get("name").asString())).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"garden", "hostile", "nobody", "tears", "hello"})
    void theFolderIsWhatPsychDsLetsStand(String name) throws IOException {
        JsonNode description = json(name, "dataset_description.json");
        assertThat(ObjectRules.faults("psych-ds-1.txt", "dataset", description)).isEmpty();
        Path packaged = folder.resolve(name);
        assertThat(packaged.resolve("README.txt")).isNotEmptyFile();
        try (Stream<Path> tables = Files.list(packaged.resolve("data"))) {
            assertThat(tables)
                    .singleElement()
                    .satisfies(table -> isTable(table, description.get("variableMeasured")));
        }
    }

    /// The file has the name that Psych-DS asks for, its columns are those that are described, and all lines have as many.
    private static void isTable(Path table, JsonNode described) {
        assertThat(table.getFileName().toString())
                .matches("([a-z]+-[a-zA-Z0-9]+)(_[a-z]+-[a-zA-Z0-9]+)*_data\\.csv");
        List<List<String>> lines;
        try {
            lines = FrictionlessTable.cells(Files.readString(table));
        } catch (IOException fault) {
            throw new AssertionError(fault);
        }
        assertThat(lines.getFirst())
                .doesNotHaveDuplicates()
                .isEqualTo(
                        described
                                .valueStream()
                                .map(variable -> variable.get("name").asString())
                                .toList());
        assertThat(lines).allSatisfy(line -> assertThat(line).hasSameSizeAs(lines.getFirst()));
    }
}
