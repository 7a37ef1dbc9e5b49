package eyebright.stats.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A linear regression of NIST's Statistical Reference Datasets with its certified values.
public record NistRegression(
        String name,
        List<Double> b,
        List<Double> standardErrors,
        double residualSd,
        double rSquared,
        double f,
        List<Double> y,
        List<List<Double>> x) {

    private static final Pattern PARAMETER =
            Pattern.compile("^\\s*B(\\d+)\\s+(\\S+)\\s+(\\S+)\\s*$");
    private static final Pattern HEADER_LINES =
            Pattern.compile("Data\\s+\\(lines (\\d+) to (\\d+)\\)");

    public static NistRegression read(String name) {
        List<String> lines;
        try {
            lines = Files.readAllLines(Path.of("src/test/reference/nist", name + ".dat"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        var place = only(HEADER_LINES, lines);
        List<Double> b = new ArrayList<>();
        List<Double> errors = new ArrayList<>();
        for (String line : lines.subList(0, 60)) {
            var parameter = PARAMETER.matcher(line);
            if (parameter.matches()) {
                b.add(Double.parseDouble(parameter.group(2)));
                errors.add(Double.parseDouble(parameter.group(3)));
            }
        }
        List<Double> y = new ArrayList<>();
        List<List<Double>> x = new ArrayList<>();
        int from = Integer.parseInt(place.group(1)) - 1;
        int to = Integer.parseInt(place.group(2));
        for (String line : lines.subList(from, to)) {
            List<Double> row = numbers(line);
            y.add(row.getFirst());
            x.add(row.subList(1, row.size()));
        }
        return new NistRegression(
                name,
                b,
                errors,
                number(lines, "Standard Deviation\\s+(\\S*\\d\\S*)\\s*$"),
                number(lines, "R-Squared\\s+(\\S+)"),
                number(lines, "^Regression\\s+\\d+\\s+\\S+\\s+\\S+\\s+(\\S+)"),
                y,
                x);
    }

    /// The predictors of the model without its constant: the powers of x, or all of x.
    public double[][] predictors() {
        int terms = b.size() - (hasIntercept() ? 1 : 0);
        boolean polynomial = x.getFirst().size() < terms;
        var columns = new double[terms][y.size()];
        for (int j = 0; j < terms; j++) {
            for (int i = 0; i < y.size(); i++) {
                columns[j][i] = polynomial ? power(x.get(i).getFirst(), j + 1) : x.get(i).get(j);
            }
        }
        return columns;
    }

    public boolean hasIntercept() {
        return !name.startsWith("NoInt");
    }

    public double[] outcome() {
        return y.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /// How many digits agree: at most 15.
    public static double digits(double actual, double certified) {
        double off =
                certified == 0
                        ? Math.abs(actual)
                        : Math.abs(actual - certified) / Math.abs(certified);
        return Math.clamp(-Math.log10(off), 0, 15);
    }

    private static double power(double base, int exponent) {
        return new BigDecimal(base).pow(exponent).doubleValue();
    }

    private static double number(List<String> lines, String pattern) {
        String text = only(Pattern.compile(pattern), lines).group(1);
        return Double.parseDouble(text);
    }

    private static Matcher only(Pattern pattern, List<String> lines) {
        for (String line : lines) {
            var matcher = pattern.matcher(line);
            if (matcher.find()) {
                return matcher;
            }
        }
        throw new IllegalArgumentException("no line with " + pattern);
    }

    private static List<Double> numbers(String line) {
        List<Double> numbers = new ArrayList<>();
        for (String each : line.strip().split("\\s+", -1)) {
            numbers.add(Double.parseDouble(each));
        }
        return numbers;
    }
}
