package eyebright.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eyebright.check.StudyFolder;
import eyebright.frame.Frame;
import eyebright.plan.Lets;
import eyebright.plan.Models;
import eyebright.plan.Plan;
import eyebright.score.Scales;
import eyebright.stats.Estimate;
import eyebright.stats.Interval;
import eyebright.stats.TestResult;
import eyebright.study.Study;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What holds for every analysis of every plan there is: those of the studies on rehearsed answers, and one
/// with each analysis and all that can stand beside it.
class EveryAnalysisTest {

    private static final Path STUDIES = Path.of("../studies");
    private static final int ROWS = 150;

    /// A plan with answers to it.
    private record Case(Study study, Scales scales, Plan plan, Frame frame) {

        static Case models(int rows) {
            Folder folder = Models.folder();
            return new Case(
                    folder.study(),
                    folder.scales(),
                    folder.plan(),
                    folder.table(Models.table(rows, 1)));
        }

        static Case of(String name) throws IOException {
            if (name.equals("models")) {
                return models(ROWS);
            }
            if (!(StudyFolder.read(STUDIES.resolve(name))
                    instanceof StudyFolder.Reading.Valid(StudyFolder folder, _))) {
                throw new AssertionError(name + " has problems");
            }
            return new Case(
                    folder.study(),
                    folder.scales(),
                    folder.plan(),
                    folder.respondents().frame(1, 0, ROWS));
        }

        Case rows(int from, int to) {
            return new Case(study, scales, plan, frame.rows(IntStream.range(from, to).toArray()));
        }

        Frame prepared() {
            return Lets.added(plan.lets(), scales.score(frame));
        }

        Findings findings() {
            return Findings.of(study, scales, plan, frame);
        }

        List<CompiledClaim> claims() {
            return CompiledPlan.of(plan, study, scales).claims().stream()
                    .flatMap(
                            claim ->
                                    Stream.concat(
                                            Stream.of(claim),
                                            claim.beside().stream()
                                                    .map(CompiledClaim.Beside::compiled)))
                    .toList();
        }
    }

    private static List<String> names() throws IOException {
        try (Stream<Path> folders = Files.list(STUDIES)) {
            return Stream.concat(
                            Stream.of("models"),
                            folders.filter(folder -> Files.exists(folder.resolve("plan.yaml")))
                                    .map(folder -> folder.getFileName().toString())
                                    .sorted())
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void twoHalvesMergedGiveTheFiguresOfTheWhole(String name) throws IOException {
        Case all = Case.of(name);
        int size = all.frame().size();
        Frame whole = all.prepared();
        Frame first = all.rows(0, size / 3).prepared();
        Frame second = all.rows(size / 3, size).prepared();

        for (CompiledClaim claim : all.claims()) {
            Summary merged = claim.summarise(first).merge(claim.summarise(second));
            assertThat(merged.missing()).isEqualTo(claim.summarise(whole).missing());
            areClose(
                    claim,
                    claim.estimate(merged, Depth.FULL),
                    claim.estimate(claim.summarise(whole), Depth.FULL));
        }
    }

    private static void areClose(CompiledClaim claim, Outcome one, Outcome other) {
        String id = claim.claim().id();
        assertThat(one.n()).as(id).isEqualTo(other.n());
        assertThat(one.estimates()).as(id).hasSameSizeAs(other.estimates());
        for (int i = 0; i < one.estimates().size(); i++) {
            NamedEstimate left = one.estimates().get(i);
            NamedEstimate right = other.estimates().get(i);
            assertThat(left.name()).as(id).isEqualTo(right.name());
            if (right.estimate() instanceof Estimate.Known(double value, var interval, int n)) {
                assertThat(left.estimate())
                        .as("%s of %s", left.name(), id)
                        .isInstanceOfSatisfying(
                                Estimate.Known.class,
                                known -> {
                                    isClose(known.value(), value);
                                    assertThat(known.n()).isEqualTo(n);
                                    assertThat(known.interval().isPresent())
                                            .isEqualTo(interval.isPresent());
                                    interval.ifPresent(
                                            limits ->
                                                    areClose(
                                                            known.interval().orElseThrow(),
                                                            limits));
                                });
            } else {
                assertThat(left).as(id).isEqualTo(right);
            }
        }
        assertThat(one.tests()).as(id).hasSameSizeAs(other.tests());
        for (int i = 0; i < one.tests().size(); i++) {
            TestResult left = one.tests().get(i);
            assertThat(left.name()).as(id).isEqualTo(other.tests().get(i).name());
            isClose(left.p(), other.tests().get(i).p());
        }
    }

    private static void areClose(Interval one, Interval other) {
        isClose(one.low(), other.low());
        isClose(one.high(), other.high());
        assertThat(one.level()).isEqualTo(other.level());
    }

    private static void isClose(double one, double other) {
        assertThat(one).isCloseTo(other, within(1e-10 * Math.max(1, Math.abs(other))));
    }

    @ParameterizedTest
    @MethodSource("names")
    void jsonGivesBackEqualFindingsAndTheSameBytes(String name) throws IOException {
        Case all = Case.of(name);
        Findings findings = all.findings();

        String json = FindingsJson.write(findings);

        assertThat(FindingsJson.read(json)).isEqualTo(findings);
        assertThat(FindingsJson.write(FindingsJson.read(json))).isEqualTo(json);
        assertThat(FindingsJson.write(all.findings())).isEqualTo(json);
    }

    @ParameterizedTest
    @MethodSource("names")
    void fewAnswersGiveReasonsAndNeverSomethingElse(String name) throws IOException {
        Case all = Case.of(name);
        for (int rows : List.of(0, 1, 2, 3, 7, 20)) {
            Findings findings = all.rows(0, rows).findings();
            assertThat(findings.findings()).hasSize(all.plan().claims().size());
            assertThat(FindingsJson.read(FindingsJson.write(findings))).isEqualTo(findings);
        }
    }

    @Test
    void thePlanWithEveryAnalysisHasThem() {
        assertThat(Models.folder().plan().claims().stream().map(each -> each.analysis().key()))
                .contains(
                        "paired",
                        "correlate",
                        "linear",
                        "logistic",
                        "counts",
                        "ordinal",
                        "multinomial",
                        "stacked",
                        "matched",
                        "reliability",
                        "compare");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pair", "pearson", "spearman", "kendall", "line", "rate", "odds", "odds-of",
                "odds-let", "part", "part-line", "many", "order", "points", "kinds", "two",
                "two-one", "within", "within-first", "scale", "pooled"
            })
    void withEnoughAnswersEveryFigureThatIsShownIsKnown(String id) {
        Case models = Case.models(ROWS);
        CompiledClaim claim =
                models.claims().stream()
                        .filter(each -> each.claim().id().equals(id))
                        .findFirst()
                        .orElseThrow();

        Outcome outcome = claim.estimate(claim.summarise(models.prepared()), Depth.FULL);

        assertThat(outcome.estimates())
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.estimate()).isInstanceOf(Estimate.Known.class));
    }
}
