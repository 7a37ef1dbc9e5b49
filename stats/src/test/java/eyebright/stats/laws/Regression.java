package eyebright.stats.laws;

import eyebright.stats.Fitting.Fitted;
import eyebright.stats.formula.Design;
import eyebright.stats.formula.Formula;
import eyebright.stats.formula.Predictor;
import eyebright.stats.formula.Predictor.Categorical;
import eyebright.stats.formula.Predictor.Numeric;
import eyebright.stats.laws.Statistic.Exactness;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A regression as the laws see it: what it makes of a design and the sample that the design is of.
///
/// @param name of its class, with what is special here
/// @param of every figure it gives, by name; `coefficients` are the coefficients
record Regression(String name, Model of) {

    static final List<String> LEVELS = List.of("none", "some", "much");

    /// What is fitted.
    interface Model {
        Map<String, Object> of(Design design, Sample sample);
    }

    /// Figures by name.
    static Map<String, Object> figures(Object... namesAndFigures) {
        var figures = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndFigures.length; i += 2) {
            figures.put((String) namesAndFigures[i], namesAndFigures[i + 1]);
        }
        return figures;
    }

    /// The design of x and group.
    static Design design(Sample sample) {
        return design(sample, new Categorical("group", LEVELS, sample.codes("group")));
    }

    static Design design(Sample sample, Categorical group) {
        return design("o ~ x + group", new Numeric("x", sample.of("x")), group);
    }

    static Design design(String formula, Predictor... predictors) {
        return ((Fitted<Design>) Design.of(Formula.parse(formula), List.of(predictors))).model();
    }

    Figures figures(Design design, Sample sample) {
        return Figures.of(of.of(design, sample), sample.level());
    }

    /// The same as one of all statistics.
    Statistic asStatistic() {
        return new Statistic(name, Exactness.ITERATED, sample -> of.of(design(sample), sample));
    }

    static Stream<Statistic> all() {
        return Regressions.all().map(Regression::asStatistic);
    }

    @Override
    public String toString() {
        return name;
    }
}
