package eyebright.analysis;

import eyebright.plan.Expectation;
import eyebright.stats.formula.Design;
import eyebright.stats.formula.Predictor;
import eyebright.stats.model.ProportionalOdds;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/// By how much better answers are more likely than worse ones, at a low and at a high value of a predictor:
/// `ahead[value]`, the chance of a better answer minus that of a worse one, the other predictors at their mean or
/// reference.
final class Crossing {

    private Crossing() {}

    /// The name of the estimate, and of its test.
    static String name(BigDecimal value) {
        return "ahead[%s]".formatted(RegressionOf.written(value.doubleValue()));
    }

    /// Both estimates, the low value first.
    ///
    /// @param at the predictor
    static List<NamedEstimate> estimates(
            Expectation.Crosses rule,
            String at,
            ProportionalOdds fitted,
            Design design,
            double level) {
        return Stream.of(rule.low(), rule.high())
                .map(
                        value ->
                                new NamedEstimate(
                                        name(value),
                                        fitted.weighted(
                                                weights(rule, fitted.levels()),
                                                row(design, at, value),
                                                level)))
                .toList();
    }

    private static List<Double> weights(Expectation.Crosses rule, List<String> levels) {
        return levels.stream().map(code -> weight(rule, code)).toList();
    }

    private static double weight(Expectation.Crosses rule, String code) {
        if (rule.better().contains(code)) {
            return 1;
        }
        return rule.worse().contains(code) ? -1 : 0;
    }

    private static double[] row(Design design, String at, BigDecimal value) {
        String written = RegressionOf.written(value.doubleValue());
        List<Predictor> typical =
                design.predictors().stream()
                        .map(each -> RegressionOf.typical(each, at, written))
                        .toList();
        return design.rowsOf(typical).row(0);
    }
}
