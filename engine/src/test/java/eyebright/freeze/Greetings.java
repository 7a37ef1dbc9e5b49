package eyebright.freeze;

import eyebright.check.StudyFolder;
import eyebright.source.Problem;
import eyebright.source.Sources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A small study on disk, with a plan that reads a scale, a flag and a number.
final class Greetings {

    static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    static final String STUDY =
            """
            study: greetings
            title: Greetings
            asks: How do people greet a stranger?
            invitation: A few questions about how you greet people.
            consent:
              controller: Department of Psychology, Example University
              contact: greetings@example.org
              ethics: Exempt
              retention-end: 2036-12-31
              support: [Talk to somebody you trust.]
              text: We keep your answers without your name or address.
            """;

    static final String QUESTIONS =
            """
            - page: greeting
              title: How you greet
              questions:
                - id: greeting
                  ask: How do you greet a stranger?
                  one-of: [{wave: I wave}, {nod: I nod}]
                - id: gender
                  ask: What is your gender?
                  one-of: [{woman: Woman}, {man: Man}]
                - id: warm
                  ask: How warm are you?
                  rate: [{kind: kind}, {open: open}, {cold: cold}]
                  points: {from: 1, to: 5, low: not at all, high: very}
                - id: hellos
                  ask: How many people did you greet today?
                  count: {from: 0, to: 500, unit: people}
            """;

    static final String SCALES =
            """
            - scale: warmth
              items: [warm.kind, warm.open, warm.cold]
              reversed: [warm.cold]
            - flag: hurried
              if: hellos > 400
              because: greeted more people than a day has time for
            """;

    static final String PLAN =
            """
            - plan: greetings
              respondents: 200
              stopping: We stop at 200.
            - let: tens
              be: hellos / 10
            - claim: most-wave
              asks: Do most people wave?
              says: Most people wave.
              primary: true
              share: greeting == "wave"
              expects: {above: 50%}
            - claim: no-gender-difference
              asks: Do women wave more than men?
              says: Women do not wave more than men.
              compare: greeting == "wave"
              between: {gender: [woman, man]}
              expects: {not-more-by: 10 points}
            - claim: warmth-of-women
              asks: Are women warmer?
              says: Women are warmer.
              compare: warmth
              between: {gender: [woman, man]}
              family: warmth
            - claim: tens-of-the-careful
              asks: How many tens do people greet?
              says: People greet a few tens.
              mean: tens
              among: flags < 1
            """;

    private final Path folder;

    private Greetings(Path folder) {
        this.folder = folder;
    }

    static Greetings in(Path parent) throws IOException {
        Path folder = Files.createDirectory(parent.resolve("greetings"));
        var study = new Greetings(folder);
        study.write("study.yaml", STUDY);
        study.write("questions.yaml", QUESTIONS);
        study.write("scales.yaml", SCALES);
        study.write("plan.yaml", PLAN);
        return study;
    }

    Path folder() {
        return folder;
    }

    void write(String file, String text) {
        try {
            Files.writeString(folder.resolve(file), text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    String text(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// Changes a file by hand.
    void change(String file, String from, String to) {
        String text = text(file);
        if (!text.contains(from)) {
            throw new IllegalArgumentException("%s must hold \"%s\"".formatted(file, from));
        }
        write(file, text.replace(from, to));
    }

    StudyFolder read() throws IOException {
        return switch (StudyFolder.read(folder)) {
            case StudyFolder.Reading.Valid(StudyFolder study, _) -> study;
            case StudyFolder.Reading.Invalid(List<Problem> problems) ->
                    throw new IllegalStateException(problems.toString());
        };
    }

    /// Everything that is said about the folder.
    List<Problem> said() throws IOException {
        return switch (StudyFolder.read(folder)) {
            case StudyFolder.Reading.Valid(_, List<Problem> warnings) -> warnings;
            case StudyFolder.Reading.Invalid(List<Problem> problems) -> problems;
        };
    }

    Sources sources() throws IOException {
        return read().sources();
    }

    Standing standing() throws IOException {
        return read().standing().orElseThrow();
    }

    Freezing.Outcome freezing(int answers, OptionalInt afterData) throws IOException {
        StudyFolder read = read();
        return Freezing.of(
                read.frozen(),
                read.study(),
                read.plan(),
                DAY,
                answers,
                afterData,
                Optional.empty());
    }

    /// Freezes it, before anybody has answered or after that many have.
    Freeze freeze(int answers) throws IOException {
        OptionalInt after = answers == 0 ? OptionalInt.empty() : OptionalInt.of(answers);
        return switch (freezing(answers, after)) {
            case Freezing.Outcome.Ready(Freeze freeze, _) -> {
                FreezeFiles.append(folder, freeze);
                yield freeze;
            }
            case Freezing.Outcome.Refused(List<String> reasons) ->
                    throw new IllegalStateException(reasons.toString());
        };
    }

    /// What has changed since it was frozen, in words.
    List<String> deviations() throws IOException {
        return standing().deviations().stream().map(Deviation::words).toList();
    }
}
