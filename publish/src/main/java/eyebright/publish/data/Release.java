package eyebright.publish.data;

import eyebright.analysis.Findings;
import eyebright.frame.Dataset;
import eyebright.manuscript.Author;
import eyebright.plan.Plan;
import eyebright.score.Scales;
import java.util.List;
import java.util.Optional;

/// What goes out in one version. Whatever is in the dataset is published: who makes one sees to it that it may be.
///
/// @param dataset the answers, not yet scored
/// @param scales those the plan was read with
/// @param plan what is recomputed
/// @param findings the numbers of the dataset, of the same plan
/// @param own the study's own numbers, of all answers as they were given
/// @param removed what was taken out of the answers, in sentences; absent if nothing was
/// @param about what the package says of itself
public record Release(
        Dataset dataset,
        Scales scales,
        Plan plan,
        Findings findings,
        Findings own,
        Optional<String> removed,
        About about) {

    /// Who made it: the authors, else who is responsible for the study.
    List<Author> authors() {
        return about.authors().isEmpty()
                ? List.of(Author.of(dataset.study().consent().controller()))
                : about.authors();
    }

    /// What it is, in a sentence or several.
    String description() {
        return about.summary().orElse(dataset.study().asks());
    }
}
