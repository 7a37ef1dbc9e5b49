package eyebright.stats.reliability;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.Interval;
import eyebright.stats.distribution.Quantiles;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// Cronbach's alpha of a scale, with what each item does to it.
///
/// ```
/// alpha        = k / (k - 1) (1 - sum of the item variances / variance of the sum score)
/// standardised = k r / (1 + (k - 1) r),  r the mean of the correlations between items
/// item-rest    = correlation of an item with the sum of the others
/// interval (Feldt): 1 - (1 - alpha) F,  F the (1 ± level)/2 quantiles with n - 1 and (n - 1)(k - 1) df
/// ```
///
/// Shape: k items, its summary their covariances, which merge. Unit: none; at most 1, below 0 where
/// items go against each other. Missing values: only respondents with every item. Edge cases: fewer
/// than 2 items or respondents, or a sum score that does not vary, are not estimable; alpha without an
/// item needs 3. An item whose answers are all equal counts in alpha, but has no item-rest correlation
/// and leaves no standardised alpha. Errors: a level not between 0 and 1.
///
/// The interval is exact for normal answers with equal covariances. Alpha is a lower bound of
/// reliability if errors do not correlate, and equals it only if all items load alike: [OmegaTotal]
/// does not ask for that, and decides about a scale.
///
/// An item that goes against the rest is named in `againstTheRest` and never turned: it may have been
/// forgotten to be turned, or measure something else. R: `psych::alpha(check.keys = TRUE)` turns such
/// items by itself; it leaves out items that do not vary. SPSS RELIABILITY gives the same numbers and
/// no warning.
///
/// Sources: Cronbach (1951) <https://doi.org/10.1007/BF02310555>; Feldt, Woodruff & Salih (1987)
/// <https://doi.org/10.1177/014662168701100107>. Checked against psych, see `CronbachAlphaTest`.
///
/// @param alpha with Feldt's interval
/// @param standardised alpha of the items at equal variance; without interval
/// @param items in the order of the scale; empty if alpha is not estimable
public record CronbachAlpha(Estimate alpha, Estimate standardised, List<Item> items) {

    /// What one item does.
    ///
    /// @param name of the item
    /// @param rest correlation with the sum of the other items
    /// @param alphaIfDropped alpha of the other items
    public record Item(String name, Estimate rest, Estimate alphaIfDropped) {

        /// Whether those who are higher on the others are lower on this one, as if it were keyed the
        /// wrong way.
        public boolean isAgainstTheRest() {
            return rest instanceof Known known && known.value() < 0;
        }
    }

    /// Copies the list.
    public CronbachAlpha {
        items = List.copyOf(items);
    }

    /// Alpha of the items.
    ///
    /// @param level coverage of the interval: above 0 and below 1
    /// @throws IllegalArgumentException if the level is out of range
    public static CronbachAlpha of(ItemCovariances covariances, double level) {
        Interval.requireLevel(level);
        Estimate alpha = alpha(covariances, level, _ -> true);
        if (alpha instanceof NotEstimable) {
            return new CronbachAlpha(alpha, alpha, List.of());
        }
        return new CronbachAlpha(
                alpha,
                standardised(covariances),
                IntStream.range(0, covariances.size())
                        .mapToObj(
                                item ->
                                        new Item(
                                                covariances.names().get(item),
                                                rest(covariances, item),
                                                alpha(covariances, level, j -> j != item)))
                        .toList());
    }

    /// The names of the items that go against the rest: a warning to be shown beside every score.
    public List<String> againstTheRest() {
        return items.stream().filter(Item::isAgainstTheRest).map(Item::name).toList();
    }

    private static Estimate alpha(ItemCovariances items, double level, IntPredicate kept) {
        int[] of = IntStream.range(0, items.size()).filter(kept).toArray();
        int k = of.length;
        int n = items.n();
        if (k < 2) {
            return new NotEstimable(k == 0 ? "no item is left" : "there is only 1 item");
        }
        if (n < 2) {
            return new NotEstimable("fewer than 2 respondents answered every item");
        }
        if (!items.areFinite()) {
            return new NotEstimable("the answers are too large to be squared");
        }
        double single = 0;
        double total = 0;
        for (int i : of) {
            single += items.covariance(i, i);
            for (int j : of) {
                total += items.covariance(i, j);
            }
        }
        // Items that cancel out leave a rounding error of their variances.
        if (!(total > 1e-14 * single)) {
            return new NotEstimable("the sum of the items is the same for everyone");
        }
        double value = k / (k - 1.0) * (1 - single / total);
        double df1 = n - 1.0;
        double df2 = df1 * (k - 1);
        double tail = (1 - level) / 2;
        double low = 1 - (1 - value) * f(Quantiles.betaUpper(df1 / 2, df2 / 2, tail), df1, df2);
        double high = 1 - (1 - value) * f(Quantiles.betaLower(df1 / 2, df2 / 2, tail), df1, df2);
        if (!Double.isFinite(low) || !Double.isFinite(value)) {
            return new NotEstimable("the sum of the items hardly varies");
        }
        return Known.of(value, new Interval(low, Math.max(low, high), level), n);
    }

    /// The F whose share df1 F / (df1 F + df2) is this quantile of beta.
    private static double f(double beta, double df1, double df2) {
        return beta / (1 - beta) * df2 / df1;
    }

    private static Estimate standardised(ItemCovariances items) {
        int k = items.size();
        double sum = 0;
        for (int i = 0; i < k; i++) {
            if (items.covariance(i, i) == 0) {
                return new NotEstimable(
                        "all answers to %s are equal".formatted(items.names().get(i)));
            }
            for (int j = 0; j < i; j++) {
                sum +=
                        items.covariance(i, j)
                                / Math.sqrt(items.covariance(i, i))
                                / Math.sqrt(items.covariance(j, j));
            }
        }
        double r = 2 * sum / k / (k - 1);
        double divisor = 1 + (k - 1) * r;
        return divisor > 1e-14
                ? Known.bare(k * r / divisor, items.n())
                : new NotEstimable(
                        "the sum of the items at equal variance is the same for everyone");
    }

    private static Estimate rest(ItemCovariances items, int item) {
        double with = 0;
        double rest = 0;
        double size = 0;
        for (int i = 0; i < items.size(); i++) {
            if (i != item) {
                with += items.covariance(item, i);
                size += items.covariance(i, i);
                for (int j = 0; j < items.size(); j++) {
                    rest += j == item ? 0 : items.covariance(i, j);
                }
            }
        }
        double own = items.covariance(item, item);
        if (own == 0) {
            return new NotEstimable(
                    "all answers to %s are equal".formatted(items.names().get(item)));
        }
        if (!(rest > 1e-14 * size)) {
            return new NotEstimable("the sum of the other items is the same for everyone");
        }
        return Known.bare(Math.clamp(with / Math.sqrt(own) / Math.sqrt(rest), -1, 1), items.n());
    }
}
