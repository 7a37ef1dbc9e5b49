package eyebright.publish.data;

import eyebright.frame.AnswersJson;
import eyebright.frame.Codebook;
import eyebright.frame.Dataset;
import eyebright.frame.TableWriter;
import eyebright.frame.sav.SavFile;
import eyebright.recompute.RScript;
import eyebright.study.Variable;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// Writes a package of data: the answers with all that others need to read them, check them and compute every
/// number again, without Eyebright.
///
/// ```
/// README.txt                  what is here, in plain words       LICENSE.txt       what others may do
/// data/study-NAME_data.csv    the answers                        codebook.csv      what the columns mean
/// NAME.sav  NAME.json         the same for SPSS, and as JSON     ddi-codebook.xml  the same for archives (DDI 2.5)
/// datapackage.json            for Frictionless Data              dataset_description.json  for Psych-DS
/// analysis.R                  every number again, PASS or FAIL   claims.csv texts.csv      words it reads
/// SHA256SUMS                  checksums of all others
/// ```
///
/// Equal releases give equal bytes; there are no clock times.
public final class DataPackage {

    private final Release release;
    private final Dataset dataset;
    private final PackageNames names;
    private final Path folder;
    private final List<FileFacts> files = new ArrayList<>();

    private DataPackage(Release release, Path folder) {
        this.release = release;
        this.dataset = release.dataset();
        this.names = PackageNames.of(dataset.study());
        this.folder = folder;
    }

    /// Writes the files of a release.
    ///
    /// @param folder is made where it is not there; files of the package's names are replaced
    /// @return the files, in the order of their paths
    public static List<FileFacts> write(Release release, Path folder) throws IOException {
        var writing = new DataPackage(release, folder);
        Files.createDirectories(folder.resolve("data"));
        writing.answers();
        writing.script();
        writing.descriptions();
        writing.words();
        writing.files.sort(Comparator.comparing(FileFacts::path));
        return List.copyOf(writing.files);
    }

    private void answers() throws IOException {
        try (Writer out = Files.newBufferedWriter(folder.resolve(names.table()))) {
            TableWriter.write(dataset, out);
        }
        wrote(names.table(), "the answers, a line for each respondent");
        try (Writer out = Files.newBufferedWriter(folder.resolve(PackageNames.CODEBOOK))) {
            Codebook.write(dataset.variables(), out);
        }
        wrote(PackageNames.CODEBOOK, "what each column of the table means, and each code in it");
        try (OutputStream out =
                new BufferedOutputStream(Files.newOutputStream(folder.resolve(names.spss())))) {
            SavFile.write(dataset, out);
        }
        wrote(names.spss(), "the answers for SPSS, PSPP, jamovi, JASP and R, with their labels");
        try (Writer out = Files.newBufferedWriter(folder.resolve(names.json()))) {
            AnswersJson.write(dataset, out);
        }
        wrote(names.json(), "the answers and what they mean, for programs");
    }

    private void script() throws IOException {
        RScript.writeAlone(
                dataset.study(),
                release.scales(),
                release.plan(),
                release.findings(),
                dataset.variables().stream().map(Variable::name).collect(Collectors.toSet()),
                names.table(),
                folder);
        wrote(
                PackageNames.SCRIPT,
                "computes every number again in R and says whether it is the same");
        wrote(PackageNames.CLAIMS, "what each finding asks and says, which the script prints");
        wrote(PackageNames.TEXTS, "texts that the script compares with answers");
        try (Writer out = Files.newBufferedWriter(folder.resolve(PackageNames.NUMBERS))) {
            NumbersTable.write(release, out);
        }
        wrote(PackageNames.NUMBERS, "each number of the study beside that of these rows");
    }

    private void descriptions() throws IOException {
        FileFacts table = files.getFirst();
        Files.writeString(folder.resolve(PackageNames.DDI), DdiCodebook.of(release, table));
        wrote(PackageNames.DDI, "the study and its variables, for archives (DDI-Codebook 2.5)");
        Files.writeString(
                folder.resolve(PackageNames.FRICTIONLESS),
                DataPackageJson.of(release, table, files.subList(1, files.size())));
        wrote(PackageNames.FRICTIONLESS, "the files and columns, for Frictionless Data");
        Files.writeString(folder.resolve(PackageNames.PSYCH_DS), DatasetDescription.of(release));
        wrote(PackageNames.PSYCH_DS, "the data and their columns, for Psych-DS and schema.org");
    }

    private void words() throws IOException {
        Files.writeString(folder.resolve(PackageNames.LICENCE), LicenceText.of(release));
        wrote(PackageNames.LICENCE, "what you may do with these data");
        Files.writeString(folder.resolve(PackageNames.READ_ME), ReadMe.of(release, files));
        wrote(PackageNames.READ_ME, "this package in plain words");
        var sums = new StringBuilder();
        files.stream()
                .sorted(Comparator.comparing(FileFacts::path))
                .forEach(
                        file ->
                                sums.append(file.hash())
                                        .append("  ")
                                        .append(file.path())
                                        .append('\n'));
        Files.writeString(folder.resolve(PackageNames.CHECKSUMS), sums.toString());
        wrote(PackageNames.CHECKSUMS, "checksums of all other files");
    }

    private void wrote(String path, String is) throws IOException {
        files.add(FileFacts.of(folder, path, is));
    }
}
