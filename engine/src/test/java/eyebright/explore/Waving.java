package eyebright.explore;

import eyebright.check.StudyFolder;
import eyebright.frame.Frame;
import eyebright.frame.TableReader;
import eyebright.source.Problems;
import eyebright.source.Sources;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;

/// A study about waving with everything that feedback may hold, and neighbours who answered it.
final class Waving {

    private static final Path FILES = Path.of("src/test/resources/eyebright/feedback");
    private static final String HEAD =
            """
            age,town,waved,hellos,waves,warmth,felt_out.joy,felt_out.shyness,felt_out.none,felt_home.joy,felt_home.shyness,felt_home.warmth,felt_home.none,guess
            """;

    private Waving() {}

    /// The folder.
    static StudyFolder folder() throws IOException {
        var texts = new TreeMap<String, String>();
        for (String file : List.of("study.yaml", "questions.yaml", "plan.yaml", "published.yaml")) {
            texts.put(file, Files.readString(FILES.resolve("study").resolve(file)));
        }
        texts.put("feedback.yaml", Files.readString(FILES.resolve("whole/good.yaml")));
        return switch (StudyFolder.of(new Sources("study", texts))) {
            case StudyFolder.Reading.Valid valid -> valid.folder();
            case StudyFolder.Reading.Invalid(var problems) ->
                    throw new IllegalStateException(problems.toString());
        };
    }

    /// So many neighbours, each determined by a number: six in ten live in the city, two in three have waved.
    static Frame neighbours(int many) throws IOException {
        var csv = new StringBuilder(HEAD);
        for (int i = 0; i < many; i++) {
            int hellos = i * 7 % 30;
            csv.append(
                    "%d,%s,%s,%d,%d,%d,%d,%d,%d,%d,%d,%d,%d,%d\n"
                            .formatted(
                                    20 + i * 11 % 60,
                                    i % 10 < 6 ? "city" : i % 10 < 9 ? "village" : "elsewhere",
                                    i % 3 < 2 ? "yes" : "no",
                                    hellos,
                                    hellos * (i % 4) / 4,
                                    1 + i * 5 % 9,
                                    i % 5 < 3 ? 1 : 0,
                                    i % 5 == 3 ? 1 : 0,
                                    i % 5 == 4 ? 1 : 0,
                                    i % 4 < 2 ? 1 : 0,
                                    0,
                                    i % 4 == 2 ? 1 : 0,
                                    i % 4 == 3 ? 1 : 0,
                                    i * 13 % 101));
        }
        return table(csv.toString());
    }

    /// One respondent: the cells of a row in the order of the head.
    static Frame respondent(String row) throws IOException {
        return table(HEAD + row + "\n");
    }

    private static Frame table(String csv) throws IOException {
        var problems = new Problems();
        Frame frame =
                TableReader.read("waving.csv", new StringReader(csv), folder().study(), problems);
        // The table leaves the free text out, which nobody reads here.
        if (problems.hasErrors()) {
            throw new IllegalStateException(problems.inFileOrder().toString());
        }
        return frame;
    }
}
