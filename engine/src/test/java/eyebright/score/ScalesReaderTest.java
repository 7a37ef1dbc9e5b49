package eyebright.score;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.expression.Expression;
import eyebright.frame.Specimen;
import eyebright.source.Problems;
import eyebright.source.Sources;
import eyebright.study.Study;
import eyebright.study.StudyReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScalesReaderTest {

    private static final String QUESTIONS =
            """
            - page: start
              title: Start
              questions:
                - id: traits
                  ask: How are you?
                  rate: [{shy: Shy}, {bold: Bold}, {quiet: Quiet}]
                  points: {from: 1, to: 9, low: not, high: very}
                - id: warmth
                  ask: How warm?
                  rating: {from: 0, to: 10, low: not, high: very}
                - id: greeting
                  ask: How?
                  one-of: [{wave: I wave}, {nod: I nod}]
            """;
    private static final Study STUDY = Specimen.study("", QUESTIONS);

    private final Problems problems = new Problems();

    @Test
    void scalesAndFlagsAreReadInTheOrderOfTheFile() {
        Scales scales =
                read(
                        """
                        - scale: extraversion
                          title: Extraversion
                          items: [traits.bold, traits.shy]
                          reversed: [traits.shy]
                          least: 1
                          score: sum
                        - scale: quietness
                          items: [traits.quiet, traits.shy]
                        - flag: instructed
                          if: traits.quiet != 2
                          because: did not choose the point that was asked for
                        """);

        assertThat(Specimen.said(problems)).isEqualTo("\n");
        assertThat(scales)
                .isEqualTo(
                        new Scales(
                                List.of(
                                        new Scale(
                                                "extraversion",
                                                Optional.of("Extraversion"),
                                                List.of("traits.bold", "traits.shy"),
                                                Set.of("traits.shy"),
                                                1,
                                                Scoring.SUM,
                                                10),
                                        new Scale(
                                                "quietness",
                                                Optional.empty(),
                                                List.of("traits.quiet", "traits.shy"),
                                                Set.of(),
                                                2,
                                                Scoring.MEAN,
                                                10)),
                                List.of(
                                        new Flag(
                                                "instructed",
                                                Expression.of("traits.quiet != 2"),
                                                "did not choose the point that was asked for"))));
    }

    @Test
    void everyFaultIsAProblemAtItsPlace() {
        read(
                """
                - scale: warmth
                  items: [traits.bold, traits.shyy, warmth, greeting, traits.bold]
                  reversed: [traits.quiet]
                - scale: flags
                  items: [traits.bold, traits.shy]
                - scale: one
                  items: [traits.bold]
                  least: 3
                  scores: mean
                - scale: one
                  items: [traits.bold, traits.shy]
                  score: median
                - flag: odd
                  if: traits.bold + greeting > 2
                - flag: unknown
                  if: traits.bolt == 2
                  because: chose what is not there
                - flag: broken
                  if: "traits.bold =="
                  because: wrote half a sentence
                """);

        assertThat(Specimen.said(problems))
                .isEqualTo(
                        """
                        scales.yaml:1:10: error: scale "warmth" is also a question [duplicate-id]
                          fix: rename the scale
                          see: docs/problems/duplicate-id.md
                        scales.yaml:2:24: error: item "traits.shyy" is not asked; nearest is "traits.shy" [unknown-variable]
                          fix: write traits.shy
                          see: docs/problems/unknown-variable.md
                        scales.yaml:2:37: error: items of a scale must share one range: "warmth" goes from 0 to 10, "traits.bold" goes from 1 to 9 [scale-item]
                          fix: score them as two scales
                          see: docs/problems/scale-item.md
                        scales.yaml:2:45: error: item "greeting" must be answered by a number, such as a rating [scale-item]
                          fix: take it out of the scale
                          see: docs/problems/scale-item.md
                        scales.yaml:2:55: error: item "traits.bold" stands twice in one scale [duplicate-id]
                          fix: take one of the two out
                          see: docs/problems/duplicate-id.md
                        scales.yaml:3:14: error: reversed "traits.quiet" is not among the items [reversed-item]
                          fix: add it to the items, or take it out here
                          see: docs/problems/reversed-item.md
                        scales.yaml:4:10: error: scale must not be "flags", which Eyebright needs for itself [reserved-name]
                          fix: choose another, such as flags2
                          see: docs/problems/reserved-name.md
                        scales.yaml:7:3: error: items of a scale must be 2 or more, not 1 [scale-item]
                          fix: name the items; a single one is read by its own name
                          see: docs/problems/scale-item.md
                        scales.yaml:8:10: error: least of a scale must be a whole number from 1 to 1, not "3" [wrong-value]
                          fix: write a whole number from 1 to 1
                          see: docs/problems/wrong-value.md
                        scales.yaml:9:3: error: "scores" is no key of a scale; nearest is "score" [unknown-key]
                          fix: write score
                          see: docs/problems/unknown-key.md
                        scales.yaml:10:10: error: scale "one" stands twice; it stands first in line 6 [duplicate-id]
                          fix: rename one of the two
                          see: docs/problems/duplicate-id.md
                        scales.yaml:12:10: error: score of a scale must be mean or sum, not "median" [wrong-value]
                          fix: write mean or sum
                          see: docs/problems/wrong-value.md
                        scales.yaml:13:3: error: a flag has no because [missing-key]
                          fix: add because: to it
                          see: docs/problems/missing-key.md
                        scales.yaml:14:21: error: a number is needed here, not a code [wrong-type]
                          fix: write a number
                          see: docs/problems/wrong-type.md
                        scales.yaml:16:7: error: no variable "traits.bolt" can be read here; nearest is "traits.bold" [unknown-variable]
                          fix: write traits.bold, or ask it
                          see: docs/problems/unknown-variable.md
                        scales.yaml:19:22: error: the expression ends too early [bad-expression]
                          fix: write what comes next
                          see: docs/problems/bad-expression.md
                        """);
    }

    @Test
    void aFolderWithoutTheFileHasNone() {
        assertThat(ScalesReader.read(new Sources("s", Map.of()), STUDY, problems))
                .isEqualTo(Scales.NONE);
    }

    @Test
    void theScalesOfTheTearsStudyReadWithoutAProblem() {
        Sources sources = Specimen.folder("tears");
        Study tears = StudyReader.read(sources, problems).orElseThrow();

        Scales scales = ScalesReader.read(sources, tears, problems);

        assertThat(problems.hasErrors()).as(Specimen.said(problems)).isFalse();
        assertThat(scales.scales())
                .extracting(Scale::name)
                .startsWith("extraversion", "agreeableness");
    }

    private Scales read(String text) {
        return ScalesReader.read(
                Specimen.sources("", QUESTIONS, Map.of("scales.yaml", text)), STUDY, problems);
    }
}
