package eyebright.registration;

import eyebright.plan.Analysis;
import eyebright.plan.Claim;
import eyebright.plan.Expectation;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the rule of a claim is about, in words: `share`, `odds ratio for 10 more years`.
final class FigureName {

    private static final Pattern STEPS = Pattern.compile("(\\w+) / (\\d+)");

    private FigureName() {}

    static String of(Claim claim) {
        if (claim.expects().orElse(null) instanceof Expectation.Mainly(List<String> options)) {
            return String.join(" and ", options);
        }
        boolean isOfAny = claim.expects().orElse(null) instanceof Expectation.Differ;
        return switch (claim.analysis()) {
            case Analysis.Share _, Analysis.Shares _ -> "share";
            case Analysis.WeightedShare _ -> "weighted share";
            case Analysis.SideBySide _ -> "answer";
            case Analysis.Paired _, Analysis.Compare _, Analysis.CrossTable _ -> "difference";
            case Analysis.MeanOf _ -> "mean";
            case Analysis.Correlate _ -> "correlation";
            case Analysis.Reliability _ -> "reliability";
            case Analysis.Regression regression -> regression(regression);
            case Analysis.Imputed imputed -> regression(imputed.regression());
            case Analysis.Stacked stacked ->
                    isOfAny ? "slope" : "ratio of the two rate ratios" + of(stacked.shows());
            case Analysis.Matched _ -> "odds ratio";
            case Analysis.NotYet _ -> "figure";
        };
    }

    private static String regression(Analysis.Regression regression) {
        if (!regression.block().isEmpty()) {
            return "explained part";
        }
        List<String> shows =
                regression.shows().isEmpty() ? predictor(regression) : regression.shows();
        return switch (regression.model()) {
                    case LINEAR -> "slope";
                    case LOGISTIC, ORDINAL, MULTINOMIAL -> "odds ratio";
                    case COUNTS -> "rate ratio";
                }
                + of(shows);
    }

    /// The one predictor of a model that has no other.
    private static List<String> predictor(Analysis.Regression regression) {
        String text = regression.formula().text();
        String right = text.substring(text.indexOf('~') + 1).strip();
        return Optional.of(right).filter(each -> !each.contains("+")).stream().toList();
    }

    private static String of(List<String> shows) {
        if (shows.size() != 1) {
            return "";
        }
        Matcher steps = STEPS.matcher(shows.getFirst());
        return steps.matches()
                ? " for %s more `%s`".formatted(steps.group(2), steps.group(1))
                : " for " + PlanWords.code(shows.getFirst());
    }
}
