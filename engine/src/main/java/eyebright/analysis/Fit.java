package eyebright.analysis;

import eyebright.plan.Label;
import eyebright.stats.Estimate;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.Fitting;
import eyebright.stats.Fitting.Fitted;
import eyebright.stats.Fitting.NotFitted;
import eyebright.stats.TestResult;
import eyebright.stats.formula.Design;
import eyebright.stats.formula.Predictor.Categorical;
import eyebright.stats.model.Coefficients;
import eyebright.stats.model.CountRegression;
import eyebright.stats.model.ExponentialEstimate;
import eyebright.stats.model.LinearRegression;
import eyebright.stats.model.LogisticRegression;
import eyebright.stats.model.MultinomialRegression;
import eyebright.stats.model.NegativeBinomialRegression;
import eyebright.stats.model.PoissonRegression;
import eyebright.stats.model.ProportionalOdds;
import eyebright.stats.model.WhenSeparated;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// A model fitted to a claim's respondents, whichever it is.
///
/// @param coefficients with the covariance that is reported
/// @param effect what is said of a coefficient: a slope or a ratio, with its interval
/// @param whole figures of the model as a whole, worked out when they are asked for: data sets that are
///   pooled need coefficients only
/// @param tests of the model as a whole, worked out when they are asked for
record Fit(
        Coefficients coefficients,
        Function<String, Estimate> effect,
        Supplier<List<NamedEstimate>> whole,
        Supplier<List<TestResult>> tests) {

    /// What is said of a level of a predictor that no respondent of the model has.
    static final NotEstimable NOBODY = new NotEstimable("nobody gave this answer");

    static Fitting<Fit> linear(Design design, double[] outcome, double level) {
        return switch (LinearRegression.fit(design, outcome)) {
            case NotFitted<LinearRegression>(String reason) -> new NotFitted<>(reason);
            case Fitted<LinearRegression>(LinearRegression model) ->
                    switch (model.robust()) {
                        case NotFitted<Coefficients>(String reason) -> new NotFitted<>(reason);
                        case Fitted<Coefficients>(Coefficients robust) ->
                                new Fitted<>(
                                        new Fit(
                                                robust,
                                                name -> robust.estimate(name, level),
                                                () ->
                                                        List.of(
                                                                bare(
                                                                        "r2",
                                                                        model.rSquared(),
                                                                        model.n())),
                                                () -> named("F", model.test())));
                    };
        };
    }

    static Fitting<Fit> logistic(Design design, double[] events, double level, Depth depth) {
        return switch (LogisticRegression.of(design, events, WhenSeparated.FIRTH)) {
            case NotFitted<LogisticRegression>(String reason) -> new NotFitted<>(reason);
            case Fitted<LogisticRegression>(LogisticRegression model) ->
                    new Fitted<>(
                            new Fit(
                                    model.coefficients(),
                                    name ->
                                            switch (depth) {
                                                case FULL -> model.oddsRatio(name, level);
                                                case VERDICT -> model.waldOddsRatio(name, level);
                                            },
                                    () -> whole(model, level, depth),
                                    () ->
                                            switch (depth) {
                                                case FULL ->
                                                        named(
                                                                "likelihood_ratio",
                                                                model.likelihoodRatio());
                                                case VERDICT -> List.of();
                                            }));
        };
    }

    private static List<NamedEstimate> whole(LogisticRegression model, double level, Depth depth) {
        NamedEstimate firth = bare("firth", firth(model), model.n());
        return switch (depth) {
            case FULL ->
                    List.of(
                            new NamedEstimate("auc", model.areaUnderCurve(level)),
                            bare("brier", model.brier(), model.n()),
                            firth);
            case VERDICT -> List.of(firth);
        };
    }

    /// 1 where predictors tell the outcome without error, so that Firth's estimates stand in the place of
    /// those of maximum likelihood.
    private static int firth(LogisticRegression model) {
        return model.separation().isPresent() ? 1 : 0;
    }

    /// Negative binomial; Poisson where the counts vary no more than chance makes them. Both with errors
    /// that hold if the variance is another, and with few respondents or events (HC3 with the degrees of freedom that
    /// respondents show: `docs/coverage.md`).
    static Fitting<Fit> counts(Design design, double[] counts, double level, Depth depth) {
        return switch (CountRegression.of(design, counts)) {
            case NotFitted<CountRegression>(String reason) -> new NotFitted<>(reason);
            case Fitted<CountRegression>(NegativeBinomialRegression model) ->
                    robust(
                            model,
                            () -> List.of(dispersion(model, design.n(), level, depth)),
                            level);
            case Fitted<CountRegression>(PoissonRegression model) -> robust(model, List::of, level);
        };
    }

    private static NamedEstimate dispersion(
            NegativeBinomialRegression model, int n, double level, Depth depth) {
        return switch (depth) {
            case FULL -> new NamedEstimate("dispersion", model.dispersion(level));
            case VERDICT -> bare("dispersion", 1 / model.theta(), n);
        };
    }

    private static Fitting<Fit> robust(
            CountRegression model, Supplier<List<NamedEstimate>> whole, double level) {
        return switch (model.withFewEvents()) {
            case NotFitted<Coefficients>(String reason) -> new NotFitted<>(reason);
            case Fitted<Coefficients>(Coefficients robust) ->
                    new Fitted<>(
                            new Fit(robust, name -> ratio(robust, name, level), whole, List::of));
        };
    }

    /// The exponential of a coefficient, with its interval.
    static Estimate ratio(Coefficients coefficients, String name, double level) {
        return ExponentialEstimate.of(coefficients.estimate(name, level));
    }

    /// The Wald test of a coefficient; none where its error is lost in the digits of a double.
    static Optional<TestResult> wald(Coefficients coefficients, String name) {
        return coefficients.standardError(name) > 0
                ? Optional.of(Outcome.named("wald[" + name + "]", coefficients.test(name)))
                : Optional.empty();
    }

    static Fitting<Fit> ordinal(Fitting<ProportionalOdds> fitting, double level, Depth depth) {
        return switch (fitting) {
            case NotFitted<ProportionalOdds>(String reason) -> new NotFitted<>(reason);
            case Fitted<ProportionalOdds>(ProportionalOdds model) ->
                    new Fitted<>(
                            new Fit(
                                    model.coefficients(),
                                    name ->
                                            switch (depth) {
                                                case FULL -> model.oddsRatio(name, level);
                                                case VERDICT -> model.waldOddsRatio(name, level);
                                            },
                                    List::of,
                                    () ->
                                            switch (depth) {
                                                case FULL -> proportionality(model);
                                                case VERDICT -> List.of();
                                            }));
        };
    }

    private static List<TestResult> proportionality(ProportionalOdds model) {
        return switch (model.proportionalityTest()) {
            case NotFitted<TestResult> _ -> List.of();
            case Fitted<TestResult>(TestResult test) ->
                    List.of(Outcome.named("proportional_odds", test));
        };
    }

    static Fitting<Fit> multinomial(Design design, Categorical outcome, double level) {
        return switch (MultinomialRegression.fit(design, outcome)) {
            case NotFitted<MultinomialRegression>(String reason) -> new NotFitted<>(reason);
            case Fitted<MultinomialRegression>(MultinomialRegression model) ->
                    new Fitted<>(
                            new Fit(
                                    model.coefficients(),
                                    name -> ratio(model.coefficients(), name, level),
                                    List::of,
                                    List::of));
        };
    }

    /// The coefficients that are shown, each with its effect, its test, and how many gave its answer; then
    /// all coefficients as they are, where not only the verdict is asked for, then the model as a whole.
    ///
    /// @param sizes how many respondents a coefficient of a level is about, as `n[coefficient]`
    Outcome outcome(
            int n,
            String effectName,
            List<Label> shown,
            List<NamedEstimate> sizes,
            double level,
            Depth depth) {
        var estimates = new ArrayList<NamedEstimate>();
        var tests = new ArrayList<TestResult>();
        for (Label label : shown) {
            String name = label.code();
            if (!coefficients.names().contains(name)) {
                estimates.add(new NamedEstimate(effectName + "[" + name + "]", NOBODY));
                continue;
            }
            estimates.add(new NamedEstimate(effectName + "[" + name + "]", effect.apply(name)));
            wald(coefficients, name).ifPresent(tests::add);
        }
        estimates.addAll(sizes);
        for (String name : depth == Depth.FULL ? coefficients.names() : List.<String>of()) {
            if (!effectName.equals("b")
                    || shown.stream().noneMatch(each -> each.code().equals(name))) {
                estimates.add(
                        new NamedEstimate("b[" + name + "]", coefficients.estimate(name, level)));
            }
        }
        estimates.addAll(whole.get());
        tests.addAll(this.tests.get());
        return new Outcome(n, estimates, tests);
    }

    private static List<TestResult> named(String name, Optional<TestResult> test) {
        return test.stream().map(each -> Outcome.named(name, each)).toList();
    }

    private static NamedEstimate bare(String name, double value, int n) {
        return new NamedEstimate(name, Known.bare(value, n));
    }
}
