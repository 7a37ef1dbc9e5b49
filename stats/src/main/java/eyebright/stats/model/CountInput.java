package eyebright.stats.model;

import eyebright.stats.formula.Design;
import eyebright.stats.matrix.Logarithm;
import eyebright.stats.matrix.Matrix;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.numbers.gamma.LogGamma;

/// Counts and exposures, checked, and what the count models compute of counts alone.
final class CountInput {

    private static final int SMALL = 256;

    private CountInput() {}

    static ModelInput of(Design design, double[] counts, double[] exposure) {
        double[] offset = offset(exposure);
        for (double each : offset) {
            if (each != 0) {
                return checked(ModelInput.of(design, counts, offset));
            }
        }
        return checked(ModelInput.of(design, counts));
    }

    static ModelInput of(List<String> names, Matrix x, double[] counts, double[] exposure) {
        return checked(ModelInput.of(names, x, counts, offset(exposure)));
    }

    /// An exposure of 1 for everyone.
    static double[] same(int n) {
        var exposure = new double[n];
        Arrays.fill(exposure, 1);
        return exposure;
    }

    private static double[] offset(double[] exposure) {
        var offset = new double[exposure.length];
        for (int i = 0; i < offset.length; i++) {
            if (!(exposure[i] > 0 && Double.isFinite(exposure[i]))) {
                throw new IllegalArgumentException(
                        "exposure of row %d must be finite and above 0, not %s"
                                .formatted(i, exposure[i]));
            }
            offset[i] = exposure[i] == 1 ? 0 : Logarithm.of(exposure[i]);
        }
        return offset;
    }

    private static ModelInput checked(ModelInput input) {
        for (int i = 0; i < input.n(); i++) {
            double count = input.answers()[i];
            if (!(count >= 0 && Double.isFinite(count) && count == Math.rint(count))) {
                throw new IllegalArgumentException(
                        "count of row %d must be a whole number, 0 or more, not %s"
                                .formatted(i, count));
            }
        }
        return input;
    }

    /// The sum of log count!, each logarithm taken once for all counts that have it.
    static double logFactorials(double[] counts) {
        double sum = 0;
        var small = new int[SMALL];
        for (double count : counts) {
            if (count < SMALL) {
                small[(int) count]++;
            } else {
                sum += LogGamma.value(count + 1);
            }
        }
        for (int count = 2; count < SMALL; count++) {
            sum += small[count] == 0 ? 0 : small[count] * LogGamma.value(count + 1.0);
        }
        return sum;
    }
}
