package eyebright.rehearsal;

import eyebright.plan.Plan;
import eyebright.source.Sha256;
import eyebright.source.Sources;
import eyebright.study.Canonical;
import eyebright.study.Study;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What a rehearsal is of. Another questionnaire, plan or population makes it out of date.
///
/// @param study the study's name
/// @param questionnaire the hash that every saved page carries
/// @param plan that of [Plan#hash]
/// @param population the hash of `population.yaml` without comments and empty lines
public record Stamp(String study, String questionnaire, String plan, String population) {

    private static final String FILE = "population.yaml";

    /// That of a study as it is now.
    ///
    /// @param sources its texts
    public static Stamp of(Sources sources, Study study, Plan plan) {
        String population =
                sources.file(FILE)
                        .orElse("")
                        .lines()
                        .filter(line -> !line.isBlank() && !line.strip().startsWith("#"))
                        .map(String::stripTrailing)
                        .collect(Collectors.joining("\n"));
        return new Stamp(
                study.name(),
                Canonical.questionnaireHash(study),
                plan.hash(),
                Sha256.hex(population));
    }

    /// What has changed since, in words; empty if nothing has.
    public List<String> changed(Stamp now) {
        var changed = new ArrayList<String>();
        if (!study.equals(now.study)) {
            changed.add("the study");
        }
        if (!questionnaire.equals(now.questionnaire)) {
            changed.add("the questionnaire");
        }
        if (!plan.equals(now.plan)) {
            changed.add("the plan");
        }
        if (!population.equals(now.population)) {
            changed.add("the population");
        }
        return changed;
    }
}
