package eyebright.bench.coverage;

import eyebright.stats.Estimate;
import eyebright.stats.Interval;
import java.util.Locale;

/// How often an interval held the truth.
///
/// @param setting what was sampled
/// @param known in how many samples there was an interval
/// @param held how many of these held the truth
/// @param below how many lay wholly below it
/// @param width of the mean interval that has an end
record Coverage(Setting setting, int known, int held, int below, double width) {

    private static final double LOWEST = 0.94;
    private static final double HIGHEST = 0.96;

    /// Draws every sample of a setting, one after the other.
    static Coverage of(Setting setting) {
        int known = 0;
        int held = 0;
        int below = 0;
        double widths = 0;
        for (int i = 0; i < setting.samples(); i++) {
            Estimate estimate = setting.sample().from(setting.stream(i));
            if (estimate instanceof Estimate.Known each && each.interval().isPresent()) {
                Interval interval = each.interval().get();
                known++;
                widths += interval.high() - interval.low();
                if (interval.high() < setting.truth()) {
                    below++;
                } else if (interval.low() <= setting.truth()) {
                    held++;
                }
            }
        }
        return new Coverage(setting, known, held, below, widths / Math.max(1, known));
    }

    /// The share of the intervals that held the truth.
    double share() {
        return held / (double) Math.max(1, known);
    }

    /// The standard error of that share, from the number of samples.
    double error() {
        return Math.sqrt(share() * (1 - share()) / Math.max(1, known));
    }

    /// Whether it is regular: 94 to 96 %, give or take two errors of the simulation.
    boolean isRegular() {
        return share() >= LOWEST - 2 * error() && share() <= HIGHEST + 2 * error();
    }

    /// A row of the table in Markdown.
    String row() {
        double share = share();
        int above = known - held - below;
        return String.format(
                Locale.ROOT,
                "| %s | %s | %,d | %s%.2f%s | %.2f | %.2f / %.2f | %.3g | %s |",
                setting.interval(),
                setting.population(),
                setting.samples(),
                isRegular() ? "" : "**",
                100 * share,
                isRegular() ? "" : "**",
                100 * error(),
                100 * below / (double) Math.max(1, known),
                100 * above / (double) Math.max(1, known),
                width,
                known == setting.samples() ? "" : "%,d".formatted(setting.samples() - known));
    }
}
