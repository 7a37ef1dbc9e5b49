package eyebright.stats.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.stats.reference.NistRegression;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeastSquaresTest {

    @ParameterizedTest
    @CsvSource({
        "Norris, 12",
        "Pontius, 12",
        "NoInt1, 9",
        "NoInt2, 9",
        "Filip, 7",
        "Longley, 7",
        "Wampler1, 7",
        "Wampler2, 7",
        "Wampler3, 7",
        "Wampler4, 7",
        "Wampler5, 7"
    })
    void certifiedValuesAreMetToTheDigitsOfTheirDifficulty(String name, double digits) {
        var nist = NistRegression.read(name);
        double[][] columns = nist.predictors();
        int n = nist.y().size();
        if (!name.startsWith("NoInt")) {
            var all = new double[columns.length + 1][];
            all[0] = new double[n];
            Arrays.fill(all[0], 1);
            System.arraycopy(columns, 0, all, 1, columns.length);
            columns = all;
        }
        double[] y = nist.y().stream().mapToDouble(Double::doubleValue).toArray();
        var solution = LeastSquares.of(Matrix.ofColumns(columns), y).orElseThrow();
        double[] b = solution.coefficients();
        double variance = solution.residualSquares() / (n - b.length);
        var inverse = solution.decomposition().inverseOfCrossProduct();
        double worst = 15;
        double worstSe = 15;
        for (int j = 0; j < b.length; j++) {
            worst = Math.min(worst, NistRegression.digits(b[j], nist.b().get(j)));
            worstSe =
                    Math.min(
                            worstSe,
                            NistRegression.digits(
                                    Math.sqrt(variance * inverse.at(j, j)),
                                    nist.standardErrors().get(j)));
        }
        System.err.printf(
                "%s b %.1f se %.1f sd %.1f%n",
                name,
                worst,
                worstSe,
                NistRegression.digits(Math.sqrt(variance), nist.residualSd()));
        assertThat(worst).as("coefficients of %s", name).isGreaterThanOrEqualTo(digits);
        assertThat(worstSe).as("standard errors of %s", name).isGreaterThanOrEqualTo(digits);
        assertThat(NistRegression.digits(Math.sqrt(variance), nist.residualSd()))
                .as("residual standard deviation of %s", name)
                .isGreaterThanOrEqualTo(digits);
    }
}
