package eyebright.stats.careless;

import static eyebright.stats.reference.ExpectedValues.known;

import eyebright.stats.careless.PsychometricSynonyms.Kind;
import eyebright.stats.reference.CsvTable;
import eyebright.stats.reference.ExpectedValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// All indices of real respondents against R.
class CarelessReferenceTest {

    private static final Set<String> REVERSED = Set.of("A1", "C4", "C5", "E1", "E2", "O2", "O5");
    private static final List<String> ITEMS =
            Stream.of("A", "C", "E", "N", "O")
                    .flatMap(factor -> IntStream.rangeClosed(1, 5).mapToObj(i -> factor + i))
                    .toList();
    private static final List<Answers> RESPONDENTS = respondents();
    private static final PsychometricSynonyms SYNONYMS =
            PsychometricSynonyms.among(RESPONDENTS, Kind.SYNONYMS, 0.5);
    private static final PsychometricSynonyms ANTONYMS =
            PsychometricSynonyms.among(RESPONDENTS, Kind.ANTONYMS, 0.4);
    private static final MahalanobisDistance DISTANCE = MahalanobisDistance.among(RESPONDENTS);

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7})
    void indicesOfARespondentAgreeWithR(int number) {
        var answers = RESPONDENTS.get(number - 1);
        ExpectedValues.in("more/careless.csv", "respondent " + number)
                .areMetBy(
                        Map.of(
                                "run",
                                known(LongestRun.of(answers)).value(),
                                "sd",
                                known(IndividualVariability.of(answers)).value(),
                                "even_odd",
                                known(EvenOddConsistency.of(scales(answers))).value(),
                                "synonyms",
                                known(SYNONYMS.of(answers)).value(),
                                "antonyms",
                                known(ANTONYMS.of(answers)).value(),
                                "D2",
                                known(DISTANCE.of(answers)).value(),
                                "p",
                                DISTANCE.p(answers).orElseThrow()));
    }

    @Test
    void pairsAreThoseThatRFinds() {
        ExpectedValues.in("more/careless.csv", "pairs")
                .areMetBy(
                        Map.of(
                                "synonyms",
                                (double) SYNONYMS.pairs().size(),
                                "antonyms",
                                (double) ANTONYMS.pairs().size()));
    }

    private static List<Answers> respondents() {
        var table = CsvTable.read("data/bfi.csv").complete(ITEMS.toArray(String[]::new));
        return table.rows().stream()
                .limit(500)
                .map(
                        row ->
                                Answers.complete(
                                        ITEMS.stream()
                                                .mapToDouble(
                                                        item ->
                                                                Double.parseDouble(
                                                                        table.cell(row, item)))
                                                .toArray()))
                .toList();
    }

    private static List<Answers> scales(Answers answers) {
        List<Answers> scales = new ArrayList<>();
        for (int first = 0; first < ITEMS.size(); first += 5) {
            scales.add(
                    Answers.complete(
                            IntStream.range(first, first + 5)
                                    .mapToDouble(
                                            i ->
                                                    REVERSED.contains(ITEMS.get(i))
                                                            ? 7 - answers.value(i)
                                                            : answers.value(i))
                                    .toArray()));
        }
        return scales;
    }
}
