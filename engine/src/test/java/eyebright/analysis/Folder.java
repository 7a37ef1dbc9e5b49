package eyebright.analysis;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import eyebright.frame.Frame;
import eyebright.frame.TableReader;
import eyebright.plan.Plan;
import eyebright.plan.PlanReader;
import eyebright.score.Scales;
import eyebright.score.ScalesReader;
import eyebright.source.Problem;
import eyebright.source.Problems;
import eyebright.source.Severity;
import eyebright.source.Sources;
import eyebright.study.Study;
import eyebright.study.StudyReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/// A study folder as texts, for tests.
public final class Folder {

    private static final String STUDY =
            """
            study: example
            title: Example
            asks: What do people say?
            invitation: A few questions.
            consent:
              controller: Example Institute
              contact: someone@example.org
              ethics: none is needed
              retention-end: "2036-12-31"
              support: [Somebody]
              text: We keep your answers.
            """;

    private final Map<String, String> files = new HashMap<>();

    /// A folder with these questions.
    public Folder(String questions) {
        files.put("study.yaml", STUDY);
        files.put("questions.yaml", questions);
    }

    /// This folder with one more file.
    public Folder with(String file, String text) {
        files.put(file, text);
        return this;
    }

    private Sources sources() {
        return new Sources("example", files);
    }

    /// The questionnaire.
    public Study study() {
        var problems = new Problems();
        Study study = StudyReader.read(sources(), problems).orElse(null);
        assertThat(said(problems)).isEmpty();
        return Objects.requireNonNull(study);
    }

    public Scales scales() {
        var problems = new Problems();
        Scales scales = ScalesReader.read(sources(), study(), problems);
        assertThat(said(problems)).isEmpty();
        return scales;
    }

    /// The plan, which must have no problems.
    public Plan plan() {
        var problems = new Problems();
        Plan plan =
                PlanReader.read(sources(), study(), scales(), problems)
                        .orElseThrow(() -> new AssertionError("no plan"));
        assertThat(said(problems)).isEmpty();
        return plan;
    }

    /// What is said about the plan.
    public String problems() {
        var problems = new Problems();
        PlanReader.read(sources(), study(), scales(), problems);
        return said(problems);
    }

    /// The findings of a table.
    public Findings findings(String csv) {
        return Findings.of(study(), scales(), plan(), table(csv));
    }

    public Frame table(String csv) {
        var problems = new Problems();
        try {
            Frame frame = TableReader.read("table.csv", new StringReader(csv), study(), problems);
            assertThat(problems.inFileOrder())
                    .filteredOn(problem -> problem.rule().severity() == Severity.ERROR)
                    .isEmpty();
            return frame;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    public static String said(Problems problems) {
        return problems.inFileOrder().stream().map(Problem::toString).collect(joining("\n"));
    }

    /// A file beside this class.
    public static String resource(String name) {
        try (var in =
                new InputStreamReader(
                        Objects.requireNonNull(
                                Folder.class.getResourceAsStream("/eyebright/analysis/" + name),
                                name),
                        StandardCharsets.UTF_8)) {
            return in.readAllAsString();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
