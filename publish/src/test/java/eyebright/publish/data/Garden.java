package eyebright.publish.data;

import eyebright.analysis.Findings;
import eyebright.check.StudyFolder;
import eyebright.frame.Dataset;
import eyebright.frame.Frame;
import eyebright.frame.TableReader;
import eyebright.manuscript.Author;
import eyebright.source.Problems;
import eyebright.source.Sources;
import eyebright.study.Variable;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A small study with every kind of question, and answers to it.
final class Garden {

    private static final String STUDY =
            """
            study: my-garden
            title: Ups & downs of gardens
            asks: Do people who see gardens feel well?
            invitation: Please.
            consent:
              controller: Rose & Sons
              contact: rose@example.org
              ethics: none needed
              retention-end: "2036-12-31"
              support: [a friend]
              text: We keep it.
            eligible-if: adult == "yes"
            goodbye: Thank you.
            opens: 2026-01-01
            closes: 2026-03-31
            """;

    private static final String QUESTIONS =
            """
            - page: start
              title: Start
              questions:
                - id: adult
                  ask: Are you 18 or older?
                  one-of: [{"yes": "Yes"}, {"no": "No"}]
                - id: garden
                  ask: Do you have a garden?
                  one-of: [{"yes": "Yes, 1 < 2 & more"}, {"no": "No"}]
                - id: age
                  ask: How old are you?
                  number: {from: 18, to: 100, decimals: 1, unit: years}
                - id: felt
                  ask: What did you feel there?
                  several-of: [{joy: Joy}, {fear: Fear}, {none: None, alone: true}]
                - id: traits
                  ask: How are you?
                  rate: [{calm: Calm}, {bold: Bold}]
                  points: {from: 1, to: 5, low: not, high: very}
                - id: word
                  ask: What do you say?
                  text: {up-to: 500}
            """;

    private static final String PLAN =
            """
            - plan: my-garden
              respondents: 40
            - claim: gardens
              asks: Do most people have a garden?
              says: Most people have a garden.
              family: gardens
              share: garden == "yes"
              expects: {above: 50%}
            - claim: calm
              asks: Are people with a garden calmer?
              says: People with a garden are calmer.
              family: gardens
              compare: traits.calm
              between: {garden: ["yes", "no"]}
              expects: {words: "a higher mean"}
            - claim: feelings
              asks: What do people feel in gardens?
              says: Mainly joy.
              shares: felt
            """;

    static final About ABOUT =
            new About(
                    "1.2.0",
                    LocalDate.of(2026, 11, 22),
                    List.of(
                            new Author(
                                    "Rosa Rose",
                                    "Rose",
                                    Optional.of("University of Gardens"),
                                    Optional.of("0000-0002-1825-0097")),
                            Author.of("Thorn & Sons")),
                    Optional.of("We asked forty people about their gardens.\nMost felt joy."),
                    Optional.of(Licence.CC_BY));

    private static final StudyFolder FOLDER = read();

    private Garden() {}

    static StudyFolder folder() {
        return FOLDER;
    }

    private static StudyFolder read() {
        var reading =
                StudyFolder.of(
                        new Sources(
                                "my-garden",
                                Map.of(
                                        "study.yaml",
                                        STUDY,
                                        "questions.yaml",
                                        QUESTIONS,
                                        "plan.yaml",
                                        PLAN)));
        return switch (reading) {
            case StudyFolder.Reading.Valid(var folder, _) -> folder;
            case StudyFolder.Reading.Invalid(var problems) ->
                    throw new AssertionError(problems.toString());
        };
    }

    /// Forty people, and four who answered nothing; two more do not count.
    static String table() {
        String rows =
                IntStream.range(0, 40)
                        .mapToObj(
                                i ->
                                        "r%02d,,yes,%s,%s,%d,%d,0,%d,%d,\"words %d\"\n"
                                                .formatted(
                                                        i,
                                                        i % 3 == 0 ? "no" : "yes",
                                                        20 + i / 2.0,
                                                        i % 2,
                                                        i % 5 == 0 ? 1 : 0,
                                                        1 + i * 7 % 5,
                                                        1 + i % 5,
                                                        i))
                        .collect(Collectors.joining());
        String none =
                List.of("(skipped)", "(not shown)", "(not reached)", "(unreadable)").stream()
                        .map(
                                token ->
                                        "s"
                                                + token.charAt(5)
                                                + ",,yes"
                                                + ("," + token).repeat(8)
                                                + "\n")
                        .collect(Collectors.joining());
        return "respondent,excluded,adult,garden,age,felt.joy,felt.fear,felt.none,traits.calm,traits.bold,word\n"
                + rows
                + none
                + ",not eligible,,,,,,,,,\n,not eligible,,,,,,,,,\n";
    }

    static Frame frame(String table) {
        var problems = new Problems();
        try {
            Frame frame =
                    TableReader.read(
                            "table.csv", new StringReader(table), folder().study(), problems);
            if (problems.hasErrors()) {
                throw new AssertionError(problems.inFileOrder().toString());
            }
            return frame;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Release release() {
        return release(frame(table()), ABOUT);
    }

    static Release release(Frame frame, About about) {
        return release(Dataset.of(folder().study(), frame), about);
    }

    static Release release(Dataset dataset, About about) {
        StudyFolder folder = folder();
        Findings findings =
                Findings.of(folder.study(), folder.scales(), folder.plan(), dataset.frame());
        return new Release(
                dataset,
                folder.scales(),
                folder.plan(),
                findings,
                findings,
                Optional.empty(),
                about);
    }

    /// The variables with that label each, and so each option.
    static List<Variable> called(List<Variable> variables, String label) {
        return variables.stream()
                .map(
                        each ->
                                new Variable(
                                        each.name(),
                                        label,
                                        each.column(),
                                        each.page(),
                                        each.kind()))
                .toList();
    }
}
