package eyebright.respondents;

import eyebright.latent.Gauss;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/// How one option of a several-of question is named: by half a number of the respondent, below the chance of the
/// option at the place of the number that all options share. Immutable.
sealed interface Coin {

    /// Throws it for some rows.
    ///
    /// @param bits their numbers, of which it takes one half
    /// @param half which of them
    /// @param places those of the shared number
    /// @param named takes a bit for each of `rows` that names the option, 64 in a word
    void toss(Toss toss, long[] bits, Half half, int[] places, long[] named);

    /// Who throws.
    final class Toss {
        private final Draws draws;
        private final int[] rows;
        private final int count;

        /// @param rows the rows, `count` of them
        Toss(Draws draws, int[] rows, int count) {
            this.draws = draws;
            this.rows = rows;
            this.count = count;
        }

        Draws draws() {
            return draws;
        }

        int[] rows() {
            return rows;
        }

        int count() {
            return count;
        }

        /// Numbers of those who throw, in a place that the next call uses again.
        long[] bits(Variate variate, int counter) {
            return draws.bits(variate, counter, rows, count);
        }

        /// The same in another place.
        long[] otherBits(Variate variate, int counter) {
            return draws.otherBits(variate, counter, rows, count);
        }
    }

    /// Which half of a number is read.
    enum Half {
        UPPER,
        LOWER;

        /// How far its bits are to be moved to be the upper ones.
        private int shift() {
            return this == UPPER ? 0 : Integer.SIZE;
        }

        double unit(long bits) {
            return Chance.upper(bits << shift());
        }
    }

    /// The coin of an earlier question that an option repeats.
    ///
    /// @param coin its place among the other options there
    /// @param correlation of the two coins
    record Earlier(Variate variate, int coin, double correlation) {

        /// The normal numbers of a coin that repeats it.
        ///
        /// @param units its own numbers; taken over
        private void join(Toss toss, double[] units) {
            long[] bits = toss.otherBits(variate, SeveralDrawing.FIRST_COIN + coin / 2);
            Half half = coin % 2 == 0 ? Half.UPPER : Half.LOWER;
            double own = Math.sqrt(1 - correlation * correlation);
            double[] before = toss.draws().sums();
            for (int i = 0; i < toss.count(); i++) {
                before[i] = half.unit(bits[i]);
            }
            Gauss.quick(before, toss.count());
            Gauss.quick(units, toss.count());
            for (int i = 0; i < toss.count(); i++) {
                units[i] = correlation * before[i] + own * units[i];
            }
        }
    }

    /// One whose chances are few: by group, and by place of the shared number.
    static Coin tabled(Groups groups, double[] chances, Optional<Earlier> earlier) {
        return earlier.<Coin>map(it -> new Repeated(groups, chances, it))
                .orElseGet(() -> new Tabled(groups, chances));
    }

    /// By a table of whole numbers: the half of a number is below as many of them as the chance has of 2^32.
    final class Tabled implements Coin {
        private final Groups groups;
        private final long[] limits;

        private Tabled(Groups groups, double[] chances) {
            this.groups = groups;
            this.limits = new long[chances.length];
            for (int i = 0; i < limits.length; i++) {
                double limit = StrictMath.ceil(chances[i] * 0x1.0p32 - 0.5);
                limits[i] = (long) Math.max(0, Math.min(0x1.0p32, limit));
            }
        }

        @Override
        public void toss(Toss toss, long[] bits, Half half, int[] places, long[] named) {
            int[] group = groups.of(toss.draws(), toss.rows(), toss.count());
            int shift = half.shift();
            int count = toss.count();
            if (toss.draws().isEverybody(count)) {
                for (int from = 0; from < count; from += Long.SIZE) {
                    named[from >> 6] |=
                            word(
                                    group,
                                    bits,
                                    shift,
                                    places,
                                    from,
                                    Math.min(count, from + Long.SIZE));
                }
                return;
            }
            for (int i = 0; i < count; i++) {
                long number = bits[i] << shift >>> Integer.SIZE;
                long limit = limits[group[i] * SeveralDrawing.PLACES + places[i]];
                int row = toss.rows()[i];
                named[row >> 6] |= (number - limit) >>> 63 << row;
            }
        }

        /// Which of some rows, 64 or fewer, name the option, a bit each.
        private long word(int[] group, long[] bits, int shift, int[] places, int from, int to) {
            long word = 0;
            if (groups.count() == 1) {
                for (int i = from; i < to; i++) {
                    // The sign of the difference: no branch that nobody foresees.
                    word |= ((bits[i] << shift >>> Integer.SIZE) - limits[places[i]]) >>> 63 << i;
                }
                return word;
            }
            for (int i = from; i < to; i++) {
                long limit = limits[group[i] * SeveralDrawing.PLACES + places[i]];
                word |= ((bits[i] << shift >>> Integer.SIZE) - limit) >>> 63 << i;
            }
            return word;
        }
    }

    /// By a table of normal numbers, where it repeats a coin of an earlier question.
    final class Repeated implements Coin {
        private final Groups groups;
        private final double[] limits;
        private final Earlier earlier;

        private Repeated(Groups groups, double[] chances, Earlier earlier) {
            this.groups = groups;
            this.limits = new double[chances.length];
            for (int i = 0; i < limits.length; i++) {
                limits[i] = Gauss.least(chances[i]);
            }
            this.earlier = earlier;
        }

        @Override
        public void toss(Toss toss, long[] bits, Half half, int[] places, long[] named) {
            double[] normals = toss.draws().units();
            for (int i = 0; i < toss.count(); i++) {
                normals[i] = half.unit(bits[i]);
            }
            earlier.join(toss, normals);
            int[] group = groups.of(toss.draws(), toss.rows(), toss.count());
            int[] rows = toss.rows();
            for (int i = 0; i < toss.count(); i++) {
                double limit = limits[group[i] * SeveralDrawing.PLACES + places[i]];
                named[rows[i] >> 6] |= (normals[i] < limit ? 1L : 0L) << rows[i];
            }
        }
    }

    /// One whose chance is worked out for each respondent, since an effect reads a number.
    ///
    /// @param odds by level, its log odds without effects
    /// @param dependence the latent correlation of each two coins
    record Moved(
            Levels levels,
            Predictor predictor,
            IntToDoubleFunction odds,
            double dependence,
            Optional<Earlier> earlier)
            implements Coin {

        @Override
        public void toss(Toss toss, long[] bits, Half half, int[] places, long[] named) {
            double[] units = toss.draws().units();
            for (int i = 0; i < toss.count(); i++) {
                units[i] = half.unit(bits[i]);
            }
            if (earlier.isPresent()) {
                earlier.get().join(toss, units);
                for (int i = 0; i < toss.count(); i++) {
                    units[i] = Gauss.quickCumulative(units[i]);
                }
            }
            double[] sums = toss.draws().sums();
            predictor.fill(toss.draws(), toss.rows(), toss.count(), sums);
            int[] level = levels.of(toss.draws(), toss.rows(), toss.count());
            for (int i = 0; i < toss.count(); i++) {
                double chance = LogScale.chance(odds.applyAsDouble(level[i]) + sums[i]);
                double here = SeveralDrawing.quickChance(chance, dependence, places[i]);
                int row = toss.rows()[i];
                named[row >> 6] |= (units[i] < here ? 1L : 0L) << row;
            }
        }
    }
}
