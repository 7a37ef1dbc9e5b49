package eyebright.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eyebright.check.StudyFolder;
import eyebright.frame.Frame;
import eyebright.plan.Analysis;
import eyebright.stats.Estimate.Known;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DepthTest {

    private static final double CLOSE = 1e-8;

    @ParameterizedTest(name = "{1} of {0}, seed {2}")
    @CsvSource({
        "tears, 12, 1",
        "tears, 60, 1",
        "tears, 60, 2",
        "tears, 300, 1",
        "big-five, 60, 1",
        "volunteering, 60, 1",
        "students, 60, 1"
    })
    void bothDepthsSayTheSameButForLimits(String study, int respondents, long seed)
            throws IOException {
        StudyFolder folder =
                ((StudyFolder.Reading.Valid) StudyFolder.read(Path.of("../studies", study)))
                        .folder();
        Frame frame = folder.respondents().frame(seed, 0, respondents);
        Frame prepared = Findings.prepared(folder.scales(), folder.plan(), frame);

        for (CompiledClaim claim : claims(folder)) {
            Summary summary = claim.summarise(prepared);
            areTheSame(
                    claim.claim().id(),
                    claim.estimate(summary, Depth.FULL),
                    claim.estimate(summary, Depth.VERDICT));
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

    private static void areTheSame(String claim, Outcome full, Outcome verdict) {
        assertThat(verdict.n()).as(claim).isEqualTo(full.n());
        assertThat(verdict.tests()).as(claim).isEqualTo(full.tests());
        assertThat(verdict.bayesFactor()).as(claim).isEqualTo(full.bayesFactor());
        var named =
                verdict.estimates().stream()
                        .collect(Collectors.toMap(NamedEstimate::name, NamedEstimate::estimate));
        for (NamedEstimate each : full.estimates()) {
            String name = "%s of %s".formatted(each.name(), claim);
            if (each.name().equals("r2_cross_validated")) {
                continue;
            }
            assertThat(named).as(name).containsKey(each.name());
            if (each.estimate() instanceof Known(double value, var interval, int n)) {
                assertThat(Objects.requireNonNull(named.get(each.name())))
                        .as(name)
                        .isInstanceOfSatisfying(
                                Known.class,
                                known -> {
                                    assertThat(known.value())
                                            .isEqualTo(
                                                    value, within(CLOSE * (1 + Math.abs(value))));
                                    assertThat(known.n()).isEqualTo(n);
                                    assertThat(known.interval().isPresent())
                                            .isEqualTo(
                                                    interval.isPresent()
                                                            && !each.name().equals("dispersion"));
                                });
            } else {
                assertThat(named.get(each.name())).as(name).isEqualTo(each.estimate());
            }
        }
    }
}
