package eyebright.recompute;

import eyebright.analysis.Finding;
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
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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

    private static final String BESIDE_FINDINGS = "0-beside-findings.R";
    private static final String IN_A_PACKAGE = "0-in-a-package.R";
    private static final String EACH_NUMBER = "6-each-number.R";

    /// What may stand between quotes as the place of a file.
    private static final Pattern TABLE = Pattern.compile("[A-Za-z0-9_./-]+");

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

    /// Writes a script that stands alone in a package of data: `analysis.R`, which prints PASS or FAIL for each
    /// number and holds the numbers expected, with `texts.csv` and `claims.csv`. The table and `codebook.csv` are
    /// for the package to write.
    ///
    /// @param scales those the plan was read with
    /// @param published the variables that have a column; what is read of the others is unknown for everybody
    /// @param table where the table lies, below the folder
    public static void writeAlone(
            Study study,
            Scales scales,
            Plan plan,
            Findings findings,
            Set<String> published,
            String table,
            Path folder)
            throws IOException {
        if (!TABLE.matcher(table).matches()) {
            throw new IllegalArgumentException(
                    "table must be a path of plain letters and digits, not " + table);
        }
        Files.createDirectories(folder);
        var recipe = RRecipe.of(study, scales, plan);
        try (Writer out = Files.newBufferedWriter(folder.resolve("texts.csv"))) {
            texts(recipe.texts(), out);
        }
        try (Writer out = Files.newBufferedWriter(folder.resolve("claims.csv"))) {
            claims(findings, out);
        }
        var expected = new StringWriter();
        ExpectedTable.write(findings, expected);
        Files.writeString(
                folder.resolve("analysis.R"),
                part(IN_A_PACKAGE)
                        + "data_file <- \"%s\"\n".formatted(table)
                        + "not_published <- c(%s)\n\n"
                                .formatted(
                                        study.variables().keySet().stream()
                                                .filter(name -> !published.contains(name))
                                                .map(RText::quoted)
                                                .collect(Collectors.joining(", ")))
                        + parts()
                        + part(EACH_NUMBER)
                        + recipe.code()
                        + "\n# ---------------------------------------------------------------- expected\n"
                        + "expected_figures <- function() read.csv(text = c(\n"
                        + expected.toString()
                                .lines()
                                .map(RText::quoted)
                                .collect(Collectors.joining(",\n"))
                        + "), colClasses = \"character\", na.strings = character(), check.names = FALSE)\n\n"
                        + "report_numbers()\n");
    }

    /// The script of a recipe.
    static String script(String recipe) throws IOException {
        return part(BESIDE_FINDINGS) + parts() + recipe + "\nreport()\n";
    }

    private static String parts() throws IOException {
        var script = new StringBuilder();
        for (String part : PARTS) {
            script.append(part(part));
        }
        return script.toString();
    }

    /// What each finding asks and says, in the words of the plan.
    private static void claims(Findings findings, Writer out) throws IOException {
        var csv = new CsvWriter(out);
        for (String head : List.of("claim", "question", "says", "among")) {
            csv.cell(head);
        }
        csv.end();
        for (Finding finding : findings.findings()) {
            claim(finding, csv);
            for (Finding beside : finding.beside()) {
                claim(beside, csv);
            }
        }
    }

    private static void claim(Finding finding, CsvWriter csv) throws IOException {
        csv.cell(finding.id());
        csv.text(finding.question());
        csv.text(finding.claim());
        csv.text(finding.among().orElse("all"));
        csv.end();
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
