package eyebright.respondents;

import eyebright.latent.Gauss;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The options of a several-of question: first one that stands alone, by its share; otherwise each of the
/// others by a coin, thrown again where nobody is named.
///
/// Coins depend on each other through a normal number of the respondent, taken at 64 equally likely places:
/// an option is named where √d · that number + √(1 - d) · its own lies below the threshold of its chance, so
/// that each two options have the latent correlation d.
final class SeveralDrawing implements Drawing {

    /// So many places of the number that options share.
    static final int PLACES = 64;

    /// So often coins are thrown; then one option is taken by its share.
    private static final int MOST_THROWS = 24;

    private static final int FIRST_COIN = 2;
    private static final double[] NUMBERS = numbers();

    private final Noise noise;
    private final int slot;
    private final Levels levels;
    private final Coins coins;

    SeveralDrawing(Noise noise, int slot, Levels levels, Coins coins) {
        this.noise = noise;
        this.slot = slot;
        this.levels = levels;
        this.coins = coins;
    }

    /// What is drawn of the numbers.
    static final class Coins {
        final int[] alone;
        final double[][] aloneUpTo;
        final int[] others;
        final double[][][] chances;
        final List<Predictor> predictors;
        final double[][] odds;
        final double dependence;
        final boolean[] isThrownAgain;
        final List<Optional<Earlier>> earlier;

        /// @param alone places of the options that stand alone
        /// @param aloneUpTo by level, their cumulated shares, which do not sum to 1
        /// @param others places of the other options
        /// @param chances by level, for each place of the shared number, of each other option
        /// @param predictors of each other option
        /// @param odds by level, of each other option, its log odds without effects
        /// @param dependence the latent correlation
        /// @param isThrownAgain whether who names nothing throws again, or skips the question
        /// @param earlier for each other option what it repeats, if anything
        Coins(
                int[] alone,
                double[][] aloneUpTo,
                int[] others,
                double[][][] chances,
                List<Predictor> predictors,
                double[][] odds,
                double dependence,
                boolean[] isThrownAgain,
                List<Optional<Earlier>> earlier) {
            this.alone = alone;
            this.aloneUpTo = aloneUpTo;
            this.others = others;
            this.chances = chances;
            this.predictors = List.copyOf(predictors);
            this.odds = odds;
            this.dependence = dependence;
            this.isThrownAgain = isThrownAgain;
            this.earlier = List.copyOf(earlier);
        }
    }

    /// The coin of an earlier question that an option repeats.
    ///
    /// @param coin its place among the other options there
    /// @param correlation of the two coins
    record Earlier(Variate variate, int coin, double correlation) {}

    private static double[] numbers() {
        double[] numbers = new double[PLACES];
        for (int i = 0; i < PLACES; i++) {
            // The mean of a normal number within its 64th part, so that the variance is nearly 1.
            double low = i == 0 ? 0 : Gauss.density(Gauss.quantile((double) i / PLACES));
            double high = i == PLACES - 1 ? 0 : Gauss.density(Gauss.quantile((i + 1.0) / PLACES));
            numbers[i] = (low - high) * PLACES;
        }
        double square = 0;
        for (double number : numbers) {
            square += number * number / PLACES;
        }
        for (int i = 0; i < PLACES; i++) {
            numbers[i] /= StrictMath.sqrt(square);
        }
        return numbers;
    }

    /// The number that options share, at one of its places.
    static double shared(int place) {
        return NUMBERS[place];
    }

    /// The chance of an option at a place of the shared number.
    static double chance(double chance, double dependence, int place) {
        if (dependence == 0 || chance <= 0 || chance >= 1) {
            return chance;
        }
        return Gauss.cumulative(
                (Gauss.quantile(chance) - Math.sqrt(dependence) * NUMBERS[place])
                        / Math.sqrt(1 - dependence));
    }

    static double quickChance(double chance, double dependence, int place) {
        return dependence == 0
                ? chance
                : Gauss.quickCumulative(
                        (Gauss.quick(chance) - Math.sqrt(dependence) * NUMBERS[place])
                                / Math.sqrt(1 - dependence));
    }

    /// The place of the shared number that bits stand for.
    static int place(long bits) {
        return (int) (bits >>> (Long.SIZE - 6));
    }

    @Override
    public void draw(Draws draws, int attempt, int[] rows, int count) {
        long[][] sets = draws.sets(slot);
        for (long[] named : sets) {
            if (attempt == 0 && count == draws.size()) {
                Arrays.fill(named, 0);
            } else {
                clear(named, rows, count);
            }
        }
        double[] units = draws.units();
        noise.fill(draws, attempt, rows, count, units);
        int[] left = new int[count];
        int size = 0;
        int[] level = levels.of(draws, rows, count);
        for (int i = 0; i < count; i++) {
            int alone = alone(level[i], units[i]);
            if (alone < 0) {
                left[size++] = rows[i];
            } else {
                set(sets[coins.alone[alone]], rows[i]);
            }
        }
        for (int thrown = 0; size > 0 && coins.others.length > 0; thrown++) {
            toss(draws, attempt * 32 + thrown, left, size, thrown == MOST_THROWS);
            size = empty(draws, left, size);
        }
    }

    private int alone(int level, double unit) {
        double[] upTo = coins.aloneUpTo[level];
        for (int i = 0; i < upTo.length; i++) {
            if (unit < upTo[i]) {
                return i;
            }
        }
        return -1;
    }

    /// Keeps of `rows` those who named nothing and throw again.
    private int empty(Draws draws, int[] rows, int count) {
        long[][] sets = draws.sets(slot);
        long[] named = new long[draws.words()];
        for (int other : coins.others) {
            for (int word = 0; word < named.length; word++) {
                named[word] |= sets[other][word];
            }
        }
        int left = 0;
        for (int i = 0; i < count; i++) {
            boolean isNamed = Draws.has(named, rows[i]);
            if (!isNamed && coins.isThrownAgain[levels.of(draws, rows[i])]) {
                rows[left++] = rows[i];
            }
        }
        return left;
    }

    private void toss(Draws draws, int attempt, int[] rows, int count, boolean isLast) {
        int start = attempt * Variate.AN_ATTEMPT;
        Variate variate = noise.own();
        int[] places = new int[count];
        long[] bits = draws.bits(variate, start + 1, rows, count);
        for (int i = 0; i < count; i++) {
            places[i] = place(bits[i]);
        }
        if (isLast) {
            one(draws, bits, places, rows, count);
            return;
        }
        double[] sums = draws.sums();
        long[][] sets = draws.sets(slot);
        int[] level = levels.of(draws, rows, count);
        for (int coin = 0; coin < coins.others.length; coin++) {
            if (coin % 2 == 0) {
                bits = draws.bits(variate, start + FIRST_COIN + coin / 2, rows, count);
            }
            double[] units = draws.units();
            for (int i = 0; i < count; i++) {
                units[i] = coin % 2 == 0 ? Chance.upper(bits[i]) : Chance.lower(bits[i]);
            }
            if (coins.earlier.get(coin).isPresent()) {
                repeat(draws, coins.earlier.get(coin).get(), rows, count, units);
                bits = draws.bits(variate, start + FIRST_COIN + coin / 2, rows, count);
            }
            long[] named = sets[coins.others[coin]];
            if (coins.predictors.get(coin).isEmpty()) {
                for (int i = 0; i < count; i++) {
                    double chance = coins.chances[level[i]][places[i]][coin];
                    named[rows[i] >> 6] |= (units[i] < chance ? 1L : 0L) << rows[i];
                }
                continue;
            }
            coins.predictors.get(coin).fill(draws, rows, count, sums);
            for (int i = 0; i < count; i++) {
                double chance = LogScale.chance(coins.odds[level[i]][coin] + sums[i]);
                double here = quickChance(chance, coins.dependence, places[i]);
                named[rows[i] >> 6] |= (units[i] < here ? 1L : 0L) << rows[i];
            }
        }
    }

    private static void repeat(
            Draws draws, Earlier earlier, int[] rows, int count, double[] units) {
        long[] bits = draws.bits(earlier.variate(), FIRST_COIN + earlier.coin() / 2, rows, count);
        double r = earlier.correlation();
        double own = Math.sqrt(1 - r * r);
        for (int i = 0; i < count; i++) {
            double before = earlier.coin() % 2 == 0 ? Chance.upper(bits[i]) : Chance.lower(bits[i]);
            units[i] = Gauss.quickCumulative(r * Gauss.quick(before) + own * Gauss.quick(units[i]));
        }
    }

    /// Names one option, by how likely each is: what throwing on would come to where all are unlikely.
    private void one(Draws draws, long[] bits, int[] places, int[] rows, int count) {
        long[][] sets = draws.sets(slot);
        for (int i = 0; i < count; i++) {
            double[] chances = coins.chances[levels.of(draws, rows[i])][places[i]];
            double sum = 0;
            for (double chance : chances) {
                sum += chance;
            }
            double at = Chance.lower(bits[i]) * sum;
            int coin = 0;
            while (coin < chances.length - 1 && at >= chances[coin]) {
                at -= chances[coin++];
            }
            set(sets[coins.others[coin]], rows[i]);
        }
    }

    private static void set(long[] words, int row) {
        words[row >> 6] |= 1L << row;
    }

    private static void clear(long[] words, int[] rows, int count) {
        for (int i = 0; i < count; i++) {
            words[rows[i] >> 6] &= ~(1L << rows[i]);
        }
    }
}
