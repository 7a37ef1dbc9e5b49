package eyebright.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import eyebright.check.StudyFolder;
import eyebright.frame.Response;
import eyebright.store.PageSave;
import eyebright.store.RespondentId;
import eyebright.store.Store;
import eyebright.store.Version;
import eyebright.study.Answer;
import eyebright.study.Answers;
import eyebright.study.Draw;
import eyebright.study.Page;
import eyebright.study.Question;
import eyebright.study.Variable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A table of a store says what the store says.
class ExportTest {

    private static final String TEARS = "../studies/tears";
    private static final int RESPONDENTS = 160;
    private static final int ALL = Integer.MAX_VALUE;

    /// What somebody may write, and a table must give back as it was.
    private static final List<Answer> HOSTILE =
            List.of(
                    new Answer.Words("=1+1"),
                    new Answer.Words("'=1+1"),
                    new Answer.Words("(skipped)"),
                    new Answer.Words("one \"quoted\", and\na second line\rand a third"),
                    new Answer.Words(","),
                    new Answer.Words("\u202Eright to left \uD83C\uDF31"));

    @TempDir private static Path kept;
    private static StudyFolder tears;
    private static Path data;

    @TempDir private Path folder;

    @BeforeAll
    static void read() throws Exception {
        tears = ((StudyFolder.Reading.Valid) StudyFolder.read(Path.of(TEARS))).folder();
        data = kept.resolve("data");
        try (Store store = Store.open(data, InstantSource.system())) {
            fill(store);
        }
    }

    @Test
    void theFindingsOfAnExportedTableAreThoseOfTheStoreByteForByte() throws IOException {
        Path table = folder.resolve("tears.csv");

        Ran export =
                Ran.of(
                        "export",
                        TEARS,
                        "--format",
                        "csv",
                        "--data",
                        data.toString(),
                        "--out",
                        table.toString());
        Ran ofStore = Ran.of("analyse", TEARS, "--data", data.toString(), "--json");
        Ran ofTable = Ran.of("analyse", TEARS, "--data", table.toString(), "--json");

        assertThat(export.exit()).as(export.err()).isEqualTo(0);
        assertThat(export.out()).isEmpty();
        assertThat(export.err())
                .isEqualTo(
                        "96 respondents in %s, its codebook and plans beside; 48 more do not count\n"
                                .formatted(table));
        assertThat(ofTable.err()).isEmpty();
        assertThat(ofTable.out()).isEqualTo(ofStore.out());
        assertThat(ofStore.out())
                .contains("\"kind\" : \"real\"")
                .contains("\"not eligible\" : 16")
                .contains("\"did not reach page about-you\" : 32");
        assertThat(folder.resolve("tears-codebook.csv")).isNotEmptyFile();
        assertThat(Files.readString(table))
                .contains("(skipped)", "(not shown)", "(not reached)", "not eligible")
                .doesNotContain("(unreadable)");
    }

    @Test
    void theSameAnswersGoOutForSpssAndAsJson() throws IOException {
        for (String format : List.of("sav", "json")) {
            Path file = folder.resolve("tears." + format);
            Ran export =
                    Ran.of(
                            "export",
                            TEARS,
                            "--format",
                            format,
                            "--data",
                            data.toString(),
                            "--out",
                            file.toString());
            assertThat(export.exit()).as(export.err()).isEqualTo(0);
            assertThat(export.err())
                    .isEqualTo("96 respondents in %s; 48 more do not count\n".formatted(file));
        }
        assertThat(Files.readString(folder.resolve("tears.json")))
                .contains("\"respondents\":96,\"excluded\":{")
                .contains("\"not eligible\":16");
        assertThat(new String(Files.readAllBytes(folder.resolve("tears.sav")), ISO_8859_1))
                .startsWith("$FL2@(#) SPSS DATA FILE Eyebright")
                .contains("Not in this file: 16, not eligible");
    }

    @Test
    void anEmptyStoreIsATableOfNobody() throws IOException {
        Path nobody = folder.resolve("data");
        Store.open(nobody, InstantSource.system()).close();
        Path table = folder.resolve("tears.csv");

        Ran export =
                Ran.of(
                        "export",
                        TEARS,
                        "--format",
                        "csv",
                        "--data",
                        nobody.toString(),
                        "--out",
                        table.toString());

        assertThat(export.exit()).isEqualTo(0);
        assertThat(export.err()).startsWith("0 respondents in " + table);
        assertThat(Ran.of("analyse", TEARS, "--data", table.toString(), "--json").out())
                .isEqualTo(Ran.of("analyse", TEARS, "--data", nobody.toString(), "--json").out())
                .contains("\"respondents\" : 0");
    }

    /// Fills a store with all kinds of respondents at once.
    private static void fill(Store store) throws InterruptedException, ExecutionException {
        store.addVersion(Version.of(tears));
        List<Response> rehearsed = tears.respondents().responses(3, RESPONDENTS);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<RespondentId>> all =
                    IntStream.range(0, RESPONDENTS)
                            .mapToObj(
                                    number ->
                                            threads.submit(
                                                    () ->
                                                            respondent(
                                                                    store,
                                                                    number,
                                                                    rehearsed
                                                                            .get(number)
                                                                            .answers())))
                            .toList();
            for (Future<RespondentId> each : all) {
                each.get();
            }
        }
    }

    /// Of ten: four who went to the end, one who did and withdrew, one who changed a branch before sending,
    /// one who stopped on the way, one who stopped before the page from which answers count, one who only
    /// agreed, and one whom the study is not for.
    private static RespondentId respondent(Store store, int number, Answers rehearsed) {
        Map<String, Answer> given = new HashMap<>(rehearsed.given());
        RespondentId id = store.start("tears", tears.questionnaireHash(), tears.plan().hash()).id();
        switch (number % 10) {
            case 4 -> {
                pages(store, id, given, ALL, rehearsed.saved());
                send(store, id);
                store.withdraw(id);
            }
            case 5 -> {
                pages(store, id, given, ALL, rehearsed.saved());
                given.put("cried_ever", new Answer.One("no"));
                save(store, id, given, tears.study().page("therapy-ever").orElseThrow(), 2);
                send(store, id);
            }
            case 6 -> pages(store, id, given, 4 + number % 30, rehearsed.saved());
            case 7 -> pages(store, id, given, 1, rehearsed.saved());
            case 8 -> assertThat(store.respondent(id)).isPresent();
            case 9 -> {
                given.put(number % 20 == 9 ? "adult" : "seen_clients", new Answer.One("no"));
                pages(store, id, given, 1, rehearsed.saved());
            }
            default -> {
                pages(store, id, given, ALL, rehearsed.saved());
                send(store, id);
            }
        }
        return id;
    }

    /// Saves the first pages, in this respondent's order, of those that the rehearsed one saved.
    private static void pages(
            Store store, RespondentId id, Map<String, Answer> given, int most, Set<String> saved) {
        List<Page> pages =
                Draw.of(id.hex()).pages(tears.study()).stream()
                        .filter(page -> saved.contains(page.id()))
                        .limit(most)
                        .toList();
        pages.forEach(page -> save(store, id, given, page, 1));
    }

    private static void save(
            Store store, RespondentId id, Map<String, Answer> given, Page page, int time) {
        List<String> asked =
                tears.study().variables().values().stream()
                        .filter(variable -> variable.page().equals(page.id()))
                        .map(Variable::name)
                        .toList();
        Map<String, Answer> answers = new HashMap<>(given);
        answers.keySet().retainAll(asked);
        if (page.questions().stream().anyMatch(Question.Words.class::isInstance)) {
            answers.put("anything", HOSTILE.get(Math.floorMod(id.hashCode(), HOSTILE.size())));
        }
        store.save(
                new PageSave(
                        id,
                        page.id(),
                        "save-" + page.id() + time,
                        asked,
                        answers,
                        tears.questionnaireHash(),
                        tears.plan().hash(),
                        Draw.of(id.hex()).shown(page),
                        7));
    }

    private static void send(Store store, RespondentId id) {
        store.send(id, "send", tears.questionnaireHash(), tears.plan().hash());
    }
}
