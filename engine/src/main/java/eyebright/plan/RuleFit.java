package eyebright.plan;

import java.util.Optional;

/// What a rule can be held against.
final class RuleFit {

    private RuleFit() {}

    /// Whether a rule that judges one analysis asks the same of another: both give the same kind of figure.
    static boolean isSame(Expectation rule, Analysis analysis, Analysis other) {
        return switch (rule) {
            case Expectation.InWords _, Expectation.Crosses _ -> false;
            case Expectation.Mainly _ ->
                    analysis instanceof Analysis.Shares && analysis.equals(other);
            case Expectation.Differ _ ->
                    (analysis instanceof Analysis.SideBySide
                                    && other instanceof Analysis.SideBySide)
                            || (isOfSlopes(analysis) && isOfSlopes(other));
            case Expectation.Adds _ -> isOfPredictors(analysis) && isOfPredictors(other);
            case Expectation.Above _,
                    Expectation.Below _,
                    Expectation.Inside _,
                    Expectation.MoreBy _,
                    Expectation.NotMoreBy _,
                    Expectation.Within _ ->
                    rule.unit().equals(in(other)) && kind(analysis) == kind(other);
        };
    }

    /// Whether it compares all slopes of two models.
    static boolean isOfSlopes(Analysis analysis) {
        return analysis instanceof Analysis.Stacked stacked && stacked.shows().isEmpty();
    }

    /// Whether it says what predictors tell together.
    static boolean isOfPredictors(Analysis analysis) {
        return analysis instanceof Analysis.Matched || kind(analysis) == Kind.BLOCK;
    }

    /// What the figures of an analysis are in, if one rule in numbers can judge it.
    static Optional<Expectation.In> in(Analysis analysis) {
        return switch (analysis) {
            case Analysis.Share _, Analysis.WeightedShare _ -> Optional.of(Expectation.In.PERCENT);
            case Analysis.Compare compare when compare.groups().size() == 2 ->
                    Optional.of(Expectation.In.POINTS);
            case Analysis.Paired _ -> Optional.of(Expectation.In.POINTS);
            case Analysis.Correlate _, Analysis.Reliability _ -> Optional.of(Expectation.In.NUMBER);
            case Analysis.Regression regression when !regression.block().isEmpty() ->
                    Optional.of(Expectation.In.NUMBER);
            case Analysis.Regression regression ->
                    Optional.of(
                            regression.model() == Analysis.Model.LINEAR
                                    ? Expectation.In.NUMBER
                                    : Expectation.In.TIMES);
            case Analysis.Imputed imputed -> in(imputed.regression());
            case Analysis.Stacked _, Analysis.Matched _ -> Optional.of(Expectation.In.TIMES);
            case Analysis.Shares _,
                    Analysis.SideBySide _,
                    Analysis.Compare _,
                    Analysis.CrossTable _,
                    Analysis.MeanOf _,
                    Analysis.NotYet _ ->
                    Optional.empty();
        };
    }

    private enum Kind {
        SHARE,
        PAIR,
        GROUPS,
        CORRELATION,
        BLOCK,
        COEFFICIENTS,
        SLOPES,
        SITUATIONS,
        OTHER
    }

    private static Kind kind(Analysis analysis) {
        return switch (analysis) {
            case Analysis.Share _, Analysis.WeightedShare _ -> Kind.SHARE;
            case Analysis.Paired _ -> Kind.PAIR;
            case Analysis.Compare _ -> Kind.GROUPS;
            case Analysis.Correlate _ -> Kind.CORRELATION;
            case Analysis.Regression regression ->
                    regression.block().isEmpty() ? Kind.COEFFICIENTS : Kind.BLOCK;
            case Analysis.Imputed _ -> Kind.COEFFICIENTS;
            case Analysis.Stacked _ -> Kind.SLOPES;
            case Analysis.Matched _ -> Kind.SITUATIONS;
            case Analysis.Shares _,
                    Analysis.SideBySide _,
                    Analysis.CrossTable _,
                    Analysis.MeanOf _,
                    Analysis.Reliability _,
                    Analysis.NotYet _ ->
                    Kind.OTHER;
        };
    }
}
