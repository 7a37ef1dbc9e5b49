package eyebright.plan;

import eyebright.expression.Expression;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a study says before it has data, and how that will be looked at.
///
/// @param id unique in its plan
/// @param asks the question as a person asks it
/// @param says the claim
/// @param primary whether it is one of the claims that decide
/// @param family the claims it is judged together with
/// @param analysis what is computed
/// @param among the respondents it is about; absent means everybody. Where it is unknown for a
///   respondent, they are left out and counted as missing
/// @param expects the rule it will be judged by
/// @param also names of further analyses that must meet the rule too
/// @param originals what is known from before
/// @param beside further analyses of the same question
/// @param notes why so
public record Claim(
        String id,
        String asks,
        String says,
        boolean primary,
        Optional<String> family,
        Analysis analysis,
        Optional<Expression> among,
        Optional<Expectation> expects,
        List<String> also,
        Originals originals,
        List<Companion> beside,
        Optional<String> notes) {

    public Claim {
        also = List.copyOf(also);
        beside = List.copyOf(beside);
    }

    /// What is computed beside it: what was planned, and how reliable the scales are of which it says that there is
    /// nothing.
    public List<Companion> companions(PlanVocabulary vocabulary) {
        return Stream.concat(beside.stream(), ReliabilityGuard.of(this, vocabulary).stream())
                .toList();
    }

    /// The claim with a further analysis in the place of its own, and none beside it. Its rule is that of the claim
    /// where it can be held against it.
    public Claim only(Companion companion) {
        return new Claim(
                id + "." + companion.name(),
                asks,
                companion.says(),
                false,
                Optional.empty(),
                companion.analysis(),
                companion.among().or(() -> among),
                expects.filter(rule -> RuleFit.isSame(rule, analysis, companion.analysis())),
                List.of(),
                Originals.NONE,
                List.of(),
                Optional.empty());
    }
}
