package eyebright.stats.model;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.stats.Fitting;
import eyebright.stats.Fitting.Fitted;
import eyebright.stats.Fitting.NotFitted;
import eyebright.stats.formula.Design;
import eyebright.stats.formula.Formula;
import eyebright.stats.formula.Predictor;
import eyebright.stats.formula.Predictor.Categorical;
import eyebright.stats.formula.Predictor.Numeric;
import eyebright.stats.reference.CsvTable;
import eyebright.stats.reference.ExpectedValues;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Real answers as predictors, and coefficients under the names that R gives them.
final class ModelCases {

    private ModelCases() {}

    static CsvTable data(String name) {
        return CsvTable.read("data/" + name + ".csv");
    }

    static Numeric number(CsvTable table, String name) {
        return new Numeric(name, table.numbers(name));
    }

    /// Levels in alphabetical order, as R's `factor`.
    static Categorical levels(CsvTable table, String name) {
        var levels = table.levels(name);
        return new Categorical(
                name,
                levels,
                table.rows().stream()
                        .mapToInt(row -> levels.indexOf(table.cell(row, name)))
                        .toArray());
    }

    static double[] has(CsvTable table, String column, String text) {
        return table.rows().stream()
                .mapToDouble(row -> table.cell(row, column).equals(text) ? 1 : 0)
                .toArray();
    }

    static int[] codes(CsvTable table, String column) {
        return Arrays.stream(table.numbers(column)).mapToInt(value -> (int) value).toArray();
    }

    static Design design(String formula, Predictor... predictors) {
        return fitted(Design.of(Formula.parse(formula), List.of(predictors)));
    }

    static <M> M fitted(Fitting<M> fitting) {
        assertThat(fitting).isInstanceOf(Fitted.class);
        return ((Fitted<M>) fitting).model();
    }

    static String reason(Fitting<?> fitting) {
        assertThat(fitting).isInstanceOf(NotFitted.class);
        return ((NotFitted<?>) fitting).reason();
    }

    /// `sex.male` is `sexmale` in R, and `log(Height)` stays what it is.
    static String named(String quantity, String column) {
        String name = column.equals("(intercept)") ? "(Intercept)" : column.replace(".", "");
        return "%s[%s]".formatted(quantity, name);
    }

    static Map<String, Double> estimates(Coefficients coefficients) {
        Map<String, Double> values = new TreeMap<>();
        for (String name : coefficients.names()) {
            values.put(named("b", name), coefficients.value(name));
            values.putAll(errors("se", coefficients));
        }
        return values;
    }

    static Map<String, Double> errors(String quantity, Coefficients coefficients) {
        Map<String, Double> values = new TreeMap<>();
        for (String name : coefficients.names()) {
            values.put(named(quantity, name), coefficients.standardError(name));
        }
        return values;
    }

    static ExpectedValues more(String name) {
        return ExpectedValues.in("more/glm.csv", name);
    }

    /// The names of the columns 1, x1, x2 …
    static List<String> names(int predictors) {
        List<String> names = new ArrayList<>();
        names.add("(intercept)");
        for (int j = 1; j <= predictors; j++) {
            names.add("x" + j);
        }
        return names;
    }
}
