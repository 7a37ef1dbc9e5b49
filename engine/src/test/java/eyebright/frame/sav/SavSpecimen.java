package eyebright.frame.sav;

import eyebright.frame.Dataset;
import eyebright.frame.Frame;
import eyebright.frame.HostileTexts;
import eyebright.frame.Specimen;
import eyebright.source.Problems;
import eyebright.study.Study;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;

/// Datasets that hold what is hard to write.
final class SavSpecimen {

    /// Every kind of question, codes that are numbers, a name that SPSS keeps for itself, and long names.
    static final Study STUDY =
            Specimen.study(
                    "",
                    """
                    - page: start
                      title: Start
                      questions:
                        - id: greeting
                          ask: How do you greet?
                          one-of: [{wave: I wave}, {nod: Nod}, {nothing: "%s"}]
                        - id: all
                          ask: "%s"
                          one-of: [{"1": one}, {"5": five}]
                        - id: age
                          ask: How old are you?
                          number: {from: -120, to: 100, decimals: 2, unit: years}
                        - id: felt
                          ask: What did you feel?
                          several-of: [{joy: Joy}, {fear: Fear}, {none: None, alone: true}]
                        - id: %s
                          ask: How are you?
                          rate: [{%s: Shy}, {%s: Bold}]
                          points: {from: 1, to: 9, low: not, high: very}
                        - id: word
                          ask: What do you say?
                          text: {up-to: 5000}
                    """
                            .formatted(
                                    "Überhaupt nicht, ".repeat(10),
                                    "Wie viele Stücke für 5 €? ".repeat(12),
                                    "t".repeat(60),
                                    "s".repeat(59) + "1",
                                    "s".repeat(59) + "2"));

    private SavSpecimen() {}

    /// A row for each hostile text, and one of each status.
    static Dataset hostile() {
        return dataset(HostileTexts.all());
    }

    /// A row for each text, and one of each status.
    static Dataset dataset(List<String> texts) {
        String item = "t".repeat(60) + "." + "s".repeat(59);
        String head =
                "respondent,rehearsed,greeting,all,age,felt.joy,felt.fear,felt.none,"
                        + item
                        + "1,"
                        + item
                        + "2,word\n";
        String rows =
                texts.stream()
                        .map(
                                text ->
                                        "r%d,as-published:1,wave,5,-3.25,1,1,0,1,9,%s\n"
                                                .formatted(
                                                        texts.indexOf(text),
                                                        '"'
                                                                + apostrophe(text)
                                                                        .replace("\"", "\"\"")
                                                                + '"'))
                        .collect(Collectors.joining());
        String none =
                """
                s1,as-published:1,(skipped),(skipped),(skipped),(skipped),(skipped),(skipped),(skipped),(skipped),(skipped)
                s2,as-published:1,(not shown),(not shown),(not shown),(not shown),(not shown),(not shown),(not shown),(not shown),(not shown)
                s3,as-published:1,(not reached),(not reached),(not reached),(not reached),(not reached),(not reached),(not reached),(not reached),(not reached)
                s4,as-published:1,(unreadable),(unreadable),(unreadable),(unreadable),(unreadable),(unreadable),(unreadable),(unreadable),(unreadable)
                """;
        var problems = new Problems();
        Frame frame = Specimen.read(head + rows + none, STUDY, problems);
        if (problems.hasErrors()) {
            throw new AssertionError(Specimen.said(problems));
        }
        return Dataset.of(STUDY, frame);
    }

    /// A text as the table's own writer would write it: with an apostrophe, which reading takes off.
    private static String apostrophe(String text) {
        var out = new StringWriter();
        try {
            new eyebright.frame.CsvWriter(out).text(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String cell = out.toString();
        return cell.startsWith("\"")
                ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"")
                : cell;
    }

    /// The file of a dataset.
    static byte[] written(Dataset dataset) {
        var out = new ByteArrayOutputStream();
        try {
            SavFile.write(dataset, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
