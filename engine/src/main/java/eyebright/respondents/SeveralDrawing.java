package eyebright.respondents;

import eyebright.latent.Gauss;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

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

    /// So many numbers of throws an attempt has.
    private static final int THROWS = 32;

    /// Which number of a throw is the first that coins halve.
    static final int FIRST_COIN = 2;

    private static final double[] NUMBERS = numbers();

    private final Noise noise;
    private final int slot;
    private final Levels levels;
    private final Coins coins;
    private final List<Coin> tossed;

    SeveralDrawing(Noise noise, int slot, Levels levels, Coins coins) {
        this.noise = noise;
        this.slot = slot;
        this.levels = levels;
        this.coins = coins;
        this.tossed =
                IntStream.range(0, coins.others.length)
                        .mapToObj(coin -> coin(levels, coins, coin))
                        .toList();
    }

    private static Coin coin(Levels levels, Coins coins, int coin) {
        Predictor predictor = coins.predictors.get(coin);
        Optional<Groups> groups = Groups.of(levels, predictor);
        if (groups.isEmpty()) {
            return new Coin.Moved(
                    levels,
                    predictor,
                    level -> coins.odds[level][coin],
                    coins.dependence,
                    coins.earlier.get(coin));
        }
        double[] chances = new double[groups.get().count() * PLACES];
        for (int group = 0; group < groups.get().count(); group++) {
            int level = groups.get().level(group);
            double odds = coins.odds[level][coin] + groups.get().sum(group);
            for (int place = 0; place < PLACES; place++) {
                chances[group * PLACES + place] =
                        predictor.isEmpty()
                                ? coins.chances[level][place][coin]
                                : quickChance(LogScale.chance(odds), coins.dependence, place);
            }
        }
        return Coin.tabled(groups.get(), chances, coins.earlier.get(coin));
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
        final List<Optional<Coin.Earlier>> earlier;

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
                List<Optional<Coin.Earlier>> earlier) {
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
        boolean isEverybody = draws.isEverybody(count);
        for (long[] named : sets) {
            if (attempt == 0 && isEverybody) {
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
            int tossing = attempt * THROWS + thrown;
            if (thrown == 0 && isEverybody) {
                // Who stands alone throws as well, and it does not count: whole words are sooner
                // filled.
                toss(new Coin.Toss(draws, rows, count), tossing);
                keep(sets, left, size, draws.words());
            } else if (thrown < MOST_THROWS) {
                toss(new Coin.Toss(draws, left, size), tossing);
            } else {
                one(draws, tossing, left, size);
            }
            size = empty(draws, left, size);
        }
    }

    /// Takes what was thrown from all who are not among those rows.
    private void keep(long[][] sets, int[] rows, int count, int words) {
        long[] throwing = new long[words];
        for (int i = 0; i < count; i++) {
            set(throwing, rows[i]);
        }
        for (int other : coins.others) {
            for (int word = 0; word < words; word++) {
                sets[other][word] &= throwing[word];
            }
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
            if (!Draws.has(named, rows[i]) && coins.isThrownAgain[levels.of(draws, rows[i])]) {
                rows[left++] = rows[i];
            }
        }
        return left;
    }

    private void toss(Coin.Toss toss, int tossing) {
        int first = tossing * Variate.AN_ATTEMPT;
        int[] places = places(toss, first);
        long[][] sets = toss.draws().sets(slot);
        long[] bits = {};
        for (int coin = 0; coin < tossed.size(); coin++) {
            if (coin % 2 == 0) {
                bits = toss.bits(noise.own(), first + FIRST_COIN + coin / 2);
            }
            Coin.Half half = coin % 2 == 0 ? Coin.Half.UPPER : Coin.Half.LOWER;
            tossed.get(coin).toss(toss, bits, half, places, sets[coins.others[coin]]);
        }
    }

    private int[] places(Coin.Toss toss, int first) {
        int[] places = toss.draws().places();
        long[] bits = toss.bits(noise.own(), first + 1);
        for (int i = 0; i < toss.count(); i++) {
            places[i] = place(bits[i]);
        }
        return places;
    }

    /// Names one option, by how likely each is: what throwing on would come to where all are unlikely.
    private void one(Draws draws, int tossing, int[] rows, int count) {
        var toss = new Coin.Toss(draws, rows, count);
        int[] places = places(toss, tossing * Variate.AN_ATTEMPT);
        long[] bits = toss.bits(noise.own(), tossing * Variate.AN_ATTEMPT + 1);
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
