package eyebright.frame;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.source.Problem;
import eyebright.source.Problems;
import eyebright.source.Sources;
import eyebright.study.Answer;
import eyebright.study.Answers;
import eyebright.study.Page;
import eyebright.study.Study;
import eyebright.study.StudyReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Small studies for tests, and answers to them.
public final class Specimen {

    /// Every kind of question, a branch and a later page that reads it.
    public static final String QUESTIONS =
            """
            - page: start
              title: Start
              questions:
                - id: greeting
                  ask: How do you greet?
                  column: Gruss
                  one-of: [{wave: I wave, as: W}, {nod: I nod}, {nothing: Not at all}]
                - id: age
                  ask: How old are you?
                  number: {from: -10, to: 100, decimals: 2, unit: years}
            - page: feelings
              title: Feelings
              show-if: greeting == "wave"
              questions:
                - id: felt
                  ask: What did you feel?
                  several-of: [{joy: Joy}, {fear: Fear}, {none: None, alone: true}]
                - id: traits
                  ask: How are you?
                  rate: [{shy: Shy, column: A1}, {bold: Bold}]
                  points: {from: 1, to: 9, low: not, high: very}
            - page: more
              title: More
              show-if: felt.joy
              questions:
                - id: hellos
                  ask: How many?
                  count: {from: 0, to: 500, unit: people}
            - page: end
              title: End
              questions:
                - id: word
                  ask: What do you say?
                  text: {up-to: 60}
            """;

    private static final String STUDY =
            """
            study: specimen
            title: Specimen
            asks: How?
            invitation: Please.
            consent:
              controller: somebody
              contact: somebody@example.org
              ethics: none needed
              retention-end: "2036-12-31"
              support: [a friend]
              text: We keep it.
            """;

    private Specimen() {}

    /// The study of [#QUESTIONS].
    public static Study study() {
        return study("", QUESTIONS);
    }

    /// A study of these questions.
    ///
    /// @param more lines of `study.yaml`
    public static Study study(String more, String questions) {
        var problems = new Problems();
        Study study =
                StudyReader.read(sources(more, questions, Map.of()), problems)
                        .orElseThrow(() -> new AssertionError(said(problems)));
        assertThat(problems.hasErrors()).as(said(problems)).isFalse();
        return study;
    }

    /// The texts of a folder.
    public static Sources sources(String more, String questions, Map<String, String> files) {
        Map<String, String> all = new TreeMap<>(files);
        all.put("study.yaml", STUDY + more);
        all.put("questions.yaml", questions);
        return new Sources("specimen", all);
    }

    /// A study of the folder `studies`.
    public static Sources folder(String name) {
        Map<String, String> files = new TreeMap<>();
        for (String file :
                List.of(
                        "study.yaml",
                        "questions.yaml",
                        "scales.yaml",
                        "published.yaml",
                        "plan.yaml",
                        "population.yaml")) {
            Path path = Path.of("../studies", name, file);
            if (Files.exists(path)) {
                try {
                    files.put(file, Files.readString(path));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return new Sources(name, files);
    }

    /// Answers of who saved those pages in turn and sent; a text is a code or words, a number an amount, a
    /// list several codes.
    public static Answers sent(Study study, Map<String, Object> given, String... pages) {
        return saved(study, given, pages).asSent();
    }

    /// Answers of who saved those pages in turn and stopped.
    public static Answers saved(Study study, Map<String, Object> given, String... pages) {
        Answers answers = Answers.NONE;
        for (String id : pages) {
            Page page = study.page(id).orElseThrow();
            var on = new LinkedHashMap<String, Answer>();
            study.variables()
                    .values()
                    .forEach(
                            variable -> {
                                Object value = given.get(variable.name());
                                if (variable.page().equals(id) && value != null) {
                                    on.put(variable.name(), answer(variable.name(), value));
                                }
                            });
            answers = answers.with(page, on);
        }
        return answers;
    }

    private static Answer answer(String variable, Object value) {
        return switch (value) {
            case String words when variable.equals("word") -> new Answer.Words(words);
            case String code -> new Answer.One(code);
            case List<?> codes -> new Answer.Several(codes.stream().map(String::valueOf).toList());
            default -> new Answer.Amount(new BigDecimal(value.toString()));
        };
    }

    /// All problems as they are printed.
    public static String said(Problems problems) {
        return problems.inFileOrder().stream()
                .map(Problem::toString)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /// A table as it is written.
    public static String written(Frame frame, Study study) {
        var out = new StringWriter();
        try {
            TableWriter.write(frame, study, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    /// A table as it is read.
    public static Frame read(String csv, Study study, Problems problems) {
        try {
            return TableReader.read("table.csv", new StringReader(csv), study, problems);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The statuses of a column, row by row.
    public static List<Status> statuses(Frame frame, String column) {
        Status[] statuses = new Status[frame.size()];
        Arrays.setAll(statuses, row -> frame.column(column).status(row));
        return List.of(statuses);
    }
}
