package eyebright.recompute;

import eyebright.analysis.Findings;
import eyebright.frame.Codebook;
import eyebright.frame.CsvWriter;
import eyebright.frame.Frame;
import eyebright.frame.TableWriter;
import eyebright.plan.Plan;
import eyebright.score.Scales;
import eyebright.study.Study;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// An R script that recomputes every finding of a study from its table and compares it with what
/// Eyebright found, with all that it reads beside it.
///
/// ```
/// recompute.R    the script; Rscript recompute.R prints a line a finding, and exits 1 if one differs
/// data.csv       the answers, as `export` writes them        codebook.csv   what its columns mean
/// expected.csv   what Eyebright found                        texts.csv      words that answers are compared with
/// ```
///
/// The script is the same for every study but for its end, the recipe, which says in calls what the plan
/// says. It needs R 4 and MASS. Equal findings give equal bytes.
public final class RScript {

    private static final List<String> PARTS =
            List.of("1-reading.R", "2-results.R", "3-models.R", "4-more-models.R", "5-comparing.R");

    private RScript() {}

    /// Writes the folder; files of these names that are there already are replaced, others are left.
    ///
    /// @param scales those the plan was read with
    /// @param frame not yet scored, the one the findings are of
    /// @param folder is made where it is not there
    public static void write(
            Study study, Scales scales, Plan plan, Frame frame, Findings findings, Path folder)
            throws IOException {
        Files.createDirectories(folder);
        var recipe = RRecipe.of(study, scales, plan);
        try (Writer out = Files.newBufferedWriter(folder.resolve("data.csv"))) {
            TableWriter.write(frame, study, out);
        }
        try (Writer out = Files.newBufferedWriter(folder.resolve("codebook.csv"))) {
            Codebook.write(study, out);
        }
        try (Writer out = Files.newBufferedWriter(folder.resolve("expected.csv"))) {
            ExpectedTable.write(findings, out);
        }
        try (Writer out = Files.newBufferedWriter(folder.resolve("texts.csv"))) {
            texts(recipe.texts(), out);
        }
        Files.writeString(folder.resolve("recompute.R"), script(recipe.code()));
    }

    /// The script of a recipe.
    static String script(String recipe) throws IOException {
        var script = new StringBuilder();
        for (String part : PARTS) {
            script.append(part(part));
        }
        return script.append(recipe).append("\nreport()\n").toString();
    }

    private static String part(String name) throws IOException {
        try (InputStream in = RScript.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the package lacks its file " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /// One text a line, with its place, so that an empty one is no empty line.
    private static void texts(List<String> texts, Writer out) throws IOException {
        var csv = new CsvWriter(out);
        csv.cell("place");
        csv.cell("text");
        csv.end();
        for (int i = 0; i < texts.size(); i++) {
            csv.cell(Integer.toString(i + 1));
            csv.cell(texts.get(i));
            csv.end();
        }
    }
}
