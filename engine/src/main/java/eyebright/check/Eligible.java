package eyebright.check;

import eyebright.population.Population;
import eyebright.population.PopulationReader;
import eyebright.respondents.Respondents;
import eyebright.score.Scales;
import eyebright.source.Problems;
import eyebright.source.Rule;
import eyebright.source.Sources;
import eyebright.source.YamlFile;
import eyebright.study.Study;

/// Whether the study is for any of the respondents that `population.yaml` declares.
final class Eligible {

    private static final String FILE = PopulationReader.FILE;

    private Eligible() {}

    /// Adds a problem at the beginning of the list if none of a thousand respondents would be eligible. Where
    /// nothing is declared, or where a fault keeps respondents from being drawn, there is none.
    static void check(
            Sources sources, Study study, Scales scales, Population population, Problems problems) {
        if (problems.hasErrors()
                || sources.file(FILE).isEmpty()
                || Respondents.findsEligible(study, scales, population)) {
            return;
        }
        sources.file(FILE)
                .flatMap(text -> YamlFile.read(FILE, text, new Problems()))
                .ifPresent(
                        root ->
                                problems.add(
                                        Rule.POPULATION_MARGIN,
                                        root.place(),
                                        "none of %,d rehearsed respondents is eligible"
                                                .formatted(Respondents.MOST_ELIGIBLE_ATTEMPTS),
                                        "declare margins of the questions that eligible-if reads so that some are"));
    }
}
