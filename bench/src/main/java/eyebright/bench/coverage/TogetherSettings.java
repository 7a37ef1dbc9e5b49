package eyebright.bench.coverage;

import static eyebright.bench.coverage.Setting.LEVEL;
import static eyebright.bench.coverage.Setting.MANY;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.Interval;
import eyebright.stats.family.Adjustment;
import eyebright.stats.family.SimultaneousIntervals;
import eyebright.stats.mean.GamesHowell;
import eyebright.stats.mean.GroupDifference;
import eyebright.stats.mean.Moments;
import eyebright.stats.mean.TukeyHsd;
import eyebright.stats.resampling.KeyedStream;
import eyebright.stats.table.JointCounts;
import eyebright.stats.table.SeveralAnswers;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;

/// Intervals that are to hold all at once.
final class TogetherSettings {

    private static final double[] MEANS = {0, 0.3, 0.6};

    /// The studentized range takes 4 milliseconds for each p or quantile; one sample needs 4 of them.
    private static final int OF_TUKEY = 4_000;

    /// One sample needs 6, at degrees of freedom that differ.
    private static final int OF_GAMES_HOWELL = 2_000;

    /// Of the options of a question, which the same respondents choose the more often the larger a common factor.
    private static final double[] SHARES = {0.7, 0.5, 0.3, 0.2, 0.1};

    private TogetherSettings() {}

    static List<Setting> all() {
        var settings = new ArrayList<Setting>();
        for (int n : new int[] {60, 684}) {
            int[] equal = {n / 3, n / 3, n / 3};
            int[] unequal = {n / 2, n / 4, n / 4};
            String sizes = "groups of %d, %d and %d".formatted(n / 2, n / 4, n / 4);
            settings.add(
                    setting(
                            "Tukey, all three pairs",
                            "normal, equal sd, three groups of %d".formatted(n / 3),
                            OF_TUKEY,
                            chance -> pairs(TukeyHsd.of(groups(chance, equal, 0), LEVEL))));
            settings.add(
                    setting(
                            "Tukey, all three pairs",
                            "normal, equal sd, " + sizes,
                            OF_TUKEY,
                            chance -> pairs(TukeyHsd.of(groups(chance, unequal, 0), LEVEL))));
            settings.add(
                    setting(
                            "Games-Howell, all three pairs",
                            "normal, sd 1, 1.5 and 2, " + sizes,
                            OF_GAMES_HOWELL,
                            chance -> pairs(GamesHowell.of(groups(chance, unequal, 0.5), LEVEL))));
            for (var intervals : SimultaneousIntervals.values()) {
                settings.add(
                        setting(
                                "shares of five options, all at once (%s)"
                                        .formatted(
                                                switch (intervals) {
                                                    case BONFERRONI -> "Bonferroni";
                                                    case SIDAK -> "Šidák";
                                                }),
                                "shares 0.7 to 0.1, correlated, n = %d".formatted(n),
                                MANY,
                                chance -> shares(chance, n, intervals)));
            }
        }
        return settings;
    }

    private static Setting setting(
            String interval, String population, int samples, Setting.Sampled sample) {
        return new Setting(interval, population, samples, 0, sample);
    }

    /// Groups whose standard deviations grow by so much from one to the next.
    private static List<Moments> groups(KeyedStream chance, int[] sizes, double growth) {
        var groups = new ArrayList<Moments>();
        for (int i = 0; i < sizes.length; i++) {
            groups.add(Moments.of(Draw.normal(chance, sizes[i], MEANS[i], 1 + i * growth)));
        }
        return groups;
    }

    private static Estimate pairs(List<GroupDifference> pairs) {
        return together(
                pairs.stream().map(GroupDifference::difference).toList(),
                pairs.stream()
                        .mapToDouble(pair -> MEANS[pair.first()] - MEANS[pair.second()])
                        .toArray());
    }

    private static Estimate shares(KeyedStream chance, int n, SimultaneousIntervals intervals) {
        var respondents = new ArrayList<boolean[]>();
        var normal = NormalDistribution.of(0, 1);
        for (int i = 0; i < n; i++) {
            double own = chance.nextGaussian();
            var chosen = new boolean[SHARES.length];
            for (int j = 0; j < chosen.length; j++) {
                double wish = Math.sqrt(0.3) * own + Math.sqrt(0.7) * chance.nextGaussian();
                chosen[j] = wish < normal.inverseCumulativeProbability(SHARES[j]);
            }
            respondents.add(chosen);
        }
        return together(
                SeveralAnswers.simultaneous(
                                JointCounts.of(SHARES.length, respondents),
                                LEVEL,
                                intervals,
                                Adjustment.HOLM)
                        .shares(),
                SHARES);
    }

    /// An interval of their mean width that holds 0 if each of them holds its truth, and else lies on the side of
    /// the first that does not.
    static Estimate together(List<Estimate> estimates, double... truths) {
        double width = 0;
        double side = 0;
        int n = 0;
        for (int i = 0; i < truths.length; i++) {
            if (!(estimates.get(i) instanceof Known known) || known.interval().isEmpty()) {
                return new NotEstimable("one of them has no interval");
            }
            Interval interval = known.interval().get();
            width += (interval.high() - interval.low()) / truths.length;
            n = known.n();
            if (side == 0 && !interval.contains(truths[i])) {
                side = interval.high() < truths[i] ? -1 : 1;
            }
        }
        return Known.of(0, new Interval((side - 0.5) * width, (side + 0.5) * width, LEVEL), n);
    }
}
