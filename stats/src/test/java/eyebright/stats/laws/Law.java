package eyebright.stats.laws;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// What a change of the answers makes of the figures of a statistic, whatever the answers are.
///
/// @param statistic by name
/// @param answers the change
/// @param figures what it makes of them
/// @param leftOut paths of figures that the law says nothing of
record Law(
        String statistic,
        UnaryOperator<Sample> answers,
        UnaryOperator<Figures> figures,
        String leftOut) {

    private static final double ROUNDING = 1e-12;

    static Law of(String statistic, UnaryOperator<Sample> answers, UnaryOperator<Figures> figures) {
        return new Law(statistic, answers, figures, "nothing");
    }

    /// A change that changes no figure.
    static Law same(String statistic, UnaryOperator<Sample> answers) {
        return of(statistic, answers, figures -> figures);
    }

    static UnaryOperator<Figures> negated(String paths) {
        return figures -> figures.negated(paths);
    }

    static UnaryOperator<Figures> inverted(String paths) {
        return figures -> figures.inverted(paths);
    }

    Law but(String paths) {
        return new Law(statistic, answers, figures, paths);
    }

    /// Where the law does not hold, each in a line.
    List<String> breaches() {
        Statistic of = Statistics.named(statistic);
        double tolerance = Math.max(ROUNDING, of.exactness().tolerance());
        var breaches = new ArrayList<String>();
        for (int seed = 1; seed <= of.seeds(); seed++) {
            Sample sample = Sample.of(seed);
            Figures expected = figures.apply(of.figures(sample)).without(leftOut);
            Figures actual = of.figures(answers.apply(sample)).without(leftOut);
            for (String difference : expected.differences(actual, tolerance)) {
                breaches.add("seed %d: %s".formatted(seed, difference));
            }
        }
        return breaches;
    }

    @Override
    public String toString() {
        return statistic;
    }
}
