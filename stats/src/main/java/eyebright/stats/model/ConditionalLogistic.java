package eyebright.stats.model;

import eyebright.stats.Estimate;
import eyebright.stats.Fitting;
import eyebright.stats.Fitting.Fitted;
import eyebright.stats.Fitting.NotFitted;
import eyebright.stats.TestResult;
import eyebright.stats.formula.Design;
import eyebright.stats.matrix.Matrix;
import eyebright.stats.model.LikelihoodRatio.LogLikelihood;
import eyebright.stats.model.NewtonAscent.NoPeak;
import eyebright.stats.model.NewtonAscent.Peak;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Conditional logistic regression: what tells cases from controls within matched sets.
///
/// ```
/// log-likelihood: Σ over sets ( Σ over cases xᵀb - ln Σ over choices of as many members exp(Σ xᵀb) )
/// a pair with one case: -ln(1 + exp(-(x_case - x_control)ᵀb))
/// ```
///
/// Shape: respondents in sets of any size with any number of cases (1 : 1, 1 : m, m : k); the sum over
/// choices is exact. What is constant within a set, such as what it was matched by, drops out. Unit: b in
/// log odds per unit of the predictor. Missing values: none; a set of which one member is left carries no
/// information. Fitted by Newton's method on predictors scaled to a spread of 1 within sets, until a step
/// is below 1e-9; standard errors from the observed information.
///
/// Edge cases: sets in which all answers are equal are concordant, say nothing about b, and are counted.
/// No model, with the reason: no discordant set, a predictor that does not differ within any discordant
/// set or follows from others, predictors that separate cases from controls. Errors: outcomes other than 0
/// and 1, names or sets that do not fit.
///
/// R: `survival::clogit` with `method = "exact"`; its n counts the concordant sets too. SPSS: COXREG with
/// the set as stratum, by Breslow's approximation where a set has more than one case.
///
/// Summary: rows of the discordant sets. Source: Breslow and others (1978),
/// American Journal of Epidemiology 108, 299-307. Checked against R 4.2.2 and survival, see
/// `ConditionalLogisticTest`.
public final class ConditionalLogistic {

    private final ScaledPredictors predictors;
    private final int[][] members;
    private final int[] outcomes;
    private final int concordant;
    private final MatchedSets likelihood;
    private final Peak peak;
    private final Coefficients coefficients;

    private ConditionalLogistic(
            ScaledPredictors predictors,
            int[][] members,
            int[] outcomes,
            int concordant,
            MatchedSets likelihood,
            Peak peak) {
        this.predictors = predictors;
        this.members = members;
        this.outcomes = outcomes;
        this.concordant = concordant;
        this.likelihood = likelihood;
        this.peak = peak;
        var turn = new double[predictors.count()][predictors.count()];
        for (int c = 0; c < turn.length; c++) {
            turn[c][c] = 1 / predictors.spread(c);
        }
        this.coefficients = peak.turned(predictors.names(), turn, predictors.n());
    }

    /// The model of predictors in columns.
    ///
    /// @param names one for each column of `x`, which has no column of ones
    /// @param outcomes one for each row: 1 for a case, 0 for a control
    /// @param sets one for each row: rows of one number are a set
    /// @return the model, or the reason why there is none
    /// @throws IllegalArgumentException if names, outcomes or sets do not fit
    public static Fitting<ConditionalLogistic> fit(
            List<String> names, Matrix x, int[] outcomes, int[] sets) {
        if (outcomes.length != x.rows() || sets.length != x.rows()) {
            throw new IllegalArgumentException(
                    "outcomes and sets must be %d, one for each row, not %d and %d"
                            .formatted(x.rows(), outcomes.length, sets.length));
        }
        for (int outcome : outcomes) {
            if (outcome != 0 && outcome != 1) {
                throw new IllegalArgumentException("outcomes must be 0 or 1, not " + outcome);
            }
        }
        ClusterNumbers numbers = ClusterNumbers.of(List.of(sets));
        int[] order = numbers.order();
        // Rows of discordant sets only, set by set.
        var kept = new int[order.length];
        var keptSets = new int[order.length];
        var members = new ArrayList<int[]>();
        int next = 0;
        for (int from = 0; from < order.length; ) {
            int to = from + 1;
            boolean differ = false;
            while (to < order.length && numbers.at(order[to]) == numbers.at(order[from])) {
                differ |= outcomes[order[to]] != outcomes[order[from]];
                to++;
            }
            if (differ) {
                var set = new int[to - from];
                for (int k = 0; k < set.length; k++) {
                    kept[next] = order[from + k];
                    keptSets[next] = members.size();
                    set[k] = next++;
                }
                members.add(set);
            }
            from = to;
        }
        if (members.isEmpty()) {
            return new NotFitted<>("no set holds both a case and a control");
        }
        int concordant = numbers.found() - members.size();
        int[] rows = Arrays.copyOf(kept, next);
        int[] columns = new int[x.columns()];
        Arrays.setAll(columns, c -> c);
        int[] answers = new int[next];
        for (int i = 0; i < next; i++) {
            answers[i] = outcomes[rows[i]];
        }
        int[] rowSets = Arrays.copyOf(keptSets, next);
        return switch (ScaledPredictors.withinSets(names, x.part(rows, columns), rowSets)) {
            case NotFitted<ScaledPredictors>(String reason) -> new NotFitted<>(reason);
            case Fitted<ScaledPredictors>(var predictors) ->
                    fit(predictors, members.toArray(int[][]::new), answers, concordant);
        };
    }

    /// The model of a formula.
    ///
    /// @param design without offset; its constant, if there is one, drops out
    /// @param outcomes one for each respondent: 1 for a case, 0 for a control
    /// @param sets one for each respondent: those of one number are a set
    /// @return the model, or the reason why there is none
    /// @throws IllegalArgumentException if the design, outcomes and sets do not fit
    public static Fitting<ConditionalLogistic> fit(Design design, int[] outcomes, int[] sets) {
        if (!design.formula().offsets().isEmpty()) {
            return new NotFitted<>("this model takes no offset");
        }
        if (!design.hasIntercept()) {
            return fit(design.columns(), design.matrix(), outcomes, sets);
        }
        List<String> columns = design.columns();
        if (columns.size() == 1) {
            return new NotFitted<>("there is no predictor beside the sets");
        }
        return fit(
                columns.subList(1, columns.size()),
                ScaledPredictors.withoutConstant(design),
                outcomes,
                sets);
    }

    private static Fitting<ConditionalLogistic> fit(
            ScaledPredictors predictors, int[][] members, int[] outcomes, int concordant) {
        var likelihood = new MatchedSets(predictors, members, outcomes);
        return switch (NewtonAscent.from(new double[predictors.count()], likelihood)) {
            case Peak peak ->
                    new Fitted<>(
                            new ConditionalLogistic(
                                    predictors, members, outcomes, concordant, likelihood, peak));
            case NoPeak none -> new NotFitted<>(none.reason(predictors.names(), none.direction));
        };
    }

    /// The coefficients of the predictors; their n counts the members of discordant sets.
    public Coefficients coefficients() {
        return coefficients;
    }

    /// The natural logarithm of the conditional likelihood at its highest.
    public double logLikelihood() {
        return peak.value;
    }

    /// How many sets hold both a case and a control: those the model rests on.
    public int discordantSets() {
        return members.length;
    }

    /// How many sets say nothing because all their answers are equal.
    public int concordantSets() {
        return concordant;
    }

    /// How many respondents are in discordant sets.
    public int n() {
        return predictors.n();
    }

    /// The coefficient of a predictor with its profile-likelihood interval.
    ///
    /// @param level coverage: above 0 and below 1
    /// @throws IllegalArgumentException if there is no such predictor, or the level is out of range
    public Estimate profile(String predictor, double level) {
        int place = predictors.indexOf(predictor);
        return ProfileInterval.estimate(
                likelihood, peak, place, predictors.spread(place), n(), level);
    }

    /// The odds ratio of being a case per unit of a predictor, with its profile-likelihood
    /// interval.
    ///
    /// @param level coverage: above 0 and below 1
    /// @throws IllegalArgumentException if there is no such predictor, or the level is out of range
    public Estimate oddsRatio(String predictor, double level) {
        return ExponentialEstimate.of(profile(predictor, level));
    }

    /// The odds ratio of being a case per unit of a predictor, with its Wald interval.
    ///
    /// @param level coverage: above 0 and below 1
    /// @throws IllegalArgumentException if there is no such predictor, or the level is out of range
    public Estimate waldOddsRatio(String predictor, double level) {
        return ExponentialEstimate.of(coefficients.estimate(predictor, level));
    }

    /// What these predictors explain beyond the others: the likelihood ratio of the model with and
    /// without them.
    ///
    /// @param tested 1 or more predictors, such as the columns of one term
    /// @param level coverage of the interval of the share: above 0 and below 1
    /// @return the ratio, or the reason why a model cannot be fitted
    /// @throws IllegalArgumentException if one of them is not there, none is named, or the level is out of
    ///   range
    public Fitting<LikelihoodRatio> likelihoodRatio(List<String> tested, double level) {
        var fewer = predictors.without(tested);
        var smaller = new MatchedSets(fewer, members, outcomes);
        return NewtonAscent.from(new double[fewer.count()], smaller).against(likelihood(), level);
    }

    /// The test that no predictor matters: the likelihood ratio against drawing lots within each set.
    public TestResult likelihoodRatioTest() {
        double value = 0;
        for (int[] set : members) {
            int cases = 0;
            for (int member : set) {
                cases += outcomes[member];
            }
            value -= cases == 1 ? StrictMath.log(set.length) : waysOf(set.length, cases);
        }
        return LikelihoodRatio.test(new LogLikelihood(value, 0, n()), likelihood());
    }

    /// The logarithm of how many choices of so many cases a set has.
    private static double waysOf(int size, int cases) {
        double sum = 0;
        for (int k = 1; k <= cases; k++) {
            sum += StrictMath.log((size - cases + k) / (double) k);
        }
        return sum;
    }

    /// The likelihood with the number of coefficients, to be compared with that of a nested model.
    public LogLikelihood likelihood() {
        return new LogLikelihood(logLikelihood(), coefficients.names().size(), n());
    }
}
