package eyebright.plan;

import eyebright.stats.formula.Formula;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// How reliable the scales are of which a claim says that there is nothing: an unreliable measure always looks like
/// nothing, so that such a claim stays open while omega may be below .70, whether or not its author asked for it.
final class ReliabilityGuard {

    private ReliabilityGuard() {}

    /// The further analyses that a claim has without being asked for; empty where the author planned them, where it
    /// reads no scale, and where its rule is not of nothing.
    static List<Companion> of(Claim claim, PlanVocabulary vocabulary) {
        if (claim.expects().filter(Expectation::isOfNothing).isEmpty()) {
            return List.of();
        }
        return measured(claim.analysis()).stream()
                .filter(vocabulary::isScale)
                .filter(scale -> claim.beside().stream().noneMatch(each -> isOf(each, scale)))
                .map(
                        scale ->
                                new Companion(
                                        "reliability-" + scale,
                                        "How reliable the scale %s is: as long as omega may be below .70, nothing found says little."
                                                .formatted(scale),
                                        new Analysis.Reliability(scale),
                                        Optional.empty()))
                .toList();
    }

    private static boolean isOf(Companion companion, String scale) {
        return companion.analysis() instanceof Analysis.Reliability(String of) && of.equals(scale);
    }

    /// What a claim of nothing measures: outcomes, both sides of a correlation, and predictors that it shows.
    private static Set<String> measured(Analysis analysis) {
        var measured = new LinkedHashSet<String>();
        switch (analysis) {
            case Analysis.Compare compare -> measured.addAll(compare.of().variables());
            case Analysis.Correlate correlate -> {
                measured.addAll(correlate.first().variables());
                measured.addAll(correlate.second().variables());
            }
            case Analysis.Regression regression -> measured.addAll(measured(regression));
            case Analysis.Imputed imputed -> measured.addAll(measured(imputed.regression()));
            case Analysis.Share _,
                    Analysis.WeightedShare _,
                    Analysis.Shares _,
                    Analysis.SideBySide _,
                    Analysis.Paired _,
                    Analysis.CrossTable _,
                    Analysis.MeanOf _,
                    Analysis.Stacked _,
                    Analysis.Matched _,
                    Analysis.Reliability _,
                    Analysis.NotYet _ -> {}
        }
        return measured;
    }

    private static List<String> measured(Analysis.Regression regression) {
        Formula formula = regression.formula();
        List<String> shown =
                formula.predictors().stream()
                        .filter(
                                each ->
                                        regression.shows().isEmpty()
                                                || regression.shows().stream()
                                                        .anyMatch(show -> names(show, each)))
                        .toList();
        return Stream.concat(Stream.of(formula.outcome()), shown.stream()).toList();
    }

    /// Whether a shown term, such as `openness` or `openness / 10`, is of that variable.
    private static boolean names(String term, String variable) {
        return term.matches("(?s).*\\b%s\\b.*".formatted(java.util.regex.Pattern.quote(variable)));
    }
}
