package eyebright.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawTest {

    /// Printed by `DrawVectors.py` beside the resources, from the words of [Draw] alone.
    @Test
    void ordersAreThoseOfTheVectors() {
        Draw draw = Draw.of("r-7f3a");

        assertThat(draw.shuffled("options:felt", List.of("a", "b", "c", "d", "e")))
                .containsExactly(FIVE);
        assertThat(draw.shuffled("items:traits", numbers(40))).containsExactly(FORTY);
    }

    @Test
    void theSameIdGivesTheSameOrderAndAnotherGivesAnother() {
        assertThat(Draw.of("a").shuffled("x", numbers(40)))
                .isEqualTo(Draw.of("a").shuffled("x", numbers(40)))
                .isNotEqualTo(Draw.of("b").shuffled("x", numbers(40)))
                .isNotEqualTo(Draw.of("a").shuffled("y", numbers(40)))
                .containsExactlyInAnyOrderElementsOf(numbers(40));
    }

    /// 23 degrees of freedom: 49.73 is passed by chance once in a thousand; these draws are fixed.
    @Test
    void everyOrderOfFourIsAboutEquallyLikely() {
        Map<List<Integer>, Integer> counts = new HashMap<>();
        for (int i = 0; i < 24_000; i++) {
            counts.merge(Draw.of("respondent-" + i).shuffled("x", numbers(4)), 1, Integer::sum);
        }
        double chiSquared =
                counts.values().stream().mapToDouble(n -> (n - 1000.0) * (n - 1000) / 1000).sum();

        assertThat(counts).hasSize(24);
        assertThat(chiSquared).isLessThan(49.73);
    }

    @Test
    void nothingAndOneStay() {
        assertThat(Draw.of("a").shuffled("x", List.of())).isEmpty();
        assertThat(Draw.of("a").shuffled("x", List.of("only"))).containsExactly("only");
    }

    @Test
    void whatStandsAloneStaysLast() {
        Question felt = Studies.whole().question("felt").orElseThrow();
        Set<List<String>> orders = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            List<String> order = Draw.of("r" + i).options(felt).stream().map(Option::code).toList();
            assertThat(order.getLast()).isEqualTo("none");
            orders.add(order);
        }
        assertThat(orders)
                .containsExactlyInAnyOrder(
                        List.of("joy", "fear", "none"), List.of("fear", "joy", "none"));
    }

    @Test
    void whatIsNotRandomStaysAsWritten() {
        Study study = Studies.whole();
        for (int i = 0; i < 20; i++) {
            Draw draw = Draw.of("r" + i);
            assertThat(draw.options(study.question("adult").orElseThrow()))
                    .extracting(Option::code)
                    .containsExactly("yes", "no");
            assertThat(draw.questions(study.page("more").orElseThrow()))
                    .extracting(Question::id)
                    .containsExactly("warmth", "traits", "age", "rarely", "word", "note");
        }
    }

    @Test
    void blocksChangePlacesAsAWhole() {
        Study study =
                Studies.of(
                        "blocks-in-random-order: [x, y, z]\n",
                        """
                        - {page: first, title: A, questions: [{id: q0, say: A}]}
                        - {page: x1, title: A, block: x, questions: [{id: q1, say: A}]}
                        - {page: x2, title: A, block: x, questions: [{id: q2, say: A}]}
                        - {page: middle, title: A, block: other, questions: [{id: q3, say: A}]}
                        - {page: y1, title: A, block: y, questions: [{id: q4, say: A}]}
                        - {page: z1, title: A, block: z, questions: [{id: q5, say: A}]}
                        - {page: last, title: A, questions: [{id: q6, say: A}]}
                        """);
        Set<String> orders = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            orders.add(
                    String.join(
                            " ", Draw.of("r" + i).pages(study).stream().map(Page::id).toList()));
        }

        assertThat(orders)
                .containsExactlyInAnyOrder(
                        "first x1 x2 middle y1 z1 last",
                        "first x1 x2 middle z1 y1 last",
                        "first y1 middle x1 x2 z1 last",
                        "first y1 middle z1 x1 x2 last",
                        "first z1 middle x1 x2 y1 last",
                        "first z1 middle y1 x1 x2 last");
    }

    @Test
    void theLogSaysWhatWasDrawnAndOnlyThat() {
        Study study = Studies.whole();
        Draw draw = Draw.of("r-1");
        Page day = study.page("day").orElseThrow();

        assertThat(draw.shown(study.page("who").orElseThrow())).isEmpty();
        assertThat(draw.shown(day))
                .matches("page=[a-z,]+ felt=(joy,fear|fear,joy),none")
                .contains(
                        "page="
                                + String.join(
                                        ",",
                                        draw.questions(day).stream().map(Question::id).toList()));
        assertThat(draw.shown(study.page("more").orElseThrow()))
                .matches("traits=(shy,bold|bold,shy)");
    }

    private static List<Integer> numbers(int size) {
        return IntStream.range(0, size).boxed().toList();
    }

    private static final String[] FIVE = {"d", "a", "e", "b", "c"};

    private static final Integer[] FORTY = {
        37, 29, 14, 6, 21, 2, 13, 31, 5, 25, 11, 20, 4, 1, 10, 28, 36, 35, 8, 38, 9, 34, 17, 7, 16,
        19, 12, 0, 23, 32, 27, 15, 39, 18, 33, 26, 30, 24, 22, 3
    };
}
