package eyebright.server;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.check.StudyFolder;
import eyebright.expression.Expression;
import eyebright.frame.Frame;
import eyebright.frame.Frames;
import eyebright.frame.Origin;
import eyebright.frame.Response;
import eyebright.frame.Status;
import eyebright.server.answering.QuestionPages;
import eyebright.server.page.Mode;
import eyebright.store.Respondent;
import eyebright.store.Store;
import eyebright.study.Answer;
import eyebright.study.Draw;
import eyebright.study.Page;
import eyebright.study.Route;
import eyebright.study.Study;
import eyebright.study.Variable;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole questionnaire of `studies/tears`, answered over HTTP down every branch.
class TearsWalkTest {

    private static final Path TEARS = Path.of("../studies/tears");
    private static final String END = "review";

    /// Below what one address may begin within an hour.
    private static final int MOST_STARTS = 25;

    @TempDir private Path folder;
    private Study study;
    private RunningSite site;

    @BeforeEach
    void start() throws IOException {
        Path copy = Filled.copy(TEARS, folder);
        assertThat(Filled.left(copy)).isEmpty();
        study = ((StudyFolder.Reading.Valid) StudyFolder.read(copy)).folder().study();
        site =
                Gardens.start(
                        new Mode.Collecting(), data(), copy, Clock.systemUTC(), Optional.empty());
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void everyPageIsShownToSomebodyAndEveryBranchIsPassedBySomebody()
            throws InterruptedException, ExecutionException {
        List<Map<String, Optional<Answer>>> ways = List.copyOf(waysOfEveryBranch());
        // In parallel only because each page waits for the disk.
        List<Taker> takers =
                inParallel(
                        ways.size(),
                        number -> {
                            Taker taker = taker(number);
                            ways.get(number).forEach(taker::rather);
                            return taker.onTo(END).send();
                        });

        assertThat(takers.stream().flatMap(taker -> taker.pages().stream()))
                .containsAll(study.pages().stream().map(Page::id).toList());
        for (Page page : conditional()) {
            assertThat(takers).anyMatch(taker -> taker.pages().contains(page.id()));
            assertThat(takers).anyMatch(taker -> !taker.pages().contains(page.id()));
        }
        assertThat(conditional()).hasSizeGreaterThan(10);
        site.close();
        takers.forEach(this::wasLedAsTheAnswersLeadAndHasEveryAnswerKept);
    }

    @Test
    void bothOrdersOfTheBlocksComeUp() {
        var first = new HashSet<String>();
        for (int starts = 0; starts < MOST_STARTS && first.size() < 2; starts++) {
            Taker taker = skipping();
            while (taker.open().orElseThrow().block().isEmpty()) {
                taker.walk().on(deciding(taker.open().orElseThrow(), ""));
            }
            first.add(taker.open().orElseThrow().block().orElseThrow());
        }

        assertThat(first).containsExactlyInAnyOrderElementsOf(study.randomBlocks());
    }

    @Test
    void whoIsNotEligibleGetsTheGoodbyeWhicheverQuestionDecides() {
        Set<String> deciding = eligibility().variables();
        assertThat(deciding).containsExactlyInAnyOrder("adult", "seen_clients");
        for (String question : deciding) {
            Taker taker = skipping();
            taker.walk().on(deciding(taker.open().orElseThrow(), question));

            assertThat(taker.walk().path()).isEqualTo("/tears/take-part/goodbye");
            assertThat(taker.walk().text())
                    .contains("This study is for adults who see clients as a therapist")
                    .doesNotContain("name=\"go\" value=\"on\"");
            taker.walk().open("/tears/take-part/about-you");
            assertThat(taker.walk().path()).isEqualTo("/tears/take-part/goodbye");
        }
        site.close();
        assertThat(respondents())
                .hasSize(2)
                .allSatisfy(each -> assertThat(each.answers().saved()).hasSize(1));
        assertThat(frame().excluded()).isEqualTo(Map.of("not eligible", 2));
    }

    @Test
    void skippingAllThatMayBeSkippedReachesTheEnd() {
        Taker taker = skipping().onTo(END).send();

        site.close();
        assertThat(taker.given().keySet()).isEqualTo(eligibility().variables());
        wasLedAsTheAnswersLeadAndHasEveryAnswerKept(taker);
        assertThat(frame().size()).isEqualTo(1);
        frame().columns()
                .forEach(
                        (name, column) ->
                                assertThat(column.status(0))
                                        .as(name)
                                        .isNotIn(Status.NOT_REACHED, Status.UNREADABLE));
    }

    @Test
    void changingABranchHidesWhatWasAnsweredBehindIt() {
        Taker taker = taker(99).onTo("last-time-afterwards");
        taker.backTo("therapy-ever");
        List<String> before = taker.pages();
        Set<String> behind = behind("cried_ever");
        behind.retainAll(before);
        assertThat(behind).hasSizeGreaterThan(8).contains("last-time-talk-how");

        taker.fresh().rather("cried_ever", one("no")).onTo(END);
        assertThat(taker.pages()).doesNotContainAnyElementsOf(behind);
        behind.forEach(
                page -> {
                    assertThat(taker.walk().text()).doesNotContain("/take-part/" + page + "\"");
                    assertThat(taker.walk().open("/tears/take-part/" + page).path())
                            .isEqualTo("/tears/take-part/review");
                });
        taker.send();

        site.close();
        assertThat(respondent(taker).answers().given()).isEqualTo(taker.given());
        Frame frame = frame();
        for (Variable variable : study.variables().values()) {
            boolean isHidden = behind.contains(variable.page());
            boolean wasAnswered = taker.given().containsKey(variable.name());
            assertThat(frame.column(variable.name()).status(0))
                    .as(variable.name())
                    .isEqualTo(isHidden || !wasAnswered ? Status.NOT_SHOWN : Status.ANSWERED);
        }
        assertThat(frame.column("felt").status(0)).isEqualTo(Status.NOT_SHOWN);
        assertThat(taker.given()).containsKeys("felt", "why_talked");
    }

    /// One who answers everything, and is led to every page.
    private Taker taker(long seed) {
        return Taker.begun(site, study, eager(seed));
    }

    /// One who skips all but what decides eligibility.
    private Taker skipping() {
        var mind = eager(0);
        mind.keySet().retainAll(eligibility().variables());
        return Taker.begun(site, study, mind);
    }

    /// Answers that lead everywhere and contradict nothing.
    private Map<String, Answer> eager(long seed) {
        var mind = Taker.mind(study, seed);
        branching().stream()
                .filter(name -> kind(name) instanceof Variable.Kind.Choice)
                .forEach(name -> mind.put(name, new Answer.One("yes")));
        eligibility().variables().forEach(name -> mind.put(name, new Answer.One("yes")));
        Map.of("age", 50, "experience", 20, "weekly_sessions", 12, "sessions_28", 40)
                .forEach((name, number) -> mind.put(name, amount(number)));
        Map.of("tears_sessions", 3, "urge_sessions", 2, "cried_daily", 0)
                .forEach((name, number) -> mind.put(name, amount(number)));
        return mind;
    }

    /// Each branching question takes each of its ways while the others lead everywhere; then all lead
    /// past, and all are skipped.
    private Set<Map<String, Optional<Answer>>> waysOfEveryBranch() {
        var ways = new LinkedHashSet<Map<String, Optional<Answer>>>();
        var past = new LinkedHashMap<String, Optional<Answer>>();
        var skipped = new LinkedHashMap<String, Optional<Answer>>();
        Map<String, Optional<Answer>> everywhere = Map.of();
        ways.add(everywhere);
        for (String name : branching()) {
            skipped.put(name, Optional.empty());
            ways.add(Map.of(name, Optional.empty()));
            if (kind(name) instanceof Variable.Kind.Choice(var options)) {
                past.put(name, one("no"));
                options.stream()
                        .filter(option -> !option.code().equals("yes"))
                        .forEach(option -> ways.add(Map.of(name, one(option.code()))));
            } else {
                // With no session, tears in any would contradict it.
                past.put(name, Optional.of(amount(0)));
                ways.add(Map.of(name, Optional.of(amount(0)), "tears_sessions", Optional.empty()));
            }
        }
        ways.add(past);
        ways.add(skipped);
        assertThat(ways).hasSizeBetween(2 * branching().size(), MOST_STARTS);
        return ways;
    }

    private void wasLedAsTheAnswersLeadAndHasEveryAnswerKept(Taker taker) {
        Respondent kept = respondent(taker);
        assertThat(kept.answers().given()).isEqualTo(taker.given());
        assertThat(kept.answers().sent()).isTrue();
        Route route = Route.of(study, kept.answers(), Draw.of(kept.id().hex()));
        assertThat(taker.pages())
                .containsExactlyElementsOf(route.pages().stream().map(Page::id).toList());
    }

    private Respondent respondent(Taker taker) {
        try (Store store = Store.read(data())) {
            return store.find(study.name(), taker.code()).orElseThrow();
        }
    }

    private List<Respondent> respondents() {
        try (Store store = Store.read(data())) {
            return store.respondents(study.name());
        }
    }

    private Frame frame() {
        return Frames.of(
                study,
                respondents().stream()
                        .map(each -> new Response(each.id().hex(), each.answers()))
                        .toList(),
                new Origin.Real());
    }

    /// Pages that a changed answer to that question hides, directly or through one another.
    private Set<String> behind(String question) {
        var reads = new HashSet<>(Set.of(question));
        var behind = new TreeSet<String>();
        for (Page page : conditional()) {
            if (page.showIf().orElseThrow().variables().stream().anyMatch(reads::contains)) {
                behind.add(page.id());
                reads.addAll(QuestionPages.asked(page));
            }
        }
        return behind;
    }

    /// The fields of a page that decide eligibility: "no" to one of them, "yes" to the others.
    private String[] deciding(Page page, String no) {
        return QuestionPages.asked(page).stream()
                .filter(eligibility().variables()::contains)
                .flatMap(name -> List.of(name, name.equals(no) ? "no" : "yes").stream())
                .toArray(String[]::new);
    }

    private Set<String> branching() {
        return conditional().stream()
                .flatMap(page -> page.showIf().orElseThrow().variables().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<Page> conditional() {
        return study.pages().stream().filter(page -> page.showIf().isPresent()).toList();
    }

    private Expression eligibility() {
        return study.eligibility().orElseThrow().condition();
    }

    private Variable.Kind kind(String variable) {
        return study.variable(variable).kind();
    }

    private Path data() {
        return folder.resolve("data");
    }

    private static List<Taker> inParallel(int many, IntFunction<Taker> walk)
            throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Taker>> walks =
                    IntStream.range(0, many)
                            .mapToObj(number -> threads.submit(() -> walk.apply(number)))
                            .toList();
            var takers = new ArrayList<Taker>();
            for (Future<Taker> each : walks) {
                takers.add(each.get());
            }
            return takers;
        }
    }

    private static Optional<Answer> one(String code) {
        return Optional.of(new Answer.One(code));
    }

    private static Answer amount(int number) {
        return new Answer.Amount(BigDecimal.valueOf(number));
    }
}
