package eyebright.respondents;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;

/// Yes or no, or one of ordered options, by cumulative log odds that effects move; other options are drawn
/// apart, by their shares alone.
///
/// The chance of option k or a higher one is 1 / (1 + exp(-a - x)), a by level and option, x the sum of the
/// effects. A small uniform number means a high option.
final class OddsDrawing implements Drawing {

    private final Noise noise;
    private final int slot;
    private final Levels levels;
    private final Predictor predictor;
    private final Scheme scheme;

    OddsDrawing(Noise noise, int slot, Levels levels, Predictor predictor, Scheme scheme) {
        this.noise = noise;
        this.slot = slot;
        this.levels = levels;
        this.predictor = predictor;
        this.scheme = scheme;
    }

    /// What is drawn of the numbers.
    static final class Scheme {
        private final short[] ordered;
        private final short[] others;

        /// By level, the chance of each other option or one before it.
        private final double[][] apart;

        /// By level, for each ordered option but the first, exp(-a).
        private final double[][] against;

        /// @param ordered places of the ordered options, from the lowest
        /// @param others places of those that are drawn apart
        /// @param apart by level, the cumulated shares of the others
        /// @param against by level, for each ordered option but the first, exp(-a)
        Scheme(short[] ordered, short[] others, double[][] apart, double[][] against) {
            this.ordered = ordered.clone();
            this.others = others.clone();
            this.apart = apart.clone();
            this.against = against.clone();
        }

        /// The same by a table for each of some groups.
        OptionDrawing tabled(Noise noise, int slot, Groups groups) {
            int size = others.length + ordered.length;
            short[] options = Arrays.copyOf(others, size);
            for (int place = 0; place < ordered.length; place++) {
                options[size - 1 - place] = ordered[place];
            }
            var shares = new ArrayList<double[]>();
            for (int group = 0; group < groups.count(); group++) {
                double odds = LogScale.value(-groups.sum(group));
                shares.add(shares(groups.level(group), odds));
            }
            return OptionDrawing.of(noise, slot, groups, shares, options);
        }

        /// The shares of the others, and then of the ordered options from the highest.
        private double[] shares(int level, double odds) {
            double[] shares = new double[others.length + ordered.length];
            double whole = 0;
            for (int other = 0; other < others.length; other++) {
                shares[other] = apart[level][other] - whole;
                whole = apart[level][other];
            }
            double above = 0;
            for (int place = ordered.length - 1; place >= 0; place--) {
                double atLeast = place == 0 ? 1 : 1 / (1 + odds * against[level][place - 1]);
                shares[shares.length - 1 - place] = (1 - whole) * Math.max(0, atLeast - above);
                above = atLeast;
            }
            return shares;
        }

        private short option(int level, double unit, double odds) {
            double whole = others.length == 0 ? 0 : apart[level][others.length - 1];
            if (unit < whole) {
                int other = 0;
                while (unit >= apart[level][other]) {
                    other++;
                }
                return others[other];
            }
            double rest = (unit - whole) / (1 - whole);
            double[] here = against[level];
            if (here.length == 1) {
                return rest * (1 + odds * here[0]) < 1 ? ordered[1] : ordered[0];
            }
            int place = 0;
            for (double each : here) {
                // They grow: counting is finding, and foresees itself.
                place += rest * (1 + odds * each) < 1 ? 1 : 0;
            }
            return ordered[place];
        }
    }

    @Override
    public Optional<Noise> noise() {
        return Optional.of(noise);
    }

    @Override
    public Drawing with(Noise other) {
        return new OddsDrawing(other, slot, levels, predictor, scheme);
    }

    @Override
    public void draw(Draws draws, int attempt, int[] rows, int count) {
        double[] units = draws.units();
        double[] sums = draws.sums();
        noise.fill(draws, attempt, rows, count, units);
        predictor.fill(draws, rows, count, sums);
        short[] chosen = draws.choices(slot);
        int[] level = levels.of(draws, rows, count);
        for (int i = 0; i < count; i++) {
            double odds = LogScale.value(-sums[i]);
            chosen[rows[i]] = scheme.option(level[i], units[i], odds);
        }
    }
}
