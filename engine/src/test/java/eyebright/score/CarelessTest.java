package eyebright.score;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.frame.Column;
import eyebright.frame.Frame;
import eyebright.frame.Specimen;
import eyebright.source.Problems;
import eyebright.source.Sources;
import eyebright.study.Draw;
import eyebright.study.Question;
import eyebright.study.Study;
import eyebright.study.StudyReader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CarelessTest {

    private static final String QUESTIONS =
            """
            - page: one
              title: One
              questions:
                - id: a
                  ask: How are you?
                  rate: [{i1: A}, {i2: B}, {i3: C}, {i4: D}]
                  points: {from: 1, to: 9, low: not, high: very}
                - id: other
                  ask: How warm?
                  rating: {from: 0, to: 10, low: not, high: very}
            - page: two
              title: Two
              questions:
                - id: b
                  ask: And now?
                  rate: [{i1: A}, {i2: B}, {i3: C}, {i4: D}]
                  points: {from: 1, to: 9, low: not, high: very}
            """;
    private static final String SCALES =
            """
            - {scale: first, items: [a.i1, a.i2, b.i1, b.i2], reversed: [a.i2]}
            - {scale: second, items: [a.i3, b.i3], reversed: [b.i3]}
            - {scale: third, items: [a.i4, b.i4], reversed: [b.i4]}
            - {scale: straight, items: [a.i1, a.i2]}
            """;
    private static final String RUN =
            "- {careless: longest-run, scales: [first, second, third], above: 4, because: repeated one answer}\n";
    private static final String EVEN_ODD =
            "- {careless: even-odd, scales: [first, second, third], below: 0.3, because: contradicted themselves}\n";

    private final Problems problems = new Problems();

    private Frame scored(String questions, String scales, String csv) {
        Map<String, String> files = Map.of("scales.yaml", SCALES + scales);
        Sources sources = Specimen.sources("", questions, files);
        Study study = StudyReader.read(sources, problems).orElseThrow();
        Scales read = ScalesReader.read(sources, study, problems);
        assertThat(Specimen.said(problems)).isEqualTo("\n");
        return read.score(Specimen.read(csv, study, problems));
    }

    private static List<Double> flags(Frame frame) {
        var flags = (Column.Numbers) frame.column(Scales.FLAGS);
        return IntStream.range(0, frame.size()).mapToObj(flags::value).toList();
    }

    @Test
    void longRunOfOneAnswerIsAFlagAndAGapEndsIt() {
        Frame frame =
                scored(
                        QUESTIONS,
                        RUN,
                        """
                        respondent,a.i1,a.i2,a.i3,a.i4,b.i1,b.i2,b.i3,b.i4
                        r1,7,7,7,7,7,1,2,3
                        r2,7,7,7,7,1,7,7,7
                        r3,7,7,7,(skipped),7,7,7,7
                        r4,(skipped),(skipped),(skipped),(skipped),(skipped),(skipped),(skipped),(skipped)
                        """);

        assertThat(flags(frame)).containsExactly(1.0, 0.0, 0.0, 0.0);
    }

    @Test
    void runIsCountedInTheOrderThatWasDrawnForTheRespondent() {
        String drawn =
                QUESTIONS.replace("ask: How are you?", "ask: How are you?\n      order: random");
        Study study = Specimen.study("", drawn);
        var rate = (Question.Rate) study.pages().getFirst().questions().getFirst();
        List<String> ids = IntStream.range(0, 40).mapToObj(i -> "r" + (100 + i)).toList();
        String csv =
                ids.stream()
                        .map(id -> id + ",1,7,7,7,7,7,3,4\n")
                        .collect(
                                Collectors.joining(
                                        "",
                                        "respondent,a.i1,a.i2,a.i3,a.i4,b.i1,b.i2,b.i3,b.i4\n",
                                        ""));
        // i1 differs from the other three; those after it and the first two of page two are one
        // run.
        List<Double> expected =
                ids.stream()
                        .map(
                                id ->
                                        IntStream.range(0, 4)
                                                .filter(
                                                        place ->
                                                                Draw.of(id)
                                                                        .items(rate)
                                                                        .get(place)
                                                                        .code()
                                                                        .equals("i1"))
                                                .sum())
                        .map(place -> 3 - place + 2 > 4 ? 1.0 : 0.0)
                        .toList();

        assertThat(flags(scored(drawn, RUN, csv))).isEqualTo(expected);
        assertThat(Set.copyOf(expected)).containsExactlyInAnyOrder(0.0, 1.0);
    }

    @Test
    void whatBatteriesTellOfARunIsWhatTheDrawnOrderShows() {
        String drawn =
                QUESTIONS
                        .replace("ask: How are you?", "ask: How are you?\n      order: random")
                        .replace("ask: And now?", "ask: And now?\n      order: random");
        var random = new SplittableRandom(3);
        var csv = new StringBuilder("respondent,a.i1,a.i2,a.i3,a.i4,b.i1,b.i2,b.i3,b.i4\n");
        for (int i = 0; i < 400; i++) {
            csv.append("r").append(1000 + i);
            for (int item = 0; item < 8; item++) {
                int kind = random.nextInt(12);
                csv.append(kind == 0 ? ",(skipped)" : kind < 3 ? ",1" : ",7");
            }
            csv.append('\n');
        }
        Frame frame = scored(drawn, RUN, csv.toString());
        List<String> items =
                List.of("a.i1", "a.i2", "a.i3", "a.i4", "b.i1", "b.i2", "b.i3", "b.i4");
        var shown = new ShownOrder(Specimen.study("", drawn), Set.copyOf(items));

        List<Double> expected =
                IntStream.range(0, frame.size())
                        .mapToObj(
                                row ->
                                        longest(frame, shown.of(frame.respondents().get(row)), row)
                                                        > 4
                                                ? 1.0
                                                : 0.0)
                        .toList();

        assertThat(flags(frame)).isEqualTo(expected);
        assertThat(expected).contains(0.0, 1.0);
    }

    private static int longest(Frame frame, List<String> order, int row) {
        int longest = 0;
        int run = 0;
        double before = -1;
        for (String item : order) {
            var column = (Column.Numbers) frame.column(item);
            double value = column.isAnswered(row) ? column.value(row) : -1;
            run = value < 0 ? 0 : value == before ? run + 1 : 1;
            before = value;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    @Test
    void halvesThatContradictEachOtherAreAFlagOnceItemsAreTurned() {
        Frame frame =
                scored(
                        QUESTIONS,
                        RUN + EVEN_ODD,
                        """
                        respondent,a.i1,a.i2,a.i3,a.i4,b.i1,b.i2,b.i3,b.i4
                        consistent,9,1,5,2,9,9,5,8
                        straight,7,7,7,7,7,7,7,7
                        contradicting,9,9,5,1,9,1,5,1
                        half,9,1,5,(skipped),9,9,5,8
                        """);

        // One answer to all has equal halves and is only a run, and two scales with both halves are
        // too few for the other.
        assertThat(flags(frame)).containsExactly(0.0, 1.0, 1.0, 0.0);
    }

    @Test
    void everyFaultIsAProblemAtItsPlace() {
        String scales =
                SCALES
                        + """
                        - {scale: warmth, items: [other, a.i1]}
                        - {careless: longest, scales: [first], above: 3, because: b}
                        - {careless: longest-run, scales: [straight, frist, first, first], above: 3, because: b}
                        - {careless: longest-run, scales: [first], below: 3, because: b}
                        - {careless: even-odd, scales: [first, second], below: much}
                        """;

        ScalesReader.read(
                Specimen.sources("", QUESTIONS, Map.of("scales.yaml", scales)),
                Specimen.study("", QUESTIONS),
                problems);

        assertThat(Specimen.said(problems))
                .isEqualTo(
                        """
                        scales.yaml:5:34: error: items of a scale must share one range: "a.i1" goes from 1 to 9, "other" goes from 0 to 10 [scale-item]
                          fix: score them as two scales
                          see: docs/problems/scale-item.md
                        scales.yaml:6:14: error: careless of an index of care must be even-odd or longest-run, not "longest" [wrong-value]
                          fix: write even-odd or longest-run
                          see: docs/problems/wrong-value.md
                        scales.yaml:7:36: error: scale "straight" must have items keyed both ways, or one answer throughout may be an opinion [scale-item]
                          fix: take it out of the scales
                          see: docs/problems/scale-item.md
                        scales.yaml:7:46: error: no scale "frist" stands above; nearest is "first" [unknown-variable]
                          fix: write first
                          see: docs/problems/unknown-variable.md
                        scales.yaml:7:60: error: scale "first" stands twice here [duplicate-id]
                          fix: take one of the two out
                          see: docs/problems/duplicate-id.md
                        scales.yaml:8:3: error: an index of care has no above [missing-key]
                          fix: add above: to it
                          see: docs/problems/missing-key.md
                        scales.yaml:8:44: error: "below" is no key of an index of care [unknown-key]
                          fix: delete it; there are above, because, careless, scales
                          see: docs/problems/unknown-key.md
                        scales.yaml:9:3: error: an index of care has no because [missing-key]
                          fix: add because: to it
                          see: docs/problems/missing-key.md
                        scales.yaml:9:24: error: scales of an index of care must be 3 or more here, not 2 [scale-item]
                          fix: name more scales
                          see: docs/problems/scale-item.md
                        scales.yaml:9:56: error: below of an index of care must be a number such as 12 or 0.5, not "much" [wrong-value]
                          fix: write a number such as 12 or 0.5
                          see: docs/problems/wrong-value.md
                        """);
    }
}
