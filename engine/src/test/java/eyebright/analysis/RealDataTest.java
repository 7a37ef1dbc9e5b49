package eyebright.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eyebright.analysis.Reference.Expected;
import eyebright.check.StudyFolder;
import eyebright.frame.Frame;
import eyebright.frame.TableReader;
import eyebright.plan.Place;
import eyebright.source.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The studies of real answers through [Findings#of], against what R says of them: every row of the
/// reference that a finding of theirs speaks of.
class RealDataTest {

    private static final Map<String, String> TABLES =
            Map.of(
                    "big-five", "bfi.csv",
                    "students", "students.csv",
                    "volunteering", "cowles.csv");

    /// A claim of a study, and where its finding holds what a row says.
    record Source(String study, String claim, Function<String, Place> places) {}

    private static final Map<String, Source> SOURCES =
            Map.ofEntries(
                    tables("students Sex x W.Hnd", "students", "sex-and-writing-hand"),
                    tables("students Smoke x Exer", "students", "smoking-and-exercise"),
                    tables("students Fold x Clap", "students", "folding-and-clapping"),
                    tables("cowles sex x volunteer", "volunteering", "sex-and-volunteering"),
                    means("cowles volunteer by sex", "volunteering", "volunteer-by-sex"),
                    means("students Height by Sex", "students", "height-by-sex"),
                    means("students Pulse by Sex", "students", "pulse-by-sex"),
                    means("TOST students Pulse by Sex, bound 4", "students", "pulse-by-sex"),
                    severalMeans("students Pulse by Exer", "students", "pulse-by-exercise"),
                    means(
                            "cowles extraversion by volunteer",
                            "volunteering",
                            "extraversion-by-volunteering"),
                    means("cowles neuroticism by sex", "volunteering", "neuroticism-by-sex"),
                    means(
                            "TOST cowles extraversion by sex, bound 0.8",
                            "volunteering",
                            "extraversion-by-sex"),
                    means("bfi N4 by gender", "big-five", "n4-by-gender"),
                    means("bfi age by gender", "big-five", "age-by-gender"),
                    severalMeans("bfi age by education", "big-five", "age-by-education"),
                    correlation(
                            "cowles neuroticism, extraversion",
                            "volunteering",
                            "neuroticism-and-extraversion"),
                    correlation("students Height, Wr.Hnd", "students", "height-and-hand"),
                    correlation("bfi A1, A2", "big-five", "caring-little-and-asking"),
                    correlation("bfi age, O1", "big-five", "age-and-ideas"),
                    model("bfi age ~ education + gender", "big-five", "age-education-gender"),
                    model(
                            "cowles volunteer ~ sex + neuroticism*extraversion",
                            "volunteering",
                            "who-volunteers.whole"),
                    model("bfi A2 ordinal ~ gender + age", "big-five", "asking-by-gender-and-age"),
                    reliability(
                            "bfi scale A (complete cases, reverse A1)", "agreeableness-reliable"),
                    reliability("bfi scale N (complete cases, reverse )", "neuroticism-reliable"),
                    reliability(
                            "bfi scale O (complete cases, reverse O2+O5)", "openness-reliable"));

    private static Map.Entry<String, Source> tables(String name, String study, String claim) {
        return Map.entry(name, new Source(study, claim, Place::inTable));
    }

    private static Map.Entry<String, Source> means(String name, String study, String claim) {
        return Map.entry(name, new Source(study, claim, Place::inGroups));
    }

    private static Map.Entry<String, Source> severalMeans(String name, String study, String claim) {
        return Map.entry(name, new Source(study, claim, Place::inSeveralGroups));
    }

    private static Map.Entry<String, Source> correlation(String name, String study, String claim) {
        return Map.entry(name, new Source(study, claim, Place::inCorrelation));
    }

    private static Map.Entry<String, Source> model(String name, String study, String claim) {
        return Map.entry(name, new Source(study, claim, Place::inModel));
    }

    private static Map.Entry<String, Source> reliability(String name, String claim) {
        return Map.entry(name, new Source("big-five", claim, Place::inReliability));
    }

    private static Findings findings(String study) {
        try {
            StudyFolder folder =
                    ((StudyFolder.Reading.Valid)
                                    StudyFolder.read(Path.of("../studies").resolve(study)))
                            .folder();
            Path table =
                    Path.of("../studies/data").resolve(Objects.requireNonNull(TABLES.get(study)));
            try (var in = Files.newBufferedReader(table)) {
                Frame frame =
                        TableReader.read(table.toString(), in, folder.study(), new Problems());
                return Findings.of(folder.study(), folder.scales(), folder.plan(), frame);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    record Case(Finding finding, Place place, Expected expected) {

        @Override
        public String toString() {
            return expected.toString();
        }
    }

    private static Stream<Case> cases() {
        Map<String, Findings> findings =
                TABLES.keySet().stream()
                        .collect(Collectors.toMap(Function.identity(), RealDataTest::findings));
        return Reference.rows().map(row -> found(row, findings));
    }

    private static Case found(Expected row, Map<String, Findings> findings) {
        Source source = Objects.requireNonNull(SOURCES.get(row.name()), row.name());
        Place place = source.places().apply(row.quantity());
        String id = source.claim() + place.beside();
        Finding finding =
                Objects.requireNonNull(findings.get(source.study())).findings().stream()
                        .flatMap(each -> Stream.concat(Stream.of(each), each.beside().stream()))
                        .filter(each -> each.id().equals(id))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("no finding " + id));
        return new Case(finding, place, row);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void findingsSayWhatRSays(Case each) {
        Expected expected = each.expected();

        double found = each.place().in(each.finding());

        assertThat(found).isCloseTo(expected.value(), within(expected.reach()));
    }

    @Test
    void everyCaseHasRows() {
        Set<String> names = Reference.rows().map(Expected::name).collect(Collectors.toSet());

        assertThat(names).isEqualTo(SOURCES.keySet());
    }

    @Test
    void theRowsAreThoseOfTheReference() {
        assertThat(Reference.whole()).containsAll(Reference.cut());
    }
}
