package eyebright.respondents;

import eyebright.latent.Newton;
import eyebright.population.Effect;
import eyebright.population.Entry;
import eyebright.population.Measure;
import eyebright.study.Option;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Solves the coins of a several-of question so that declared shares of its options are observed.
///
/// Shares are among those who answer. Who throws no option throws again, so with p0 the chance of that, a coin
/// falls with share · (1 - p0), p0 hanging on all coins: solved in turns. Where the shares of the options that
/// do not stand alone sum to 1 or less nobody throws again, and who names nothing skips the question.
final class SeveralSolver {

    private static final int ROUNDS = 200;
    private static final int ROUNDS_OF_ROWS = 12;

    /// Every so manieth place of the shared number is looked at where effects differ by respondent.
    private static final int STRIDE = 16;

    private static final double NEAR = 5e-3;
    private static final double WHOLE = 1.001;

    private final Draws draws;
    private final List<Gap> gaps;

    SeveralSolver(Draws draws, List<Gap> gaps) {
        this.draws = draws;
        this.gaps = gaps;
    }

    /// The drawing of a several-of question.
    ///
    /// @param shares by level, by code
    /// @param earlier what an option repeats, by code
    SeveralDrawing solve(
            Entry.Several entry,
            Noise noise,
            int slot,
            Levels levels,
            List<Map<String, Double>> shares,
            Map<String, Coin.Earlier> earlier) {
        List<Option> options = draws.slots().options(slot);
        int[] alone = places(options, true);
        int[] others = places(options, false);
        int[] rows = draws.asked(slot);
        List<int[]> parts = levels.parts(draws, rows);
        var predictors = new ArrayList<Predictor>();
        var problems = new ArrayList<Problem>();
        for (int other : others) {
            String code = options.get(other).code();
            problems.add(new Problem(code, entry.effects().getOrDefault(code, List.of()), rows));
        }
        double[][] aloneUpTo = new double[levels.count()][alone.length];
        double[][] odds = new double[levels.count()][others.length];
        double[][][] chances = new double[levels.count()][SeveralDrawing.PLACES][others.length];
        boolean[] isThrownAgain = new boolean[levels.count()];
        double[][] named = new double[levels.count()][others.length];
        for (int level = 0; level < levels.count(); level++) {
            double sum = 0;
            for (int i = 0; i < alone.length; i++) {
                sum += shares.get(level).getOrDefault(options.get(alone[i]).code(), 0.0);
                aloneUpTo[level][i] = sum;
            }
            double whole = 0;
            for (int i = 0; i < others.length; i++) {
                double share = shares.get(level).getOrDefault(options.get(others[i]).code(), 0.0);
                named[level][i] = sum < 1 ? Math.min(1, share / (1 - sum)) : 0;
                whole += named[level][i];
            }
            isThrownAgain[level] = whole > WHOLE;
        }
        boolean hasEffects = problems.stream().anyMatch(coin -> !coin.effects.isEmpty());
        for (int level = 0; level < levels.count(); level++) {
            double[] coins = coins(named[level], entry.dependence(), isThrownAgain[level]);
            for (int i = 0; i < others.length; i++) {
                odds[level][i] = log(coins[i]);
            }
        }
        if (hasEffects) {
            var turns = new Turns(entry, problems, parts, named, odds, isThrownAgain, rows.length);
            turns.solve(aloneUpTo);
        }
        for (int level = 0; level < levels.count(); level++) {
            for (int place = 0; place < SeveralDrawing.PLACES; place++) {
                for (int i = 0; i < others.length; i++) {
                    chances[level][place][i] =
                            SeveralDrawing.chance(
                                    LogScale.chance(odds[level][i]), entry.dependence(), place);
                }
            }
        }
        problems.forEach(coin -> predictors.add(new Predictor(coin.readings, coin.coefficients)));
        return new SeveralDrawing(
                noise,
                slot,
                levels,
                new SeveralDrawing.Coins(
                        alone,
                        aloneUpTo,
                        others,
                        chances,
                        predictors,
                        odds,
                        entry.dependence(),
                        isThrownAgain,
                        Arrays.stream(others)
                                .mapToObj(
                                        other ->
                                                Optional.ofNullable(
                                                        earlier.get(options.get(other).code())))
                                .toList()));
    }

    private static int[] places(List<Option> options, boolean isAlone) {
        int[] places = new int[options.size()];
        int count = 0;
        for (int i = 0; i < places.length; i++) {
            if (options.get(i).alone() == isAlone) {
                places[count++] = i;
            }
        }
        return Arrays.copyOf(places, count);
    }

    private static double log(double chance) {
        return chance <= 0 ? -600 : chance >= 1 ? 600 : StrictMath.log(chance / (1 - chance));
    }

    /// The chance of each coin, without effects.
    private static double[] coins(double[] named, double dependence, boolean isThrownAgain) {
        double none = 0;
        double before = -1;
        double[] coins = named.clone();
        for (int round = 0; isThrownAgain && round < ROUNDS; round++) {
            if (Math.abs(none - before) < 1e-12) {
                break;
            }
            before = none;
            for (int i = 0; i < coins.length; i++) {
                coins[i] = named[i] * (1 - none);
            }
            none = 0;
            for (int place = 0; place < SeveralDrawing.PLACES; place++) {
                double product = 1;
                for (double coin : coins) {
                    product *= 1 - SeveralDrawing.chance(coin, dependence, place);
                }
                none += product / SeveralDrawing.PLACES;
            }
        }
        return coins;
    }

    /// One option that does not stand alone, with its effects.
    private final class Problem {
        private final String code;
        private final List<Effect> effects;
        private final List<Reading> readings = new ArrayList<>();
        private final List<double[]> values = new ArrayList<>();
        private final double[] coefficients;
        private final Alike alike;

        Problem(String code, List<Effect> effects, int[] rows) {
            this.code = code;
            this.effects = effects;
            this.coefficients = new double[effects.size()];
            for (int j = 0; j < coefficients.length; j++) {
                Effect effect = effects.get(j);
                Reading reading = Reading.of(effect.term(), draws);
                readings.add(reading);
                values.add(reading.values(draws, rows));
                coefficients[j] =
                        effect.measure() == Measure.ODDS ? StrictMath.log(effect.value()) : 0;
            }
            this.alike = Alike.of(values, rows.length);
        }

        void add(double[] tried, double[] sums) {
            for (int j = 0; j < tried.length; j++) {
                double[] x = values.get(j);
                for (int i = 0; i < sums.length; i++) {
                    sums[i] += tried[j] * x[i];
                }
            }
        }
    }

    /// Coins whose chances differ by respondent: how likely each is to name nothing, then each coin, in turns.
    private final class Turns {
        private final Entry.Several entry;
        private final List<Problem> coins;
        private final List<int[]> parts;
        private final double[][] named;
        private final double[][] odds;
        private final boolean[] isThrownAgain;
        private final double[] weights;

        Turns(
                Entry.Several entry,
                List<Problem> coins,
                List<int[]> parts,
                double[][] named,
                double[][] odds,
                boolean[] isThrownAgain,
                int rows) {
            this.entry = entry;
            this.coins = coins;
            this.parts = parts;
            this.named = named;
            this.odds = odds;
            this.isThrownAgain = isThrownAgain;
            this.weights = new double[rows];
        }

        void solve(double[][] aloneUpTo) {
            for (int round = 0; round < ROUNDS_OF_ROWS; round++) {
                double moved = 0;
                weigh();
                for (int coin = 0; coin < coins.size(); coin++) {
                    moved = Math.max(moved, turn(coin, aloneUpTo, false));
                }
                if (moved < 5e-4) {
                    break;
                }
            }
            for (int coin = 0; coin < coins.size(); coin++) {
                turn(coin, aloneUpTo, true);
            }
        }

        /// 1 / (1 - p0) of each respondent.
        private void weigh() {
            Arrays.fill(weights, 0);
            int n = weights.length;
            double[] none = new double[n];
            for (int place = STRIDE / 2; place < SeveralDrawing.PLACES; place += STRIDE) {
                double[] product = new double[n];
                Arrays.fill(product, 1);
                for (int coin = 0; coin < coins.size(); coin++) {
                    times(coin, place, product);
                }
                for (int i = 0; i < n; i++) {
                    none[i] += product[i] * STRIDE / SeveralDrawing.PLACES;
                }
            }
            for (int level = 0; level < parts.size(); level++) {
                for (int i : parts.get(level)) {
                    weights[i] = isThrownAgain[level] ? 1 / Math.max(1e-6, 1 - none[i]) : 1;
                }
            }
        }

        private void times(int coin, int place, double[] product) {
            Problem one = coins.get(coin);
            double[] sums = new double[product.length];
            one.add(one.coefficients, sums);
            for (int level = 0; level < parts.size(); level++) {
                double own = odds[level][coin];
                double[] misses = new double[one.alike.count()];
                for (int pattern = 0; pattern < misses.length; pattern++) {
                    double chance = LogScale.chance(own + sums[one.alike.first(pattern)]);
                    misses[pattern] =
                            1
                                    - (one.effects.isEmpty()
                                            ? SeveralDrawing.chance(
                                                    chance, entry.dependence(), place)
                                            : SeveralDrawing.quickChance(
                                                    chance, entry.dependence(), place));
                }
                for (int i : parts.get(level)) {
                    product[i] *= misses[one.alike.of(i)];
                }
            }
        }

        /// Solves one coin; how far its log odds moved.
        private double turn(int coin, double[][] aloneUpTo, boolean isLast) {
            Problem one = coins.get(coin);
            var solved = new ArrayList<Integer>();
            for (int j = 0; j < one.effects.size(); j++) {
                if (one.effects.get(j).measure() != Measure.ODDS) {
                    solved.add(j);
                }
            }
            double[] start = new double[solved.size()];
            for (int j = 0; j < start.length; j++) {
                start[j] = one.coefficients[solved.get(j)];
            }
            if (!solved.isEmpty()) {
                Newton.Found found =
                        Newton.solve(at -> off(coin, solved, at, aloneUpTo), start, 1e-4, 1e-6);
                for (int j = 0; j < start.length; j++) {
                    one.coefficients[solved.get(j)] = found.at(j);
                }
                if (isLast && found.off() > NEAR) {
                    double[] off = off(coin, solved, found.at(), aloneUpTo);
                    for (int j = 0; j < off.length; j++) {
                        Effect effect = one.effects.get(solved.get(j));
                        gaps.add(
                                new Gap(
                                        entry.name() + "." + one.code,
                                        OddsSolver.said(effect),
                                        effect.value(),
                                        effect.value() + off[j]));
                    }
                }
            }
            double[] sums = new double[weights.length];
            one.add(one.coefficients, sums);
            double moved = 0;
            for (int level = 0; level < parts.size(); level++) {
                double before = odds[level][coin];
                odds[level][coin] =
                        logOdds(one.alike, sums, parts.get(level), named[level][coin], before);
                moved = Math.max(moved, Math.abs(odds[level][coin] - before));
            }
            return moved;
        }

        /// The log odds at which the weighted mean chance is `share`.
        private double logOdds(Alike alike, double[] sums, int[] part, double share, double start) {
            if (part.length == 0 || share <= 0 || share >= 1) {
                return start;
            }
            double a = start;
            for (int step = 0; step < 40; step++) {
                double sum = 0;
                double slope = 0;
                double[] chances = new double[alike.count()];
                for (int pattern = 0; pattern < chances.length; pattern++) {
                    chances[pattern] = LogScale.chance(a + sums[alike.first(pattern)]);
                }
                for (int i : part) {
                    double p = chances[alike.of(i)];
                    sum += weights[i] * p;
                    slope += weights[i] * p * (1 - p);
                }
                double change = (share * part.length - sum) / Math.max(slope, 1e-9);
                a += Math.max(-1, Math.min(1, change));
                if (Math.abs(change) < 1e-6 || Math.abs(a) > 50) {
                    break;
                }
            }
            return a;
        }

        private double[] off(int coin, List<Integer> solved, double[] at, double[][] aloneUpTo) {
            Problem one = coins.get(coin);
            double[] tried = one.coefficients.clone();
            for (int j = 0; j < at.length; j++) {
                tried[solved.get(j)] = at[j];
            }
            double[] sums = new double[weights.length];
            one.add(tried, sums);
            double[] chance = new double[weights.length];
            for (int level = 0; level < parts.size(); level++) {
                double[] upTo = aloneUpTo[level];
                double rest = upTo.length == 0 ? 1 : 1 - upTo[upTo.length - 1];
                double a =
                        logOdds(
                                one.alike,
                                sums,
                                parts.get(level),
                                named[level][coin],
                                odds[level][coin]);
                for (int i : parts.get(level)) {
                    chance[i] = rest * weights[i] * LogScale.chance(a + sums[i]);
                }
            }
            double mean = Sums.mean(chance);
            double deviation = StrictMath.sqrt(Math.max(1e-12, mean * (1 - mean)));
            double[] off = new double[at.length];
            for (int j = 0; j < off.length; j++) {
                Effect effect = one.effects.get(solved.get(j));
                double[] x = one.values.get(solved.get(j));
                double observed =
                        effect.measure() == Measure.R
                                ? Sums.covariance(x, chance)
                                        / Math.max(1e-12, deviation * Sums.deviation(x))
                                : Sums.difference(x, chance);
                off[j] = observed - effect.value();
            }
            return off;
        }
    }
}
