package eyebright.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.check.StudyFolder;
import eyebright.frame.Frame;
import eyebright.respondents.Respondents;
import eyebright.stats.Estimate;
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
import org.junit.jupiter.params.provider.MethodSource;

/// The plans that are shipped, on data too few to say anything.
class EveryStudyTest {

    private static final List<Integer> RESPONDENTS = List.of(0, 1, 2, 3, 5, 12, 40);

    private static final Map<String, StudyFolder> STUDIES =
            Stream.of("big-five", "hello", "students", "tears", "volunteering")
                    .collect(Collectors.toMap(name -> name, EveryStudyTest::folder));

    private static final Map<String, Respondents> MADE =
            STUDIES.entrySet().stream()
                    .collect(
                            Collectors.toMap(
                                    Map.Entry::getKey, each -> each.getValue().respondents()));

    private static StudyFolder folder(String name) {
        try {
            return ((StudyFolder.Reading.Valid) StudyFolder.read(Path.of("../studies", name)))
                    .folder();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// Worked out once for every test that looks at them.
    private static final Map<Rehearsal, Findings> FINDINGS = new ConcurrentHashMap<>();

    record Rehearsal(String study, int respondents, long seed) {

        Findings findings() {
            return FINDINGS.computeIfAbsent(this, Rehearsal::workedOut);
        }

        private Findings workedOut() {
            StudyFolder folder = Objects.requireNonNull(STUDIES.get(study));
            Frame frame = Objects.requireNonNull(MADE.get(study)).frame(seed, 0, respondents);
            return Findings.of(folder.study(), folder.scales(), folder.plan(), frame);
        }

        @Override
        public String toString() {
            return "%d of %s, seed %d".formatted(respondents, study, seed);
        }
    }

    private static Stream<Rehearsal> rehearsals() {
        return STUDIES.keySet().stream()
                .sorted()
                .flatMap(
                        study ->
                                RESPONDENTS.stream()
                                        .flatMap(
                                                respondents ->
                                                        Stream.of(1L, 2L)
                                                                .map(
                                                                        seed ->
                                                                                new Rehearsal(
                                                                                        study,
                                                                                        respondents,
                                                                                        seed))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rehearsals")
    void everyClaimHasNumbersOrAReason(Rehearsal rehearsal) {
        Findings findings = rehearsal.findings();

        for (Finding finding : all(findings)) {
            assertThat(finding.estimates().stream().map(NamedEstimate::estimate))
                    .as(finding.id())
                    .allSatisfy(each -> assertThat(numbers(each)).allMatch(Double::isFinite));
            assertThat(finding.tests())
                    .as(finding.id())
                    .allSatisfy(
                            test -> {
                                assertThat(test.result().p()).isBetween(0.0, 1.0);
                                assertThat(test.result().df()).allMatch(Double::isFinite);
                                assertThat(test.result().statistic().orElse(0)).isFinite();
                            });
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rehearsals")
    void findingsComeBackFromTheirJson(Rehearsal rehearsal) {
        Findings findings = rehearsal.findings();

        String json = FindingsJson.write(findings);

        assertThat(json).doesNotContain("NaN").doesNotContain("Infinity");
        assertThat(FindingsJson.write(FindingsJson.read(json))).isEqualTo(json);
        assertThat(FindingsJson.write(PublicFindings.of(findings))).doesNotContain("NaN");
    }

    private static List<Finding> all(Findings findings) {
        return findings.findings().stream()
                .flatMap(finding -> Stream.concat(Stream.of(finding), finding.beside().stream()))
                .toList();
    }

    private static List<Double> numbers(Estimate estimate) {
        return switch (estimate) {
            case Estimate.NotEstimable _ -> List.of();
            case Estimate.Known(double value, var interval, _) ->
                    Stream.concat(
                                    Stream.of(value),
                                    interval.stream()
                                            .flatMap(each -> Stream.of(each.low(), each.high())))
                            .toList();
        };
    }
}
