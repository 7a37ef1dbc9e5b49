package eyebright.replication;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.Interval;
import eyebright.stats.TestResult;
import eyebright.stats.distribution.Quantiles;
import eyebright.stats.replication.NormalEstimate;
import eyebright.stats.replication.PredictedCount;
import eyebright.stats.replication.Replication;
import eyebright.stats.replication.ReplicationBayesFactor;
import eyebright.stats.replication.ScepticalP;
import eyebright.stats.replication.SmallTelescopes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/// Holds our estimate against a published one and works out every figure of how they go together.
///
/// The agreement is decided by the prediction interval of 95 %: what lies in it is as published. Beyond, ours is
/// smaller or larger than published, in the direction of the published one; it is opposite if its own interval lies
/// wholly on the other side of nothing.
///
/// @param published the id of the published figure
/// @param option the code of the option both are about
public record Pairing(String published, Optional<String> option) {

    private static final double LEVEL = 0.95;
    private static final String NO_ZERO = "a share has no zero at which there is nothing";

    /// Two estimates on a scale where they are normal enough.
    ///
    /// @param ours how many respondents ours rests on
    /// @param margin what is too small to matter, on that scale; empty where the plan does not say
    public Comparison normal(Replication pair, OnScale scale, int ours, OptionalDouble margin) {
        NormalEstimate own = pair.replication();
        Interval predicted = scale.back(pair.predicted(LEVEL));
        Agreement agreement = agreement(pair);
        var figures = new ArrayList<ReplicationFigure>();
        figures.add(
                figure("same_sign", Known.bare(pair.agreeInSign() ? 1 : 0, ours), own.test().p()));
        figures.add(
                ReplicationFigure.of(
                        "prediction", Known.of(scale.back(own.value()), predicted, ours)));
        figures.add(test("heterogeneity", pair.heterogeneity(), ours));
        SmallTelescopes telescopes = SmallTelescopes.of(pair);
        figures.add(
                figure(
                        "small_telescopes",
                        Known.bare(scale.back(telescopes.effect()), ours),
                        telescopes.test().p()));
        figures.add(ReplicationFigure.of("telescopes_power", Known.bare(telescopes.power(), ours)));
        figures.add(
                ReplicationFigure.of(
                        "log_bayes_factor", Known.bare(ReplicationBayesFactor.log(pair), ours)));
        figures.add(combined(pair, scale, ours));
        double sceptical = ScepticalP.of(pair, ScepticalP.Scale.GOLDEN);
        figures.add(figure("sceptical", Known.bare(sceptical, ours), sceptical));
        figures.add(tost(pair, ours, margin));
        return new Comparison(
                Optional.of(published),
                option,
                agreement,
                "%s %s %s to %s"
                        .formatted(
                                number(scale.back(own.value())),
                                within(agreement),
                                number(predicted.low()),
                                number(predicted.high())),
                figures);
    }

    private static Agreement agreement(Replication pair) {
        if (pair.isAsPredicted(LEVEL)) {
            return Agreement.AS_PUBLISHED;
        }
        double original = pair.original().value();
        double own = pair.replication().value();
        if (original * own < 0 && !pair.replication().interval(LEVEL).contains(0)) {
            return Agreement.OPPOSITE;
        }
        return (own - original) * (original < 0 ? -1 : 1) < 0
                ? Agreement.SMALLER
                : Agreement.LARGER;
    }

    /// Two counts: how many gave an answer, of how many. The published count predicts ours.
    ///
    /// @param x of the published study: 0 to n
    /// @param newX of ours: 0 to newN; both may be rounded from weighted ones
    public Comparison counts(int x, int n, int newX, int newN) {
        Interval predicted = PredictedCount.of(x, n, newN, LEVEL);
        Agreement agreement = agreement(newX, predicted);
        var figures = new ArrayList<ReplicationFigure>();
        figures.add(ReplicationFigure.of("predicted_count", Known.of(newX, predicted, newN)));
        Optional<NormalEstimate> original = logOdds(x, n);
        Optional<NormalEstimate> own = logOdds(newX, newN);
        if (original.isPresent() && own.isPresent()) {
            var pair = new Replication(original.get(), own.get());
            figures.add(test("heterogeneity", pair.heterogeneity(), newN));
            figures.add(combined(pair, OnScale.LOG_ODDS, newN));
        } else {
            String reason = "in one of the two studies nobody or everybody gave the answer";
            figures.add(none("heterogeneity", reason));
            figures.add(none("combined", reason));
        }
        for (String name :
                List.of("same_sign", "small_telescopes", "log_bayes_factor", "sceptical")) {
            figures.add(none(name, NO_ZERO));
        }
        return new Comparison(
                Optional.of(published),
                option,
                agreement,
                "%d of %d %s %s to %s"
                        .formatted(
                                newX,
                                newN,
                                within(agreement),
                                number(predicted.low()),
                                number(predicted.high())),
                figures);
    }

    private static Agreement agreement(int count, Interval predicted) {
        if (predicted.contains(count)) {
            return Agreement.AS_PUBLISHED;
        }
        return count < predicted.low() ? Agreement.SMALLER : Agreement.LARGER;
    }

    private static String within(Agreement agreement) {
        return agreement == Agreement.AS_PUBLISHED ? "lies within" : "lies outside of";
    }

    private static Optional<NormalEstimate> logOdds(int x, int n) {
        return x == 0 || x == n
                ? Optional.empty()
                : Optional.of(
                        new NormalEstimate(
                                Math.log(x) - Math.log(n - x), Math.sqrt(1.0 / x + 1.0 / (n - x))));
    }

    private static ReplicationFigure combined(Replication pair, OnScale scale, int n) {
        NormalEstimate both = pair.combined();
        return ReplicationFigure.of(
                "combined",
                Known.of(scale.back(both.value()), scale.back(both.interval(LEVEL)), n));
    }

    /// Whether both differ by less than matters: the larger p of two one-sided tests.
    private static ReplicationFigure tost(Replication pair, int n, OptionalDouble margin) {
        if (margin.isEmpty()) {
            return none("equivalence", "the plan does not say how much is too little to matter");
        }
        double difference = pair.replication().value() - pair.original().value();
        double error = Math.hypot(pair.original().error(), pair.replication().error());
        double reach = Quantiles.normal(1 - 2 * SmallTelescopes.ALPHA) * error;
        var away = new NormalEstimate(margin.getAsDouble() - Math.abs(difference), error);
        double p = away.test().p() / 2;
        return figure(
                "equivalence",
                Known.of(
                        difference,
                        new Interval(
                                difference - reach,
                                difference + reach,
                                1 - 2 * SmallTelescopes.ALPHA),
                        n),
                away.value() > 0 ? p : 1 - p);
    }

    private static ReplicationFigure test(String name, TestResult test, int n) {
        return figure(name, Known.bare(test.statistic().orElse(0), n), test.p());
    }

    private static ReplicationFigure figure(String name, Estimate estimate, double p) {
        return new ReplicationFigure(name, estimate, OptionalDouble.of(p));
    }

    private static ReplicationFigure none(String name, String reason) {
        return ReplicationFigure.of(name, new NotEstimable(reason));
    }

    private static String number(double value) {
        return value == Math.rint(value)
                ? Long.toString(Math.round(value))
                : String.format(Locale.ROOT, "%.2f", value);
    }
}
