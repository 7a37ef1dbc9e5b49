package eyebright.analysis;

import eyebright.plan.Expectation;
import eyebright.plan.Originals;
import eyebright.plan.Precision;
import eyebright.plan.Published;
import eyebright.replication.Comparison;
import eyebright.replication.OnScale;
import eyebright.replication.Pairing;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.Interval;
import eyebright.stats.replication.NormalEstimate;
import eyebright.stats.replication.Replication;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Holds a finding against everything that was published on its claim, one comparison for each figure. What cannot be
/// compared says why: words are no figure, and a figure without an error could have come out as anything.
final class Comparing {

    /// The fewest comparable respondents with whom a figure of some of them is held against a published one.
    static final int FEWEST_COMPARABLE = 100;

    private static final String WORDS = "only words are known";
    private static final String NO_ERROR = "no error of the published figure is known";
    private static final String OTHER_KIND = "the published figure is of another kind than ours";
    private static final String UNKNOWN_BASE =
            "the number of respondents behind the published share is not known";
    private static final int FEWEST_OF_CORRELATION = 4;

    private final Finding finding;

    private Comparing(Finding finding) {
        this.finding = finding;
    }

    /// One comparison for each published figure, and one for words.
    static List<Comparison> of(Finding finding) {
        var comparing = new Comparing(finding);
        var comparisons = new ArrayList<Comparison>();
        finding.originals().figures().forEach(each -> comparisons.add(comparing.figure(each)));
        finding.originals()
                .words()
                .forEach(
                        _ ->
                                comparisons.add(
                                        Comparison.none(
                                                Optional.empty(), Optional.empty(), WORDS)));
        return comparisons;
    }

    private Comparison figure(Originals.Figure figure) {
        Published published = figure.published();
        if (published.value().isEmpty()) {
            return none(figure, WORDS);
        }
        Finding held = finding;
        if (figure.with().isPresent()) {
            String id = finding.id() + "." + figure.with().get();
            Optional<Finding> beside =
                    finding.beside().stream().filter(each -> each.id().equals(id)).findFirst();
            if (beside.isEmpty() || beside.get().n() < FEWEST_COMPARABLE) {
                return none(
                        figure,
                        "fewer than %d respondents are comparable".formatted(FEWEST_COMPARABLE));
            }
            held = beside.get();
        }
        Optional<String> name = estimate(held.shape(), figure.option());
        if (name.isEmpty()) {
            return none(figure, OTHER_KIND);
        }
        return switch (held.estimate(name.get())) {
            case NotEstimable(String reason) ->
                    none(figure, "ours could not be estimated: " + reason);
            case Known known -> known(figure, held, known);
        };
    }

    /// The estimate that is held against a figure; empty where there is not just one.
    private static Optional<String> estimate(Shape shape, Optional<String> option) {
        return switch (shape) {
            case Shape.OneShare _ -> Optional.of("estimate");
            case Shape.EachOption _ -> option.map("share[%s]"::formatted);
            case Shape.TwoShares _ -> Optional.of("difference");
            case Shape.GroupShares(var groups) when groups.size() == 2 -> Optional.of("difference");
            case Shape.GroupMeans(var groups, _) when groups.size() == 2 ->
                    Optional.of("difference");
            case Shape.Correlation(_, _, String estimate) -> Optional.of(estimate);
            case Shape.Coefficients coefficients when coefficients.coefficients().size() == 1 ->
                    Optional.of(coefficients.estimates().getFirst());
            case Shape.TwoCounts(_, _, var coefficients) when coefficients.size() == 1 ->
                    Optional.of("ratio[%s]".formatted(coefficients.getFirst().code()));
            case Shape.OneMean _ -> Optional.of("mean");
            case Shape.GroupShares _,
                    Shape.GroupMeans _,
                    Shape.Coefficients _,
                    Shape.TwoCounts _,
                    Shape.EachPoint _,
                    Shape.TwoSettings _,
                    Shape.Table _,
                    Shape.Block _,
                    Shape.Reliability _,
                    Shape.Unanalysed _ ->
                    Optional.empty();
        };
    }

    private Comparison known(Originals.Figure figure, Finding held, Known known) {
        var pairing = new Pairing(figure.published().id(), figure.option());
        return switch (held.shape()) {
            case Shape.OneShare _, Shape.EachOption _ -> shares(figure, pairing, held, known);
            case Shape.Correlation _ -> normal(figure, pairing, known, OnScale.FISHER_Z, 1);
            case Shape.Coefficients coefficients ->
                    normal(
                            figure,
                            pairing,
                            known,
                            coefficients.effect() == Shape.Effect.SLOPE
                                    ? OnScale.AS_IS
                                    : OnScale.LOGARITHM,
                            1);
            case Shape.TwoCounts _ -> normal(figure, pairing, known, OnScale.LOGARITHM, 1);
            case Shape.TwoShares _, Shape.GroupShares _ ->
                    normal(figure, pairing, known, OnScale.AS_IS, 100);
            case Shape.GroupMeans _, Shape.OneMean _ ->
                    normal(figure, pairing, known, OnScale.AS_IS, 1);
            case Shape.EachPoint _,
                    Shape.TwoSettings _,
                    Shape.Table _,
                    Shape.Block _,
                    Shape.Reliability _,
                    Shape.Unanalysed _ ->
                    none(figure, OTHER_KIND);
        };
    }

    /// Of weighted respondents so many count as tell as much without weights.
    private static Comparison shares(
            Originals.Figure figure, Pairing pairing, Finding held, Known known) {
        if (!figure.published().unit().equals("percent")) {
            return none(figure, OTHER_KIND);
        }
        double effect = Part.value(held, "design_effect", 1);
        int newN = Math.max(1, (int) Math.round(known.n() / effect));
        int newX = (int) Math.round(known.value() * newN);
        if (figure.published().precision().isEmpty()) {
            return none(figure, UNKNOWN_BASE);
        }
        return switch (figure.published().precision().get()) {
            case Precision.Counted(int count, int n) -> pairing.counts(count, n, newX, newN);
            case Precision.Respondents(int n) ->
                    pairing.counts(rounded(figure.published(), n), n, newX, newN);
            case Precision.StandardError _, Precision.Limits _ -> none(figure, UNKNOWN_BASE);
        };
    }

    /// How many a published percentage of so many are.
    private static int rounded(Published published, int n) {
        double share = published.value().map(BigDecimal::doubleValue).orElse(0.0) / 100;
        return Math.clamp(Math.round(share * n), 0, n);
    }

    /// @param times our unit in that of the published figure
    private Comparison normal(
            Originals.Figure figure, Pairing pairing, Known known, OnScale scale, double times) {
        Optional<NormalEstimate> ours = scaled(known, times, scale);
        if (ours.isEmpty()) {
            return none(figure, "no error of ours can be had");
        }
        Optional<NormalEstimate> original = original(figure.published(), scale);
        return original.isEmpty()
                ? none(figure, NO_ERROR)
                : pairing.normal(
                        new Replication(original.get(), ours.get()),
                        scale,
                        known.n(),
                        margin(scale));
    }

    private static Optional<NormalEstimate> scaled(Known known, double times, OnScale scale) {
        return known.interval()
                .flatMap(
                        interval ->
                                scale.estimate(
                                        times * known.value(),
                                        new Interval(
                                                times * interval.low(),
                                                times * interval.high(),
                                                interval.level())));
    }

    private static Optional<NormalEstimate> original(Published published, OnScale scale) {
        double value = published.value().map(BigDecimal::doubleValue).orElse(0.0);
        boolean isPossible = Double.isFinite(scale.of(value));
        if (published.precision().isEmpty() || !isPossible) {
            return Optional.empty();
        }
        return switch (published.precision().get()) {
            case Precision.Counted _ -> Optional.empty();
            case Precision.Respondents(int n) ->
                    scale == OnScale.FISHER_Z && n >= FEWEST_OF_CORRELATION
                            ? Optional.of(NormalEstimate.ofCorrelation(value, n))
                            : Optional.empty();
            case Precision.StandardError(BigDecimal error) ->
                    Optional.of(new NormalEstimate(scale.of(value), onScale(value, error, scale)));
            case Precision.Limits(BigDecimal low, BigDecimal high) ->
                    scale.estimate(
                            value, new Interval(low.doubleValue(), high.doubleValue(), 0.95));
        };
    }

    /// A published error is in the unit of the figure, of a ratio that of its logarithm; of a correlation by the
    /// slope of Fisher's z.
    private static double onScale(double value, BigDecimal error, OnScale scale) {
        return scale == OnScale.FISHER_Z
                ? error.doubleValue() / (1 - value * value)
                : error.doubleValue();
    }

    /// What is too little to matter, on the scale.
    private OptionalDouble margin(OnScale scale) {
        if (finding.expects().isPresent()
                && finding.expects().get() instanceof Expectation.Within(BigDecimal value, _)
                && Double.isFinite(scale.of(value.doubleValue()))
                && scale.of(value.doubleValue()) > 0) {
            return OptionalDouble.of(scale.of(value.doubleValue()));
        }
        if (finding.expects().isPresent()
                && finding.expects().get() instanceof Expectation.NotMoreBy(BigDecimal points)
                && points.signum() > 0) {
            return OptionalDouble.of(points.doubleValue());
        }
        return OptionalDouble.empty();
    }

    private static Comparison none(Originals.Figure figure, String reason) {
        return Comparison.none(Optional.of(figure.published().id()), figure.option(), reason);
    }
}
