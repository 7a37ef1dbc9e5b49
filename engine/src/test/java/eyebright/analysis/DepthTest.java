package eyebright.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eyebright.check.StudyFolder;
import eyebright.frame.Frame;
import eyebright.plan.Analysis;
import eyebright.respondents.Respondents;
import eyebright.stats.Estimate;
import eyebright.stats.Estimate.Known;
import eyebright.stats.TestResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DepthTest {

    private static final double CLOSE = 1e-8;

    /// By study: its respondents are solved once.
    private static final Map<String, Rehearsed> STUDIES = new ConcurrentHashMap<>();

    private record Rehearsed(StudyFolder folder, Respondents respondents) {}

    @ParameterizedTest(name = "{1} of {0}, seed {2}")
    @CsvSource({
        "tears, 12, 1",
        "tears, 12, 2",
        "tears, 25, 3",
        "tears, 60, 1",
        "tears, 60, 2",
        "tears, 100, 4",
        "tears, 300, 1",
        "tears, 684, 5",
        "big-five, 60, 1",
        "big-five, 400, 2",
        "volunteering, 60, 1",
        "volunteering, 200, 2",
        "students, 60, 1",
        "students, 400, 2",
        "hello, 40, 1"
    })
    void whatDecidesIsTheSameAtBothDepthsButForLimits(String study, int respondents, long seed) {
        Rehearsed rehearsed = STUDIES.computeIfAbsent(study, DepthTest::read);
        StudyFolder folder = rehearsed.folder();
        Frame frame = rehearsed.respondents().frame(seed, 0, respondents);
        Frame prepared = Findings.prepared(folder.scales(), folder.plan(), frame);

        for (CompiledClaim claim : claims(folder)) {
            Summary summary = claim.summarise(prepared);
            areTheSame(
                    claim.claim().id(),
                    claim.estimate(summary, Depth.FULL),
                    claim.estimate(summary, Depth.VERDICT));
        }
    }

    private static Rehearsed read(String study) {
        try {
            StudyFolder folder =
                    ((StudyFolder.Reading.Valid) StudyFolder.read(Path.of("../studies", study)))
                            .folder();
            return new Rehearsed(folder, folder.respondents());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// All that are estimated, but for those with imputation, which knows no depth and takes long.
    private static List<CompiledClaim> claims(StudyFolder folder) {
        return CompiledPlan.of(folder.plan(), folder.study(), folder.scales()).claims().stream()
                .flatMap(
                        claim ->
                                Stream.concat(
                                        Stream.of(claim),
                                        claim.beside().stream().map(each -> each.compiled())))
                .filter(claim -> !(claim.claim().analysis() instanceof Analysis.Imputed))
                .toList();
    }

    /// What the depth of a verdict gives is what a reader sees, but for how limits are found.
    private static void areTheSame(String claim, Outcome full, Outcome verdict) {
        assertThat(verdict.n()).as(claim).isEqualTo(full.n());
        assertThat(verdict.tests().stream().map(TestResult::name).findFirst())
                .as("the test that decides " + claim)
                .isEqualTo(full.tests().stream().map(TestResult::name).findFirst());
        Map<String, TestResult> tests =
                full.tests().stream().collect(Collectors.toMap(TestResult::name, each -> each));
        for (TestResult each : verdict.tests()) {
            String name = "%s of %s".formatted(each.name(), claim);
            assertThat(tests).as(name).containsKey(each.name());
            assertThat(each.p())
                    .as(name)
                    .isCloseTo(Objects.requireNonNull(tests.get(each.name())).p(), within(CLOSE));
        }
        assertThat(verdict.bayesFactor()).as(claim).isEmpty();
        Map<String, Estimate> estimates =
                full.estimates().stream()
                        .collect(Collectors.toMap(NamedEstimate::name, NamedEstimate::estimate));
        assertThat(verdict.estimates().stream().map(NamedEstimate::name).findFirst())
                .as("the first figure of " + claim)
                .isEqualTo(full.estimates().stream().map(NamedEstimate::name).findFirst());
        for (NamedEstimate each : verdict.estimates()) {
            String name = "%s of %s".formatted(each.name(), claim);
            assertThat(estimates).as(name).containsKey(each.name());
            areTheSame(
                    name,
                    Objects.requireNonNull(estimates.get(each.name())),
                    each.estimate(),
                    each.name().equals("dispersion"));
        }
    }

    private static void areTheSame(String name, Estimate full, Estimate verdict, boolean isBare) {
        if (!(full instanceof Known(double value, var interval, int n))) {
            assertThat(verdict).as(name).isEqualTo(full);
            return;
        }
        assertThat(verdict)
                .as(name)
                .isInstanceOfSatisfying(
                        Known.class,
                        known -> {
                            assertThat(known.value())
                                    .isCloseTo(value, within(CLOSE * (1 + Math.abs(value))));
                            assertThat(known.n()).isEqualTo(n);
                            assertThat(known.interval().isPresent())
                                    .isEqualTo(interval.isPresent() && !isBare);
                        });
    }
}
