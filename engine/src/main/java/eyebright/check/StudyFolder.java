package eyebright.check;

import eyebright.plan.Plan;
import eyebright.plan.PlanReader;
import eyebright.population.Population;
import eyebright.population.PopulationReader;
import eyebright.score.Scales;
import eyebright.score.ScalesReader;
import eyebright.source.FolderReader;
import eyebright.source.Problem;
import eyebright.source.Problems;
import eyebright.source.Sources;
import eyebright.study.Canonical;
import eyebright.study.Study;
import eyebright.study.StudyReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A whole study folder that kept every rule: what is asked, scored, claimed and rehearsed.
///
/// @param sources its texts, as the store keeps them of each version
/// @param study the questionnaire
/// @param scales its scales and flags; none if it declares none
/// @param plan its claims; an empty plan if it has none
/// @param population its margins; even ones if it declares none
public record StudyFolder(
        Sources sources, Study study, Scales scales, Plan plan, Population population) {

    /// What reading a folder came to.
    public sealed interface Reading {

        /// It keeps every rule.
        ///
        /// @param warnings what deserves a look all the same, in file order
        record Valid(StudyFolder folder, List<Problem> warnings) implements Reading {
            public Valid {
                warnings = List.copyOf(warnings);
            }
        }

        /// It breaks rules.
        ///
        /// @param problems errors and warnings, in file order; one error or more
        record Invalid(List<Problem> problems) implements Reading {
            public Invalid {
                problems = List.copyOf(problems);
            }
        }
    }

    /// Reads a folder, and reports everything that is wrong with it at once.
    ///
    /// @throws IOException if the disk fails; whatever the folder holds, it is a problem
    public static Reading read(Path folder) throws IOException {
        var problems = new Problems();
        FolderReader.KNOWN.forEach(problems::expect);
        return of(FolderReader.read(folder, problems), problems);
    }

    /// Reads the texts of a folder, such as the store keeps them.
    public static Reading of(Sources sources) {
        return of(sources, new Problems());
    }

    private static Reading of(Sources sources, Problems problems) {
        FolderReader.KNOWN.forEach(problems::expect);
        Optional<Study> study = StudyReader.read(sources, problems);
        if (study.isEmpty()) {
            return new Reading.Invalid(problems.inFileOrder());
        }
        Scales scales = ScalesReader.read(sources, study.get(), problems);
        Optional<Plan> plan = PlanReader.read(sources, study.get(), scales, problems);
        Population population = PopulationReader.read(sources, study.get(), scales, problems);
        if (problems.hasErrors()) {
            return new Reading.Invalid(problems.inFileOrder());
        }
        return new Reading.Valid(
                new StudyFolder(
                        sources,
                        study.get(),
                        scales,
                        plan.orElseGet(() -> Plan.empty(study.get(), scales)),
                        population),
                problems.inFileOrder());
    }

    /// The hash every saved page carries.
    public String questionnaireHash() {
        return Canonical.questionnaireHash(study);
    }
}
