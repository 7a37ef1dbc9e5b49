package eyebright.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.check.StudyFolder;
import eyebright.frame.Frame;
import eyebright.frame.Frames;
import eyebright.frame.Origin;
import eyebright.freeze.Begun;
import eyebright.freeze.Deviation;
import eyebright.freeze.Standing;
import eyebright.freeze.TimeStamp;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Findings of a plan that is frozen, and of one that is not.
class FrozenFindingsTest {

    private static final Standing FROZEN =
            new Standing(
                    LocalDate.of(2026, 11, 22),
                    1,
                    2,
                    0,
                    "a".repeat(64),
                    "b".repeat(64),
                    Optional.of(
                            new TimeStamp(
                                    Instant.parse("2026-11-22T10:00:00Z"),
                                    "Clock",
                                    TimeStamp.Trust.SELF_CONSISTENT)),
                    List.of("https://osf.io/abcde"),
                    Set.of("most-wave"),
                    List.of(
                            new Deviation(
                                    Deviation.Of.PLAN,
                                    Set.of("no-gender-difference"),
                                    "the margin of no-gender-difference was 10 points and is now 12 points")),
                    Optional.of(new Begun(0, 60, 3)));

    private StudyFolder study;

    @BeforeEach
    void read() throws IOException {
        Path folder = Path.of("src/test/resources/eyebright/registration/greetings");
        study = ((StudyFolder.Reading.Valid) StudyFolder.read(folder)).folder();
    }

    @Test
    void ofRealAnswersThereIsNoVerdictBeforeThePlanIsFrozen() {
        Findings findings = of(Optional.empty(), new Origin.Real());

        assertThat(findings.findings())
                .allSatisfy(
                        finding -> {
                            assertThat(finding.planned()).isEmpty();
                            assertThat(finding.verdict()).isEmpty();
                            assertThat(finding.why()).isEqualTo("the plan is not frozen");
                        });
    }

    @Test
    void ofAFrozenPlanThereIsOneAndEachFindingIsPlannedOrExploratory() {
        Findings findings = of(Optional.of(FROZEN), new Origin.Real());

        assertThat(finding(findings, "most-wave").planned()).hasValue(true);
        assertThat(finding(findings, "most-wave").verdict()).isPresent();
        assertThat(finding(findings, "no-gender-difference").planned()).hasValue(false);
        assertThat(finding(findings, "warmth-with-hellos").beside())
                .allSatisfy(beside -> assertThat(beside.planned()).hasValue(false));
    }

    @Test
    void rehearsedAnswersAreJudgedFrozenOrNot() {
        Findings findings = of(Optional.empty(), new Origin.Rehearsed("even:1"));

        assertThat(finding(findings, "most-wave").verdict()).isPresent();
        assertThat(finding(findings, "most-wave").planned()).isEmpty();
    }

    @Test
    void whatWasWorkedOutBeforeThePlanWasFrozenIsJudgedLater() {
        Findings before = of(Optional.empty(), new Origin.Real());

        Finding now = finding(before.asOf(Optional.of(FROZEN)), "most-wave");

        assertThat(now.planned()).hasValue(true);
        assertThat(now.verdict()).isEmpty();
        assertThat(now.why()).startsWith("the plan was frozen after this was worked out");
    }

    @Test
    void whatIsNoLongerFrozenHasNoVerdict() {
        Findings frozen = of(Optional.of(FROZEN), new Origin.Real());

        assertThat(frozen.asOf(Optional.empty()))
                .isEqualTo(of(Optional.empty(), new Origin.Real()));
    }

    @Test
    void jsonKeepsEverythingThatWasFrozen() {
        Findings findings = of(Optional.of(FROZEN), new Origin.Real());
        String json = FindingsJson.write(findings);

        assertThat(json).contains("\"frozen\" : \"2026-11-22\"");
        assertThat(FindingsJson.read(json).plan()).isEqualTo(findings.plan());
        assertThat(FindingsJson.write(FindingsJson.read(json))).isEqualTo(json);
    }

    @Test
    void jsonKeepsWhatIsNotKnown() {
        var bare =
                new Standing(
                        FROZEN.day(),
                        1,
                        1,
                        0,
                        FROZEN.planHash(),
                        FROZEN.hash(),
                        Optional.empty(),
                        List.of(),
                        Set.of(),
                        List.of(),
                        Optional.empty());
        Findings findings = of(Optional.of(bare), new Origin.Real());

        assertThat(FindingsJson.read(FindingsJson.write(findings)).plan().frozen()).hasValue(bare);
    }

    private Findings of(Optional<Standing> frozen, Origin origin) {
        Frame frame =
                Frames.of(study.study(), study.population().rehearse(study.study(), 60, 1), origin);
        return Findings.of(study.study(), study.scales(), study.plan(), frozen, frame);
    }

    private static Finding finding(Findings findings, String id) {
        return findings.findings().stream()
                .filter(finding -> finding.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
