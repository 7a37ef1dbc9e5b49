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
import java.util.List;

/// What the tests of regressions share: data of `src/test/reference` as predictors, models that must be.
final class Fits {

    private Fits() {}

    /// The model of a fitting that must have one.
    static <M> M fitted(Fitting<M> fitting) {
        assertThat(fitting).isInstanceOf(Fitted.class);
        return ((Fitted<M>) fitting).model();
    }

    /// The reason of a fitting that must have no model.
    static <M> String reason(Fitting<M> fitting) {
        assertThat(fitting).isInstanceOf(NotFitted.class);
        return ((NotFitted<M>) fitting).reason();
    }

    static Numeric numeric(CsvTable table, String column) {
        return new Numeric(column, table.numbers(column));
    }

    /// A categorical predictor with its levels in alphabetical order, as R has them.
    static Categorical categorical(CsvTable table, String column) {
        var levels = table.levels(column);
        return new Categorical(
                column,
                levels,
                table.rows().stream()
                        .mapToInt(row -> levels.indexOf(table.cell(row, column)))
                        .toArray());
    }

    static Design design(String formula, Predictor... predictors) {
        return fitted(Design.of(Formula.parse(formula), List.of(predictors)));
    }
}
