package eyebright.study;

import eyebright.source.Problem;
import eyebright.source.Problems;
import eyebright.source.Sources;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Small studies for tests.
final class Studies {

    /// The lines of a `study.yaml` that every study needs.
    static final String HEAD =
            """
            study: small
            title: Small
            asks: Is it small?
            invitation: Please.
            consent:
              controller: Ada
              contact: ada@example.org
              ethics: none needed
              retention-end: 2036-12-31
              support: [A line]
              text: We keep it.
            """;

    private Studies() {}

    /// A study with these pages that keeps every rule.
    static Study of(String questions) {
        return of("", questions);
    }

    /// A study with these lines more in `study.yaml`.
    static Study of(String more, String questions) {
        var problems = new Problems();
        return StudyReader.read(sources(HEAD + more, questions), problems)
                .orElseThrow(() -> new IllegalArgumentException(problems.inFileOrder().toString()));
    }

    /// The problems of a study, in full.
    static List<Problem> problems(String study, String questions) {
        var problems = new Problems();
        StudyReader.read(sources(study, questions), problems);
        return problems.inFileOrder();
    }

    static Sources sources(String study, String questions) {
        return new Sources("small", Map.of("study.yaml", study, "questions.yaml", questions));
    }

    /// The study that has every kind of question and every key.
    static Study whole() {
        var problems = new Problems();
        return StudyReader.read(
                        new Sources(
                                "whole",
                                Map.of(
                                        "study.yaml", text("whole/study.yaml"),
                                        "questions.yaml", text("whole/questions.yaml"))),
                        problems)
                .orElseThrow(() -> new IllegalArgumentException(problems.inFileOrder().toString()));
    }

    /// A file that stands beside the tests.
    static String text(String file) {
        try (InputStream in = Objects.requireNonNull(Studies.class.getResourceAsStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
