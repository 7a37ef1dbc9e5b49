package eyebright.bench.coverage;

import static eyebright.bench.coverage.Setting.LEVEL;
import static eyebright.bench.coverage.Setting.MANY;

import eyebright.stats.Estimate;
import eyebright.stats.rank.MannWhitney;
import eyebright.stats.rank.Median;
import eyebright.stats.rank.ValueCounts;
import eyebright.stats.rank.WilcoxonSignedRank;
import eyebright.stats.resampling.KeyedStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import org.apache.commons.statistics.distribution.NormalDistribution;

/// Medians, and rank-biserial correlations of groups and of pairs.
final class RankSettings {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /// Between the five answers to an item.
    private static final double[] CUTS = {-1.5, -0.5, 0.5, 1.5};

    private RankSettings() {}

    static List<Setting> all() {
        var settings = new ArrayList<Setting>();
        for (int n : new int[] {60, 684}) {
            settings.add(
                    setting(
                            "median",
                            "exponential, n = %d".formatted(n),
                            Math.log(2),
                            chance -> Median.of(Draw.exponential(chance, n), LEVEL)));
            settings.add(pairs("rank-biserial of pairs", 0.5, n, RankSettings::ofPairs));
        }
        settings.add(pairs("rank-biserial of pairs", 0, 60, RankSettings::ofPairs));
        settings.add(pairs("rank-biserial of pairs", 1, 60, RankSettings::ofPairs));
        settings.add(
                pairs(
                        "rank-biserial of pairs as effectsize has it",
                        1,
                        60,
                        WilcoxonSignedRank::asEffectsize));
        for (double d : new double[] {0, 0.5, 1}) {
            settings.add(groups("rank-biserial", d, 1, new int[] {45, 15}, RankSettings::ofGroups));
        }
        settings.add(groups("rank-biserial", 0.5, 1, new int[] {513, 171}, RankSettings::ofGroups));
        settings.add(groups("rank-biserial", 0.5, 1, new int[] {20, 20}, RankSettings::ofGroups));
        settings.add(groups("rank-biserial", 0.5, 1, new int[] {12, 48}, RankSettings::ofGroups));
        settings.add(groups("rank-biserial", 0.5, 2, new int[] {45, 15}, RankSettings::ofGroups));
        for (double d : new double[] {0, 0.5, 1}) {
            settings.add(
                    setting(
                            "rank-biserial",
                            "five answers, d = %s before they are rounded, n = 45 and 15"
                                    .formatted(d),
                            ofAnswers(d),
                            chance ->
                                    ofGroups(
                                            ValueCounts.of(
                                                    answers(chance, 45, d), answers(chance, 15, 0)),
                                            LEVEL)));
        }
        String other = "rank-biserial as effectsize has it";
        settings.add(groups(other, 1, 1, new int[] {45, 15}, MannWhitney::asEffectsize));
        settings.add(groups(other, 0.5, 2, new int[] {45, 15}, MannWhitney::asEffectsize));
        return settings;
    }

    private static Setting setting(
            String interval, String population, double truth, Setting.Sampled sample) {
        return new Setting(interval, population, MANY, truth, sample);
    }

    /// Normal groups, the second of that standard deviation.
    private static Setting groups(
            String interval,
            double d,
            double sd,
            int[] sizes,
            BiFunction<ValueCounts, Double, Estimate> of) {
        return setting(
                interval,
                "normal, d = %s%s, n = %d and %d"
                        .formatted(d, sd == 1 ? "" : ", sd 1 and 2", sizes[0], sizes[1]),
                2 * NORMAL.cumulativeProbability(d / Math.sqrt(1 + sd * sd)) - 1,
                chance ->
                        of.apply(
                                ValueCounts.of(
                                        Draw.normal(chance, sizes[0], d, 1),
                                        Draw.normal(chance, sizes[1], 0, sd)),
                                LEVEL));
    }

    private static Estimate ofGroups(ValueCounts counts, double level) {
        return MannWhitney.of(counts, MannWhitney.Method.NORMAL, level).rankBiserial();
    }

    private static Setting pairs(
            String interval, double d, int n, BiFunction<ValueCounts, Double, Estimate> of) {
        // Of all sums of two differences, those of one with itself have another chance to be above
        // 0.
        double two = NORMAL.cumulativeProbability(d * Math.sqrt(2));
        double one = NORMAL.cumulativeProbability(d);
        double above = ((n - 1) * two + 2 * one) / (n + 1);
        return setting(
                interval,
                "normal, d = %s, n = %d".formatted(d, n),
                2 * above - 1,
                chance ->
                        of.apply(
                                ValueCounts.of(new double[][] {Draw.normal(chance, n, d, 1)}),
                                LEVEL));
    }

    private static Estimate ofPairs(ValueCounts differences, double level) {
        return WilcoxonSignedRank.of(differences, WilcoxonSignedRank.Method.NORMAL, level)
                .rankBiserial();
    }

    private static double[] answers(KeyedStream chance, int n, double mean) {
        return Arrays.stream(Draw.normal(chance, n, mean, 1))
                .map(value -> Arrays.stream(CUTS).filter(cut -> cut < value).count())
                .toArray();
    }

    /// The share of pairs of answers in which the first is above less those in which it is below.
    private static double ofAnswers(double d) {
        double sum = 0;
        for (int i = 0; i <= CUTS.length; i++) {
            for (int j = 0; j <= CUTS.length; j++) {
                sum += Math.signum(i - j) * share(i, d) * share(j, 0);
            }
        }
        return sum;
    }

    private static double share(int answer, double mean) {
        double low = answer == 0 ? 0 : NORMAL.cumulativeProbability(CUTS[answer - 1] - mean);
        double high = answer == CUTS.length ? 1 : NORMAL.cumulativeProbability(CUTS[answer] - mean);
        return high - low;
    }
}
