package eyebright.plan;

import eyebright.study.Counting;
import eyebright.study.Study;
import java.util.Optional;

/// Whose answers count, as the study declares it: part of the plan, because it decides every number.
///
/// @param counts how far a respondent must have come
/// @param eligibleIf the condition of who may take part, as written
public record Exclusions(Counting counts, Optional<String> eligibleIf) {

    /// Those of a study.
    public static Exclusions of(Study study) {
        return new Exclusions(
                study.counts(),
                study.eligibility().map(eligibility -> eligibility.condition().toString()));
    }

    /// One line, the same for the same rules.
    String canonical() {
        String counted =
                switch (counts) {
                    case Counting.Completed _ -> "completed";
                    case Counting.FromPage(String page) -> "from page " + page;
                };
        return counted + eligibleIf.map(condition -> " eligible-if " + condition).orElse("");
    }
}
