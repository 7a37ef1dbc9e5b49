package eyebright.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.analysis.Findings;
import eyebright.chart.Origin;
import eyebright.check.StudyFolder;
import eyebright.frame.Frame;
import eyebright.frame.Frames;
import eyebright.manuscript.Article;
import eyebright.manuscript.Block;
import eyebright.manuscript.Plain;
import eyebright.method.Traffic;
import eyebright.source.Problems;
import eyebright.source.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChecklistsTest {

    private static final Path GOLDEN = Path.of("src/test/resources/eyebright/reporting");

    @Test
    void whatTheFolderKnowsIsToldAndTheRestAskedOfTheAuthor() throws IOException {
        Article article = filled("hello", Optional.empty());

        assertThat(article.origin()).isEqualTo(Origin.REAL);
        assertThat(Plain.of(article.blocks()))
                .isEqualTo(Files.readString(GOLDEN.resolve("hello.txt")).stripTrailing());
    }

    @Test
    void ratesAreOfThoseWhoCameBeganAndFinished() throws IOException {
        var traffic = new Traffic(Optional.of(new Traffic.Visitors(1_200, 600)), 450, 396);

        assertThat(Plain.of(filled("hello", Optional.of(traffic)).blocks()))
                .contains("1,200 visitors, 600 of them to the page that asks for consent.")
                .contains("50~% of the visitors came to the page that asks for consent.")
                .contains("75~% of those who came to the consent agreed.")
                .contains("88~% of those who agreed reached the end and sent.")
                .contains("450 agreed and began, 396 reached the end.");
    }

    @Test
    void oneVisitorIsNotSeveral() throws IOException {
        var traffic = new Traffic(Optional.of(new Traffic.Visitors(1, 1)), 1, 1);

        assertThat(Plain.of(filled("hello", Optional.of(traffic)).blocks()))
                .contains("One visitor, to the page that asks for consent.");
    }

    @Test
    void rateOfMoreThanAllIsNotTold() throws IOException {
        // The counting of visitors began again, and of respondents it did not.
        var traffic = new Traffic(Optional.of(new Traffic.Visitors(20, 10)), 450, 396);

        assertThat(Plain.of(filled("hello", Optional.of(traffic)).blocks()))
                .contains("**Participation rate.** Not known.");
    }

    @Test
    void whatTheAuthorTellsStandsBehindWhatIsKnown() throws IOException {
        String text =
                Plain.of(
                        told(
                                        "hello",
                                        "cherries:\n  incentives: Nobody was paid.\n  contact: By mail.\n")
                                .blocks());

        assertThat(text)
                .contains("The pages give nothing to those who answer. Nobody was paid.")
                .contains("**First contact.** By mail.")
                .doesNotContain("(cherries.contact)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"big-five", "hello", "students", "tears", "volunteering"})
    void everyItemOfEveryStudyIsToldOrAskedFor(String study) throws IOException {
        Article article = filled(study, Optional.empty());
        var lines = new ArrayList<String>();
        for (Block block : article.blocks()) {
            if (block instanceof Block.Items(_, List<List<Block>> items)) {
                items.forEach(item -> lines.add(Plain.of(item)));
            }
        }

        assertThat(lines)
                .hasSize((int) Guideline.all().stream().flatMap(Guideline::items).count())
                .allSatisfy(
                        line ->
                                assertThat(line)
                                        .matches("(?s)\\*\\*.+\\.\\*\\* .+[.)\\]\u201d]\\*?"));
    }

    @Test
    void itemsHaveNamesOfTheirOwn() {
        for (Guideline guideline : Guideline.all()) {
            assertThat(guideline.items().map(Item::id)).doesNotHaveDuplicates();
        }
    }

    @Test
    void unknownItemIsAProblem() {
        var problems = new Problems();
        ReportingReader.read(
                new Sources("s", Map.of("reporting.yaml", "cherries:\n  incentive: None.\n")),
                problems);

        assertThat(problems.inFileOrder())
                .singleElement()
                .satisfies(
                        problem ->
                                assertThat(problem.toString())
                                        .contains("reporting.yaml:2", "incentive", "incentives"));
    }

    private static Article told(String study, String reporting) throws IOException {
        StudyFolder folder = read(study);
        var problems = new Problems();
        Reporting told =
                ReportingReader.read(
                        new Sources(study, Map.of(ReportingReader.FILE, reporting)), problems);
        assertThat(problems.inFileOrder()).isEmpty();
        return Checklists.article(
                folder.reportingBasis(findings(folder), Optional.empty(), Integer::toString), told);
    }

    private static Article filled(String study, Optional<Traffic> traffic) throws IOException {
        StudyFolder folder = read(study);
        return folder.checklists(findings(folder), traffic, Integer::toString);
    }

    private static Findings findings(StudyFolder folder) {
        Frame nobody = Frames.of(folder.study(), List.of(), new eyebright.frame.Origin.Real());
        return Findings.of(folder.study(), folder.scales(), folder.plan(), nobody);
    }

    private static StudyFolder read(String study) throws IOException {
        return ((StudyFolder.Reading.Valid) StudyFolder.read(Path.of("..", "studies", study)))
                .folder();
    }
}
