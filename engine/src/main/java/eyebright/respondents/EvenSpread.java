package eyebright.respondents;

import eyebright.latent.Grid;
import eyebright.latent.PointTable;
import eyebright.population.Limits;
import eyebright.study.Option;
import eyebright.study.Question;
import eyebright.study.Study;
import eyebright.study.Variable;
import eyebright.study.Variable.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// How what no entry declares is drawn.
///
/// One-of: every option equally likely. Several-of: an option that stands alone as likely as in a one-of, the
/// others each by a coin, at least one of them. Ratings and numbers: every point, or step of the last decimal,
/// equally likely. Counts: every number of the lower tenth of the range, because long ranges leave room for the
/// few. One in N: N even on a logarithmic scale. Words: none.
final class EvenSpread {

    private EvenSpread() {}

    static Drawing drawing(
            Study study, Variable variable, int slot, Noise noise, Levels everybody) {
        return switch (variable.kind()) {
            case Kind.Choice(List<Option> options) -> {
                double[] shares = new double[options.size()];
                Arrays.fill(shares, 1.0 / shares.length);
                yield OptionDrawing.of(noise, slot, everybody, new double[][] {shares});
            }
            case Kind.Choices(List<Option> options) -> several(options, slot, noise, everybody);
            case Kind.Numeric numeric -> {
                Grid grid = Grid.of(numeric.from(), numeric.to(), numeric.decimals());
                yield new PointDrawing(
                        noise,
                        slot,
                        everybody,
                        List.of(PointTable.of(grid, weights(study, variable, grid))),
                        new Bounds(grid, Limits.NONE),
                        Shift.none(1));
            }
            case Kind.Text _ -> new NoDrawing();
        };
    }

    private static double[] weights(Study study, Variable variable, Grid grid) {
        Optional<Question> question = study.question(variable.name());
        double[] weights = new double[grid.size()];
        double tenth = grid.least() + Math.max(2, (grid.greatest() - grid.least() + 1) / 10);
        for (int cell = 0; cell < weights.length; cell++) {
            double x = grid.value(cell);
            weights[cell] = grid.width(cell);
            if (question.isPresent() && question.get() instanceof Question.OneIn) {
                weights[cell] = StrictMath.log1p(grid.width(cell) / x);
            } else if (question.isPresent() && question.get() instanceof Question.Count) {
                weights[cell] = x < tenth ? grid.width(cell) : 0;
            }
        }
        return weights;
    }

    private static SeveralDrawing several(
            List<Option> options, int slot, Noise noise, Levels everybody) {
        int[] alone = new int[options.size()];
        int[] others = new int[options.size()];
        int stand = 0;
        int rest = 0;
        for (int i = 0; i < options.size(); i++) {
            if (options.get(i).alone()) {
                alone[stand++] = i;
            } else {
                others[rest++] = i;
            }
        }
        double[] upTo = new double[stand];
        for (int i = 0; i < stand; i++) {
            upTo[i] = (i + 1.0) / options.size();
        }
        double[] half = new double[rest];
        Arrays.fill(half, 0.5);
        double[][] chances = new double[SeveralDrawing.PLACES][];
        Arrays.fill(chances, half);
        var none = new Predictor(List.of(), new double[0]);
        return new SeveralDrawing(
                noise,
                slot,
                everybody,
                new SeveralDrawing.Coins(
                        Arrays.copyOf(alone, stand),
                        new double[][] {upTo},
                        Arrays.copyOf(others, rest),
                        new double[][][] {chances},
                        java.util.Collections.nCopies(rest, none),
                        new double[][] {new double[rest]},
                        0,
                        new boolean[] {true},
                        java.util.Collections.nCopies(rest, Optional.empty())));
    }
}
