package eyebright.schema;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.check.StudyFolder;
import eyebright.disclosure.PublicDataReader;
import eyebright.feedback.FeedbackReader;
import eyebright.plan.PlanReader;
import eyebright.population.PopulationReader;
import eyebright.reporting.ReportingReader;
import eyebright.score.ScalesReader;
import eyebright.source.Problem;
import eyebright.source.Problems;
import eyebright.source.Severity;
import eyebright.source.Sources;
import eyebright.study.StudyReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The study whose files have every key there is.
final class Whole {

    private static final Map<String, String> FILES =
            Schemas.FILES.stream().collect(Collectors.toUnmodifiableMap(f -> f, Whole::read));

    private static final StudyFolder FOLDER = folder();

    private Whole() {}

    private static String read(String file) {
        try (InputStream in =
                Objects.requireNonNull(Whole.class.getResourceAsStream("whole/" + file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static StudyFolder folder() {
        StudyFolder.Reading reading = StudyFolder.of(new Sources("whole", FILES));
        assertThat(reading).isInstanceOf(StudyFolder.Reading.Valid.class);
        return ((StudyFolder.Reading.Valid) reading).folder();
    }

    /// A file of it, as an editor sees it.
    static JsonNode file(String file) {
        return yaml(Objects.requireNonNull(FILES.get(file)));
    }

    /// What the reader of a file has against it when it is changed so and all others are as they are.
    static List<Problem> errors(String file, JsonNode changed) {
        Map<String, String> files = new HashMap<>(FILES);
        // JSON is YAML.
        files.put(file, changed.toString());
        var sources = new Sources("whole", files);
        var problems = new Problems();
        switch (file) {
            case "study.yaml" -> {
                StudyReader.read(sources, problems);
                PublicDataReader.read(sources, FOLDER.study(), problems);
            }
            case "questions.yaml" -> StudyReader.read(sources, problems);
            case "scales.yaml" -> ScalesReader.read(sources, FOLDER.study(), problems);
            case "published.yaml", "plan.yaml" ->
                    PlanReader.read(sources, FOLDER.study(), FOLDER.scales(), problems);
            case "population.yaml" ->
                    PopulationReader.read(sources, FOLDER.study(), FOLDER.scales(), problems);
            case "feedback.yaml" ->
                    FeedbackReader.read(
                            sources, FOLDER.study(), FOLDER.scales(), FOLDER.plan(), problems);
            case "reporting.yaml" -> ReportingReader.read(sources, problems);
            default -> throw new IllegalArgumentException("no reader of " + file);
        }
        return problems.inFileOrder().stream()
                .filter(problem -> problem.rule().severity() == Severity.ERROR)
                .toList();
    }

    /// As editors read YAML 1.2: numbers and truth values have their kinds.
    static JsonNode yaml(String text) {
        return JsonMapper.shared()
                .valueToTree(new Load(LoadSettings.builder().build()).loadFromString(text));
    }
}
