package eyebright.publish.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class ObjectRulesTest {

    private static final Release RELEASE = Garden.release();
    private static final String PACKAGE =
            DataPackageJson.of(
                    RELEASE, new FileFacts("data/a_data.csv", "the answers", 1, "0"), List.of());
    private static final String DESCRIPTION = DatasetDescription.of(RELEASE);

    private static ObjectNode json(String text) {
        return (ObjectNode) JsonMapper.builder().build().readTree(text);
    }

    private static List<String> packageAfter(Consumer<ObjectNode> change) {
        ObjectNode descriptor = json(PACKAGE);
        change.accept(descriptor);
        return ObjectRules.faults("datapackage-2.0.txt", "package", descriptor);
    }

    private static ObjectNode resource(ObjectNode descriptor) {
        return (ObjectNode) descriptor.get("resources").get(0);
    }

    /// The field of the garden: codes.
    private static ObjectNode field(ObjectNode descriptor) {
        return (ObjectNode) resource(descriptor).get("schema").get("fields").get(3);
    }

    @Test
    void aPackageThatIsNotIsToldOf() {
        assertThat(packageAfter(root -> root.remove("resources")))
                .containsExactly("package: resources is missing");
        assertThat(packageAfter(root -> root.putArray("resources")))
                .containsExactly("package.resources must not be empty");
        assertThat(packageAfter(root -> root.put("colour", "red")))
                .containsExactly("package: no key colour");
        assertThat(packageAfter(root -> root.put("name", "My garden")))
                .containsExactly("package.name must be name, not \"My garden\"");
        assertThat(packageAfter(root -> root.put("created", "yesterday")))
                .containsExactly("package.created must be date-time, not \"yesterday\"");
        assertThat(packageAfter(root -> root.put("version", 2)))
                .containsExactly("package.version must be text, not 2");
        assertThat(packageAfter(root -> resource(root).put("path", "../secret.csv")))
                .containsExactly("package.resources[0].path must be path, not \"../secret.csv\"");
        assertThat(packageAfter(root -> resource(root).put("type", "tabular")))
                .containsExactly("package.resources[0].type must be table, not \"tabular\"");
        assertThat(packageAfter(root -> resource(root).put("hash", "sha256:xyz")))
                .containsExactly("package.resources[0].hash must be hash, not \"sha256:xyz\"");
        assertThat(packageAfter(root -> resource(root).put("bytes", "12")))
                .containsExactly("package.resources[0].bytes must be integer, not \"12\"");
    }

    @Test
    void aFieldThatIsNotIsToldOf() {
        String at = "package.resources[0].schema.fields[3]";
        assertThat(packageAfter(root -> field(root).remove("name")))
                .containsExactly(at + ": name is missing");
        assertThat(packageAfter(root -> field(root).put("type", "word")))
                .containsExactly(at + ": nothing is a field.word");
        assertThat(packageAfter(root -> field(root).put("unit", "years")))
                .containsExactly(at + ": no key unit");
        assertThat(
                        packageAfter(
                                root ->
                                        ((ArrayNode) field(root).get("constraints").get("enum"))
                                                .add("yes")))
                .containsExactly(at + ".constraints.enum holds \"yes\" twice");
        assertThat(packageAfter(root -> field(root).putObject("constraints").put("minimum", 1)))
                .containsExactly(at + ".constraints: no key minimum");
        assertThat(packageAfter(root -> field(root).putArray("categories").addObject()))
                .containsExactly(at + ".categories[0]: value is missing");
    }

    private static List<String> datasetAfter(Consumer<ObjectNode> change) {
        ObjectNode description = json(DESCRIPTION);
        change.accept(description);
        return ObjectRules.faults("psych-ds-1.txt", "dataset", description);
    }

    @Test
    void aDescriptionThatIsNotIsToldOf() {
        for (String needed :
                List.of("@context", "@type", "name", "description", "variableMeasured")) {
            assertThat(datasetAfter(root -> root.remove(needed)))
                    .containsExactly("dataset: " + needed + " is missing");
        }
        assertThat(datasetAfter(root -> root.put("@type", "Data")))
                .containsExactly("dataset.@type must be Dataset, not \"Data\"");
        assertThat(
                        datasetAfter(
                                root ->
                                        ((ObjectNode) root.get("variableMeasured").get(0))
                                                .remove("@type")))
                .containsExactly("dataset.variableMeasured[0]: nothing is a variable.?");
        assertThat(
                        datasetAfter(
                                root ->
                                        ((ObjectNode) root.get("author").get(0))
                                                .put("affiliation", "Gardens")))
                .containsExactly("dataset.author[0].affiliation must be an object");
    }
}
