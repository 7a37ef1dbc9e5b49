package eyebright.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.check.StudyFolder;
import eyebright.frame.Column;
import eyebright.frame.Dataset;
import eyebright.frame.Frame;
import eyebright.frame.Origin;
import eyebright.frame.Status;
import eyebright.frame.TableReader;
import eyebright.frame.TableWriter;
import eyebright.source.Problems;
import eyebright.study.Draw;
import eyebright.study.Study;
import eyebright.study.Variable;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReleaseTest {

    private static final StudyFolder FOLDER = folder();
    private static final Study STUDY = FOLDER.study();
    private static final PublicData RULES = FOLDER.publicData().orElseThrow();

    /// What stands on pages that are shown by `shy`, which identifies.
    private static final Set<String> TELLTALES = Set.of("whom", "since");

    private static StudyFolder folder() {
        Path whole = PublicDataProblemsTest.FILES.folder().resolve("whole").resolve("good.yaml");
        if (StudyFolder.of(PublicDataProblemsTest.FILES.sources(whole))
                instanceof StudyFolder.Reading.Valid valid) {
            return valid.folder();
        }
        throw new AssertionError("the study of the tests has problems");
    }

    private static Frame respondents(long seed, int count) {
        return FOLDER.respondents().frame(seed, 0, count);
    }

    private static PublicData sharedBy(int fewest) {
        return new PublicData(
                RULES.identifying(), RULES.bands(), RULES.groups(), RULES.withheld(), fewest);
    }

    private static String cell(Frame frame, String variable, int row) {
        Column column = frame.column(variable);
        if (!column.isAnswered(row)) {
            return column.status(row).name();
        }
        return switch (column) {
            case Column.Choices choices -> choices.options().get(choices.index(row)).code();
            case Column.Numbers numbers -> Double.toString(numbers.value(row));
            case Column.Words words -> words.text(row);
            case Column.Sets sets ->
                    IntStream.range(0, sets.options().size())
                            .filter(option -> sets.names(row, option))
                            .boxed()
                            .toList()
                            .toString();
        };
    }

    private static Map<List<String>, Integer> combinations(Frame frame, PublicData rules) {
        var sizes = new HashMap<List<String>, Integer>();
        for (int row = 0; row < frame.size(); row++) {
            int at = row;
            sizes.merge(
                    rules.identifying().stream().map(name -> cell(frame, name, at)).toList(),
                    1,
                    Integer::sum);
        }
        return sizes;
    }

    private static String table(Frame frame) {
        var out = new StringWriter();
        try {
            TableWriter.write(Dataset.there(STUDY, frame), out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toString();
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5, 7, 13, 40, 150, 600})
    void eachCombinationIsToldByEnoughRows(int count) {
        for (long seed = 1; seed <= 12; seed++) {
            Frame frame = respondents(seed, count);
            for (int fewest : List.of(2, 3, 4)) {
                Release release = Release.of(STUDY, sharedBy(fewest), frame, "key " + seed);

                Map<List<String>, Integer> sizes = combinations(release.frame(), RULES);
                assertThat(sizes.values()).allMatch(size -> size >= fewest);
                assertThat(release.frame().size()).isEqualTo(frame.size());
                assertThat(release.report().reached().least())
                        .isEqualTo(sizes.values().stream().min(Integer::compare).orElse(0));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 40, 300})
    void everyCellIsAsAnsweredOrAsDeclaredOrWithheld(int count) {
        for (long seed = 1; seed <= 6; seed++) {
            Frame given = respondents(seed, count);
            Release release = Release.of(STUDY, RULES, given, "key");
            Frame told = release.frame();
            List<Integer> order =
                    Draw.of("key").shuffled("rows", IntStream.range(0, count).boxed().toList());
            assertThat(told.columns().keySet())
                    .containsExactly(
                            "age",
                            "town",
                            "gender",
                            "shy",
                            "whom",
                            "since",
                            "traits.bold",
                            "traits.kind",
                            "hellos");
            for (String name : told.columns().keySet()) {
                for (int row = 0; row < count; row++) {
                    boolean mayBeWithheld =
                            RULES.identifying().contains(name)
                                    || (TELLTALES.contains(name)
                                            && told.column("shy").status(row) == Status.WITHHELD);
                    if (mayBeWithheld && told.column(name).status(row) == Status.WITHHELD) {
                        continue;
                    }
                    assertThat(cell(told, name, row))
                            .isEqualTo(declared(name, cell(given, name, order.get(row))));
                }
            }
        }
    }

    /// What is to be told of an answer.
    private static String declared(String variable, String answer) {
        return switch (variable) {
            case "age" -> {
                if (!answer.contains(".")) {
                    yield answer;
                }
                double age = Double.parseDouble(answer);
                yield age < 30 ? "23.0" : age < 45 ? "37.0" : age < 60 ? "52.0" : "80.0";
            }
            case "hellos" ->
                    !answer.contains(".")
                            ? answer
                            : Double.parseDouble(answer) >= 500
                                    ? "500.0"
                                    : Math.floor(Double.parseDouble(answer) / 10) * 10 + 4 + "";
            case "town" ->
                    switch (answer) {
                        case "east" -> "north";
                        case "west" -> "south";
                        default -> answer;
                    };
            default -> answer;
        };
    }

    @Test
    void whoIsWithheldIsNotToldByThePagesThatTheirAnswerLeadsTo() {
        int withheld = 0;
        for (long seed = 1; seed <= 20; seed++) {
            Frame told = Release.of(STUDY, RULES, respondents(seed, 60), "key").frame();
            for (int row = 0; row < told.size(); row++) {
                if (told.column("shy").status(row) == Status.WITHHELD) {
                    withheld++;
                    assertThat(told.column("whom").status(row)).isEqualTo(Status.WITHHELD);
                    assertThat(told.column("since").status(row)).isEqualTo(Status.WITHHELD);
                }
            }
        }
        assertThat(withheld).isPositive();
    }

    @Test
    void theReportCountsWhatTheTableHolds() {
        Frame given = respondents(3, 200);
        Release release = Release.of(STUDY, RULES, given, "key");

        for (Treatment each : release.report().treatments()) {
            if (release.frame().columns().containsKey(each.variable())) {
                assertThat(release.frame().column(each.variable()).count(Status.WITHHELD))
                        .isEqualTo(each.withheld());
            }
        }
        assertThat(release.report().reached().rows().values().stream().mapToInt(rows -> rows).sum())
                .isEqualTo(200);
        assertThat(release.report().asAnswered().least())
                .isEqualTo(
                        combinations(given, RULES).values().stream()
                                .min(Integer::compare)
                                .orElse(0));
    }

    @Test
    void theSameKeyGivesTheSameBytesAndAnotherAnotherOrder() {
        Frame given = respondents(5, 90);
        PublicData all = new PublicData(List.of(), Map.of(), Map.of(), List.of(), 2);

        assertThat(Release.of(STUDY, RULES, given)).isEqualTo(Release.of(STUDY, RULES, given));
        assertThat(Release.of(STUDY, all, given, "one").frame().hash())
                .isNotEqualTo(Release.of(STUDY, all, given, "two").frame().hash());
        assertThat(Release.of(STUDY, RULES, given).frame().respondents())
                .isEqualTo(IntStream.rangeClosed(1, 90).mapToObj(Integer::toString).toList());
    }

    @Test
    void realRespondentsStandInAnotherOrderEachTime() {
        Frame rehearsed = respondents(5, 90);
        var real =
                new Frame(
                        rehearsed.respondents(),
                        rehearsed.columns(),
                        rehearsed.excluded(),
                        new Origin.Real());
        PublicData all = new PublicData(List.of(), Map.of(), Map.of(), List.of(), 2);

        assertThat(Release.of(STUDY, all, real).frame().hash())
                .isNotEqualTo(Release.of(STUDY, all, real).frame().hash());
    }

    @Test
    void whatIsPublishedReadsBackAsTheSameAnswers() throws IOException {
        Frame told = Release.of(STUDY, RULES, respondents(7, 120), "key").frame();
        var rest = new HashMap<String, Column>(told.columns());
        var all = new BitSet();
        all.set(0, 120);
        respondents(7, 120)
                .columns()
                .forEach((name, column) -> rest.putIfAbsent(name, column.withheld(all)));
        var whole = new Frame(told.respondents(), rest, told.excluded(), told.origin());
        var problems = new Problems();

        Frame read = TableReader.read("t.csv", new StringReader(table(whole)), STUDY, problems);

        assertThat(problems.inFileOrder()).isEmpty();
        assertThat(read.hash()).isEqualTo(whole.hash());
    }

    @Test
    void fewerRespondentsThanMustShareGiveNoRows() {
        for (int count : List.of(0, 1, 3)) {
            Release release = Release.of(STUDY, RULES, respondents(1, count), "key");

            assertThat(release.frame().size()).isZero();
            assertThat(release.report().text())
                    .isEqualTo(
                            "No rows are published: there are %s, and 4 at least must share each combination of what identifies.\n"
                                    .formatted(
                                            count == 1 ? "1 respondent" : count + " respondents"));
        }
    }

    @Test
    void whereNothingIdentifiesNothingIsWithheld() {
        PublicData all = new PublicData(List.of(), Map.of(), Map.of(), List.of(), 5);
        Frame given = respondents(2, 50);

        Release release = Release.of(STUDY, all, given, "key");

        assertThat(release.report().withheldOfIdentifying()).isZero();
        assertThat(release.report().reached().rows()).isEqualTo(Map.of(50, 50));
        assertThat(release.report().text())
                .startsWith(
                        "The table holds 50 respondents, in an order drawn anew and under numbers that say nothing else.\n\nFree text was left out: anything.\n\nThis hides");
    }

    @Test
    void freeTextNeverLeavesWhateverItHolds() throws IOException {
        var csv = new StringBuilder("respondent,age,gender,anything\n");
        List<String> hostile =
                List.of(
                        "=cmd|' /C calc'!A0",
                        "<script>alert(1)</script>",
                        "\"\"; DROP TABLE x",
                        "my name is Ada");
        for (int row = 0; row < 20; row++) {
            csv.append("secret%d,%d,woman,\"%s\"\n".formatted(row, 18 + row, hostile.get(row % 4)));
        }
        var problems = new Problems();
        Frame given = TableReader.read("t.csv", new StringReader(csv.toString()), STUDY, problems);
        assertThat(problems.hasErrors()).isFalse();

        Release release = Release.of(STUDY, RULES, given);

        var told = new ArrayList<String>();
        for (String name : release.frame().columns().keySet()) {
            for (int row = 0; row < release.frame().size(); row++) {
                told.add(cell(release.frame(), name, row));
            }
        }
        assertThat(release.variables()).noneMatch(each -> each.name().equals("anything"));
        assertThat(told).noneMatch(cell -> cell.contains("Ada") || cell.contains("script"));
        assertThat(release.frame().respondents()).noneMatch(id -> id.contains("secret"));
        assertThat(release.report().text()).doesNotContain("secret", "Ada");
    }

    @Test
    void labelsSayWhatWasDone() {
        Release release = Release.of(STUDY, RULES, respondents(1, 30), "key");

        assertThat(release.variables().getFirst().label())
                .isEqualTo(
                        "How old are you? (in bands: 18 to 29 as 23, 30 to 44 as 37, 45 to 59 as 52, 60 to 100 as 80)");
        assertThat(release.variables().get(1).kind())
                .isInstanceOfSatisfying(
                        Variable.Kind.Choice.class,
                        kind ->
                                assertThat(kind.options())
                                        .extracting(option -> option.label())
                                        .containsExactly(
                                                "In the north; also: In the east",
                                                "In the south; also: In the west",
                                                "In the east (put under north)",
                                                "In the west (put under south)"));
    }

    @Test
    void theReportReadsAloud() {
        assertThat(Release.of(STUDY, RULES, respondents(11, 80), "key").report().text())
                .isEqualTo(
                        """
                        The table holds 80 respondents, in an order drawn anew and under numbers that say nothing else.

                        Free text was left out: anything. Left out as well: height, reason. age is told in bands, which changed 75 answers: 18 to 29 as 23, 30 to 44 as 37, 45 to 59 as 52, 60 to 100 as 80. town is told in groups, which changed 41 answers: north with east; south with west. hellos is told in bands, which changed 70 answers: 0 to 9 as 4, 10 to 19 as 14, \u2026, 500.

                        Somebody who is known to have taken part could be found by age, town, gender, shy. As they answered, 80 of 80 respondents had a combination that fewer than 4 shared; in bands and groups, 51 of 80 respondents had a combination that fewer than 4 shared. So 88 of 320 cells of these (27.5 %) are withheld, and 26 cells of other questions, which were asked or not because of these: age 44, town 12, gender 19, shy 13, whom 13, since 13.

                        Each combination, with what of it is withheld, is now shared by 4 or more (k-anonymity, k = 4): 8 by 4, 7 by 5, 1 by 6, 1 by 7. Of no answer to these are fewer than 4 cells withheld, unless none is told, so that what can be had by subtracting the table's figures from those of all answers is a sum over as many.

                        This hides who somebody is from those who know what identifies, and not what all who share a combination answered alike, nor somebody who told others of their answers. Another version of this table tells these rows as they stand here; those that only one of two versions has share their combinations with as many of them.
                        """);
    }
}
