package eyebright.population;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.frame.Specimen;
import eyebright.score.Scales;
import eyebright.score.ScalesReader;
import eyebright.source.Problems;
import eyebright.source.Sources;
import eyebright.study.Study;
import eyebright.study.StudyReader;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PopulationReaderTest {

    private static final String QUESTIONS =
            """
            - page: start
              title: Start
              questions:
                - {id: adult, ask: Adult?, one-of: [{"yes": "Yes"}, {"no": "No"}]}
                - {id: greeting, ask: How?, one-of: [{wave: I wave}, {nod: I nod}, {nothing: None}]}
                - {id: felt, ask: Felt?, several-of: [{joy: Joy}, {fear: Fear}, {none: None, alone: true}]}
                - {id: age, ask: Age?, number: {from: 18, to: 100, unit: years}}
                - {id: hellos, ask: How many?, count: {from: 0, to: 500, unit: people}}
            """;
    private static final String ELIGIBLE = "eligible-if: adult == \"yes\"\ngoodbye: Bye.\n";
    private static final Study STUDY = Specimen.study(ELIGIBLE, QUESTIONS);

    private final Problems problems = new Problems();

    @Test
    void marginsAreReadAsTheGuideShowsThem() {
        Population population =
                read(
                        """
                        - variable: greeting
                          shares: {wave: 72%, nod: 20%, nothing: 8%}
                          source: wave
                        - variable: felt
                          shares: {joy: 60%, fear: 50%, none: 8.5%}
                          assumed: a guess
                        - variable: adult
                          yes: 98%
                          assumed: a guess
                        - variable: age
                          normal: 45 ± 12
                          assumed: a guess
                        - variable: hellos
                          poisson: 4.5
                          assumed: a guess
                        - skipping: 2%
                          assumed: a guess
                        """);

        assertThat(Specimen.said(problems)).isEqualTo("\n");
        assertThat(population.entries())
                .extracting(entry -> entry.names().getFirst())
                .containsExactly("greeting", "felt", "adult", "age", "hellos");
    }

    @Test
    void everyFaultIsAProblemAtItsPlace() {
        read(
                """
                - variable: greeting
                  shares: {wave: 72%, nod: 20%, nothing: 9%}
                  source: waves
                - variable: greting
                  shares: {wave: 100%}
                  assumed: a guess
                - variable: felt
                  shares: {joi: 60%, fear: 120%}
                  assumed: a guess
                - variable: felt
                  shares: {joy: 95%, none: 10%}
                  assumed: a guess
                  source: wave
                - variable: age
                  normal: 12 ± 3
                - variable: hellos
                  poisson: many
                  normal: 3 ± 1
                  assumed: a guess
                - variable: hellos
                  yes: 50%
                  assumed: a guess
                - variable: greeting
                  poisson: 2
                  because: I say so
                  assumed: a guess
                """);

        assertThat(Specimen.said(problems))
                .isEqualTo(
                        """
                        population.yaml:2:3: error: shares of a one-of question must sum to 100%, not to 101% [population-margin]
                          fix: correct them, or name the options that are missing
                          see: docs/problems/population-margin.md
                        population.yaml:3:11: error: no published figure "waves"; nearest is "wave" [unknown-original]
                          fix: add it to published.yaml, or write assumed: and why
                          see: docs/problems/unknown-original.md
                        population.yaml:4:13: error: variable "greting" is not asked; nearest is "greeting" [unknown-variable]
                          fix: write greeting
                          see: docs/problems/unknown-variable.md
                        population.yaml:8:12: error: no option "joi"; there are joy, fear, none [population-margin]
                          fix: write joy
                          see: docs/problems/population-margin.md
                        population.yaml:8:28: error: the share of fear must be 0% to 100%, not "120%" [wrong-value]
                          fix: write a share such as 72%
                          see: docs/problems/wrong-value.md
                        population.yaml:10:13: error: "felt" is declared twice; it stands first in line 7 [duplicate-id]
                          fix: take one of the two out
                          see: docs/problems/duplicate-id.md
                        population.yaml:11:3: error: options that stand alone have 10%, which leaves less than declared for joy [population-margin]
                          fix: lower one of them
                          see: docs/problems/population-margin.md
                        population.yaml:12:3: error: a margin must have source or assumed, not both [missing-key]
                          fix: take one of the two out
                          see: docs/problems/missing-key.md
                        population.yaml:14:3: error: a margin has neither source nor assumed [missing-key]
                          fix: add source: with an id of published.yaml, or assumed: and why
                          see: docs/problems/missing-key.md
                        population.yaml:15:11: error: the mean of age must be from 18 to 100, not 12 [population-margin]
                          fix: choose a mean inside the range of the question
                          see: docs/problems/population-margin.md
                        population.yaml:16:3: error: a margin must have one of yes, shares, normal, poisson, not normal and poisson [population-margin]
                          fix: keep one of them
                          see: docs/problems/population-margin.md
                        population.yaml:20:13: error: "hellos" is declared twice; it stands first in line 16 [duplicate-id]
                          fix: take one of the two out
                          see: docs/problems/duplicate-id.md
                        population.yaml:21:3: error: "yes" needs a one-of question with the codes yes and no, which hellos is not [population-margin]
                          fix: write shares: {CODE: 50%, …}
                          see: docs/problems/population-margin.md
                        population.yaml:23:13: error: "greeting" is declared twice; it stands first in line 1 [duplicate-id]
                          fix: take one of the two out
                          see: docs/problems/duplicate-id.md
                        population.yaml:24:12: error: greeting is not answered by a number [population-margin]
                          fix: write shares: {CODE: 50%, …}
                          see: docs/problems/population-margin.md
                        population.yaml:25:3: error: "because" is no key of a margin [unknown-key]
                          fix: delete it; there are assumed, normal, poisson, shares, source, variable, yes
                          see: docs/problems/unknown-key.md
                        """);
    }

    @Test
    void aPopulationNoneOfWhomIsEligibleIsAProblem() {
        read("- variable: adult\n  yes: 0%\n  assumed: all are children\n");

        assertThat(Specimen.said(problems))
                .isEqualTo(
                        """
                        population.yaml:1:1: error: none of 1,000 rehearsed respondents is eligible [population-margin]
                          fix: declare margins of the questions that eligible-if reads so that some are
                          see: docs/problems/population-margin.md
                        """);
    }

    @Test
    void aFolderWithoutTheFileIsEven() {
        assertThat(PopulationReader.read(new Sources("s", Map.of()), STUDY, Scales.NONE, problems))
                .isEqualTo(Population.EVEN);
    }

    @Test
    void thePopulationOfTheTearsStudyReadsWithoutAProblem() {
        Sources sources = Specimen.folder("tears");
        Study tears = StudyReader.read(sources, problems).orElseThrow();

        Population population = PopulationReader.read(sources, tears, ScalesReader.read(sources, tears, problems), problems);

        assertThat(problems.hasErrors()).as(Specimen.said(problems)).isFalse();
        assertThat(population.entries()).hasSizeGreaterThan(50);
    }

    private Population read(String text) {
        return PopulationReader.read(
                Specimen.sources(
                        ELIGIBLE,
                        QUESTIONS,
                        Map.of(
                                "population.yaml",
                                text,
                                "published.yaml",
                                "- published: wave\n  value: 72\n")),
                STUDY,
                Scales.NONE,
                problems);
    }
}
