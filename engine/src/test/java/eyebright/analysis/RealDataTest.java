package eyebright.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eyebright.stats.Estimate;
import eyebright.stats.Interval;
import eyebright.stats.TestResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Real answers through [Findings#of], against what R says of them. `expected.csv` holds the rows of the
/// reference whose analyses are built.
class RealDataTest {

    private static final Folder STUDENTS =
            new Folder(
                            """
                            - page: all
                              title: Students
                              questions:
                                - {id: sex, ask: Sex?, one-of: [{female: Female}, {male: Male}], column: Sex}
                                - {id: hand, ask: Writing hand?, one-of: [{left: Left}, {right: Right}], column: W.Hnd}
                                - {id: fold, ask: Which arm on top?, one-of: [{left: L on R}, {neither: Neither}, {right: R on L}], column: Fold}
                                - {id: clap, ask: Which hand on top?, one-of: [{left: Left}, {neither: Neither}, {right: Right}], column: Clap}
                                - {id: exercise, ask: Exercise?, one-of: [{freq: Freq}, {none: None}, {some: Some}], column: Exer}
                                - {id: smoke, ask: Smoke?, one-of: [{heavy: Heavy}, {never: Never}, {occas: Occas}, {regul: Regul}], column: Smoke}
                                - {id: pulse, ask: Pulse?, number: {from: 20, to: 200, unit: beats a minute}, column: Pulse}
                                - {id: height, ask: Height?, number: {from: 100, to: 250, unit: cm, decimals: 2}, column: Height}
                            """)
                    .with(
                            "plan.yaml",
                            """
                            - {claim: hand, asks: a?, says: b, table: [sex, hand]}
                            - {claim: smoke, asks: a?, says: b, table: [smoke, exercise]}
                            - {claim: fold, asks: a?, says: b, table: [fold, clap]}
                            - {claim: height, asks: a?, says: b, compare: height, between: {sex: [female, male]}}
                            - {claim: pulse, asks: a?, says: b, compare: pulse, between: sex}
                            """);

    private static final Folder VOLUNTEERING =
            new Folder(
                            """
                            - page: all
                              title: Volunteering
                              questions:
                                - {id: sex, ask: Sex?, one-of: [{female: Female}, {male: Male}]}
                                - {id: volunteer, ask: Would you take part?, one-of: [{"no": "No"}, {"yes": "Yes"}]}
                            """)
                    .with(
                            "plan.yaml",
                            """
                            - {claim: together, asks: a?, says: b, table: [sex, volunteer]}
                            - {claim: difference, asks: a?, says: b, compare: volunteer, between: {sex: [female, male]}}
                            """);

    private static final Folder BIG_FIVE =
            new Folder(
                            """
                            - page: all
                              title: Big five
                              questions:
                                - {id: gender, ask: Gender?, one-of: [{man: Man}, {woman: Woman}]}
                                - {id: age, ask: Age?, number: {from: 3, to: 100, unit: years}}
                                - id: traits
                                  ask: How accurate?
                                  rate: [{blue: "Often feel blue", column: N4}]
                                  points: {from: 1, to: 6, low: very inaccurate, high: very accurate}
                            """)
                    .with(
                            "plan.yaml",
                            """
                            - {claim: age, asks: a?, says: b, compare: age, between: {gender: [man, woman]}}
                            - {claim: blue, asks: a?, says: b, compare: traits.blue, between: {gender: [man, woman]}}
                            """);

    /// Where a finding says what a row of the reference says: name of ours, and which part of it.
    private static final Map<String, List<String>> PLACES =
            Map.ofEntries(
                    Map.entry("welch_t", List.of("welch_t", "statistic")),
                    Map.entry("welch_df", List.of("welch_t", "df")),
                    Map.entry("welch_p", List.of("welch_t", "p")),
                    Map.entry("diff_low", List.of("difference", "low")),
                    Map.entry("diff_high", List.of("difference", "high")),
                    Map.entry("low", List.of("difference", "low")),
                    Map.entry("high", List.of("difference", "high")),
                    Map.entry("chi2", List.of("chi2", "statistic")),
                    Map.entry("df", List.of("chi2", "df")),
                    Map.entry("p", List.of("chi2", "p")),
                    Map.entry("G", List.of("G", "statistic")),
                    Map.entry("G_p", List.of("G", "p")),
                    Map.entry("V_low", List.of("V", "low")),
                    Map.entry("V_high", List.of("V", "high")),
                    Map.entry("fisher_p", List.of("fisher_p", "p")),
                    Map.entry("fisher_low", List.of("fisher_or", "low")),
                    Map.entry("fisher_high", List.of("fisher_or", "high")));

    record Expected(String name, String quantity, double value, double tolerance) {

        @Override
        public String toString() {
            return name + ": " + quantity;
        }
    }

    record Case(Finding finding, Expected expected) {

        @Override
        public String toString() {
            return expected.toString();
        }
    }

    private static Stream<Case> cases() {
        Findings students = STUDENTS.findings(answers("students.csv"));
        Findings cowles = VOLUNTEERING.findings(answers("cowles.csv"));
        Findings bfi = BIG_FIVE.findings(answers("bfi.csv"));
        Map<String, Finding> findings =
                Map.of(
                        "students Sex x W.Hnd", students.findings().get(0),
                        "students Smoke x Exer", students.findings().get(1),
                        "students Fold x Clap", students.findings().get(2),
                        "students Height by Sex", students.findings().get(3),
                        "students Pulse by Sex", students.findings().get(4),
                        "cowles sex x volunteer", cowles.findings().get(0),
                        "cowles volunteer by sex", cowles.findings().get(1),
                        "bfi age by gender", bfi.findings().get(0),
                        "bfi N4 by gender", bfi.findings().get(1));
        return expected()
                .map(
                        row ->
                                new Case(
                                        Objects.requireNonNull(
                                                findings.get(row.name()), row.name()),
                                        row))
                // Of a larger table Fisher's test is not built yet.
                .filter(
                        each ->
                                !each.expected().quantity().startsWith("fisher")
                                        || each.expected().name().endsWith("volunteer")
                                        || each.expected().name().endsWith("W.Hnd"));
    }

    /// The tables that the shipped studies are analysed on.
    private static String answers(String file) {
        try {
            return Files.readString(Path.of("../studies/data", file));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Stream<Expected> expected() {
        return Folder.resource("expected.csv")
                .lines()
                .skip(1)
                .map(line -> line.substring(1).split("\",\"?|,\"", 5))
                .map(
                        cells ->
                                new Expected(
                                        cells[0],
                                        cells[1],
                                        Double.parseDouble(cells[2]),
                                        Double.parseDouble(cells[3])));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void findingsSayWhatRSays(Case each) {
        Expected expected = each.expected();
        List<String> place =
                PLACES.getOrDefault(expected.quantity(), List.of(expected.quantity(), "value"));

        double found = part(each.finding(), place.get(0), place.get(1));

        // R solves for the odds ratio and its limits to 1.2e-4 only; `stats` holds ours to 40
        // digits.
        double trusted = place.getFirst().equals("fisher_or") ? 1.2e-4 : expected.tolerance();
        double tolerance = trusted * Math.max(1, Math.abs(expected.value()));
        assertThat(found).isCloseTo(expected.value(), within(tolerance));
    }

    private static double part(Finding finding, String name, String part) {
        if (List.of("statistic", "df", "p").contains(part)) {
            TestResult test =
                    finding.tests().stream()
                            .map(Tested::result)
                            .filter(each -> each.name().equals(name))
                            .findFirst()
                            .orElseThrow(() -> new AssertionError("no test " + name));
            return switch (part) {
                case "statistic" -> test.statistic().getAsDouble();
                case "df" -> test.df().getFirst();
                default -> test.p();
            };
        }
        var known = (Estimate.Known) finding.estimate(name);
        return switch (part) {
            case "low" -> known.interval().map(Interval::low).orElseThrow();
            case "high" -> known.interval().map(Interval::high).orElseThrow();
            default -> known.value();
        };
    }
}
