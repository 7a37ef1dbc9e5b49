package eyebright.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eyebright.analysis.Finding;
import eyebright.analysis.Findings;
import eyebright.analysis.Missing;
import eyebright.check.StudyFolder;
import eyebright.frame.Dataset;
import eyebright.frame.Frame;
import eyebright.frame.TableReader;
import eyebright.frame.TableWriter;
import eyebright.source.Problems;
import eyebright.source.Sources;
import eyebright.stats.Estimate;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.HashMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What a reader of the published table finds in it.
class PublishedTableTest {

    private static final int RESPONDENTS = 300;

    private static final String PLAN =
            """
            - {claim: bold, asks: How bold are people?, says: Bold., mean: traits.bold}
            - {claim: women, asks: How many are women?, says: Half., share: gender == "woman"}
            """;

    private static Findings ours;
    private static Findings theirs;

    @BeforeAll
    static void publish() throws IOException {
        Path whole = PublicDataProblemsTest.FILES.folder().resolve("whole").resolve("good.yaml");
        var files = new HashMap<>(PublicDataProblemsTest.FILES.sources(whole).files());
        files.put("plan.yaml", PLAN);
        if (!(StudyFolder.of(new Sources("study", files))
                instanceof StudyFolder.Reading.Valid(StudyFolder folder, var _))) {
            throw new AssertionError("the study has problems");
        }
        Frame given = folder.respondents().frame(1, 0, RESPONDENTS);
        Release release = Release.of(folder.study(), folder.publicData().orElseThrow(), given);
        var all = new BitSet();
        all.set(0, RESPONDENTS);
        var columns = new HashMap<>(release.frame().columns());
        given.columns().forEach((name, column) -> columns.putIfAbsent(name, column.withheld(all)));
        var out = new StringWriter();
        var frame =
                new Frame(release.frame().respondents(), columns, given.excluded(), given.origin());
        TableWriter.write(Dataset.there(folder.study(), frame), out);
        var problems = new Problems();
        Frame read =
                TableReader.read(
                        "t.csv", new StringReader(out.toString()), folder.study(), problems);
        assertThat(problems.inFileOrder()).isEmpty();
        ours = Findings.of(folder.study(), folder.scales(), folder.plan(), given);
        theirs = Findings.of(folder.study(), folder.scales(), folder.plan(), read);
    }

    private static Finding finding(Findings findings, String claim) {
        return findings.findings().stream()
                .filter(each -> each.id().equals(claim))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatNobodyIsKnownByComesOutTheSame() {
        var one = (Estimate.Known) finding(ours, "bold").estimate("mean");
        var other = (Estimate.Known) finding(theirs, "bold").estimate("mean");

        assertThat(other.n()).isEqualTo(one.n());
        // Added up in another order.
        assertThat(other.value()).isCloseTo(one.value(), within(1e-12));
    }

    @Test
    void whatReadsWithheldCellsSaysOfHowManyTheyAre() {
        assertThat(finding(theirs, "women").missing().get(Missing.WITHHELD)).isPositive();
        assertThat(finding(ours, "women").missing()).doesNotContainKey(Missing.WITHHELD);
    }
}
