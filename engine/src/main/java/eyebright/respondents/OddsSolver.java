package eyebright.respondents;

import eyebright.latent.Latent;
import eyebright.latent.Newton;
import eyebright.population.Effect;
import eyebright.population.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Solves log odds so that declared shares, differences of shares and correlations are observed.
final class OddsSolver {

    private static final double MOST_ODDS = 1e300;
    private static final double MOST_LOG = 600;
    private static final double TOLERANCE = 1e-7;
    private static final double NEAR = 2e-3;

    private final Draws draws;
    private final List<Gap> gaps;

    OddsSolver(Draws draws, List<Gap> gaps) {
        this.draws = draws;
        this.gaps = gaps;
    }

    /// The drawing of a one-of question: by table, where effects read nothing but options.
    ///
    /// @param shares by level, by code
    /// @param order codes from the lowest to the highest
    Drawing solve(
            String name,
            Noise noise,
            int slot,
            Levels levels,
            List<Map<String, Double>> shares,
            List<String> order,
            List<Effect> effects) {
        Slots slots = draws.slots();
        short[] ordered = new short[order.size()];
        for (int i = 0; i < ordered.length; i++) {
            ordered[i] = (short) slots.option(slot, order.get(i));
        }
        List<String> others =
                slots.options(slot).stream()
                        .map(eyebright.study.Option::code)
                        .filter(code -> !order.contains(code))
                        .toList();
        short[] apart = new short[others.size()];
        for (int i = 0; i < apart.length; i++) {
            apart[i] = (short) slots.option(slot, others.get(i));
        }
        double[][] apartUpTo = new double[levels.count()][apart.length];
        double[][] atLeast = new double[levels.count()][ordered.length - 1];
        for (int level = 0; level < levels.count(); level++) {
            Map<String, Double> here = shares.get(level);
            double sum = 0;
            for (int i = 0; i < apart.length; i++) {
                sum += here.getOrDefault(others.get(i), 0.0);
                apartUpTo[level][i] = sum;
            }
            double whole = 0;
            for (String code : order) {
                whole += here.getOrDefault(code, 0.0);
            }
            double above = 0;
            for (int i = ordered.length - 1; i > 0; i--) {
                above += here.getOrDefault(order.get(i), 0.0);
                atLeast[level][i - 1] = whole > 0 ? above / whole : 0;
            }
            if (sum + whole > 0) {
                for (int i = 0; i < apart.length; i++) {
                    apartUpTo[level][i] /= sum + whole;
                }
            }
        }
        int[] rows = draws.asked(slot);
        var problem = new Problem(name, rows, levels.parts(draws, rows), atLeast, effects);
        double[] coefficients = problem.coefficients();
        double[][] against = problem.against(problem.sums(coefficients));
        var scheme = new OddsDrawing.Scheme(ordered, apart, apartUpTo, against);
        var predictor = new Predictor(problem.readings, coefficients);
        return Groups.of(levels, predictor)
                .<Drawing>map(groups -> scheme.tabled(noise, slot, groups))
                .orElseGet(() -> new OddsDrawing(noise, slot, levels, predictor, scheme));
    }

    /// For log odds with the sums `sums`, exp(-a) such that the mean chance is `share`.
    static double against(double[] odds, int[] part, double share) {
        if (share <= 0) {
            return MOST_ODDS;
        }
        if (share >= 1) {
            return 0;
        }
        double a = StrictMath.log(share / (1 - share));
        for (int step = 0; step < 50 && part.length > 0; step++) {
            double e = LogScale.value(-a);
            double sum = 0;
            double slope = 0;
            for (int i : part) {
                double p = 1 / (1 + odds[i] * e);
                sum += p;
                slope += p * (1 - p);
            }
            double change = (share * part.length - sum) / Math.max(slope, 1e-9);
            a += Math.max(-2, Math.min(2, change));
            if (Math.abs(change) < 1e-10) {
                return LogScale.value(-a);
            }
        }
        // Where effects are huge the curve has steps, on which Newton's method goes astray.
        return LogScale.value(
                -Latent.root(tried -> mean(odds, part, tried) - share, -MOST_LOG, MOST_LOG));
    }

    private static double mean(double[] odds, int[] part, double a) {
        double e = LogScale.value(-a);
        double sum = 0;
        for (int i : part) {
            sum += 1 / (1 + odds[i] * e);
        }
        return part.length == 0 ? 0 : sum / part.length;
    }

    /// The parts of one question.
    private final class Problem {
        private final String name;
        private final int rows;
        private final List<int[]> parts;
        private final double[][] atLeast;
        private final List<Effect> effects;
        private final List<Reading> readings = new ArrayList<>();
        private final List<double[]> values = new ArrayList<>();

        Problem(
                String name,
                int[] rows,
                List<int[]> parts,
                double[][] atLeast,
                List<Effect> effects) {
            this.name = name;
            this.rows = rows.length;
            this.parts = parts;
            this.atLeast = atLeast;
            this.effects = effects;
            for (Effect effect : effects) {
                Reading reading = Reading.of(effect.term(), draws);
                readings.add(reading);
                values.add(reading.values(draws, rows));
            }
        }

        /// The coefficient of each effect.
        double[] coefficients() {
            double[] coefficients = new double[effects.size()];
            var solved = new ArrayList<Integer>();
            for (int i = 0; i < coefficients.length; i++) {
                if (effects.get(i).measure() == Measure.ODDS) {
                    coefficients[i] = StrictMath.log(effects.get(i).value());
                } else {
                    solved.add(i);
                }
            }
            if (solved.isEmpty()) {
                return coefficients;
            }
            double[] start = new double[solved.size()];
            Newton.Found found =
                    Newton.solve(
                            at -> {
                                double[] tried = with(coefficients, solved, at);
                                double[] observed = observed(solved, tried);
                                for (int j = 0; j < observed.length; j++) {
                                    observed[j] -= effects.get(solved.get(j)).value();
                                }
                                return observed;
                            },
                            start,
                            1e-4,
                            TOLERANCE);
            double[] best = with(coefficients, solved, found.at());
            double[] observed = observed(solved, best);
            for (int j = 0; j < observed.length; j++) {
                Effect effect = effects.get(solved.get(j));
                if (Math.abs(observed[j] - effect.value()) > NEAR) {
                    gaps.add(new Gap(name, said(effect), effect.value(), observed[j]));
                }
            }
            return best;
        }

        private double[] with(double[] coefficients, List<Integer> places, double[] at) {
            double[] tried = coefficients.clone();
            for (int j = 0; j < at.length; j++) {
                int place = places.get(j);
                // Beyond a hundred the answers are as apart as they can be.
                double most = 100 / Math.max(1e-9, Sums.deviation(values.get(place)));
                tried[place] = Math.max(-most, Math.min(most, at[j]));
            }
            return tried;
        }

        double[] sums(double[] coefficients) {
            double[] sums = new double[rows];
            for (int j = 0; j < coefficients.length; j++) {
                double[] x = values.get(j);
                for (int i = 0; i < rows; i++) {
                    sums[i] += coefficients[j] * x[i];
                }
            }
            return sums;
        }

        double[][] against(double[] sums) {
            double[] odds = odds(sums);
            double[][] against = new double[atLeast.length][];
            for (int level = 0; level < against.length; level++) {
                against[level] = new double[atLeast[level].length];
                for (int k = 0; k < against[level].length; k++) {
                    against[level][k] =
                            OddsSolver.against(odds, parts.get(level), atLeast[level][k]);
                }
            }
            return against;
        }

        private double[] odds(double[] sums) {
            double[] odds = new double[sums.length];
            for (int i = 0; i < odds.length; i++) {
                odds[i] = LogScale.value(-sums[i]);
            }
            return odds;
        }

        /// The points and correlations that will be observed with these coefficients.
        private double[] observed(List<Integer> solved, double[] coefficients) {
            double[] sums = sums(coefficients);
            double[] odds = odds(sums);
            double[][] against = against(sums);
            double[] expected = new double[rows];
            double square = 0;
            for (int level = 0; level < against.length; level++) {
                for (int i : parts.get(level)) {
                    for (int k = 0; k < against[level].length; k++) {
                        double chance = 1 / (1 + odds[i] * against[level][k]);
                        expected[i] += chance;
                        square += (2 * k + 1) * chance;
                    }
                }
            }
            double mean = Sums.mean(expected);
            double deviation = StrictMath.sqrt(Math.max(1e-12, square / rows - mean * mean));
            double[] observed = new double[solved.size()];
            for (int j = 0; j < observed.length; j++) {
                double[] x = values.get(solved.get(j));
                observed[j] =
                        effects.get(solved.get(j)).measure() == Measure.POINTS
                                ? Sums.difference(x, expected)
                                : Sums.covariance(x, expected)
                                        / (deviation * Math.max(1e-9, Sums.deviation(x)));
            }
            return observed;
        }
    }

    /// An effect as a gap names it.
    static String said(Effect effect) {
        return effect.measure().word() + " of " + effect.term().text();
    }
}
