package eyebright.stats.model;

import eyebright.stats.Fitting;
import eyebright.stats.formula.Design;
import eyebright.stats.matrix.Matrix;
import eyebright.stats.model.Scoring.Estimator;
import java.util.List;

/// One of the two outcomes of a [StackedModel]: its answers, its predictors, and whose they are.
public final class StackedOutcome {

    private final String name;
    private final ModelInput input;
    private final Response response;
    private final int[] persons;

    private StackedOutcome(String name, ModelInput input, Response response, int[] persons) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("name must be that of an outcome, not blank");
        }
        if (persons.length != input.n()) {
            throw new IllegalArgumentException(
                    "persons of %s must be %d, one for each row, not %d"
                            .formatted(name, input.n(), persons.length));
        }
        this.name = name;
        this.input = input;
        this.response = response;
        this.persons = persons.clone();
    }

    /// A yes or no.
    ///
    /// @param name what it is called in results
    /// @param names one for each column
    /// @param events 1 or 0, one for each row
    /// @param persons a number for each row that is the same in both outcomes of one person
    /// @throws IllegalArgumentException if sizes differ, the name is blank or an event is not 0 or 1
    public static StackedOutcome yesOrNo(
            String name, List<String> names, Matrix x, double[] events, int[] persons) {
        for (int i = 0; i < events.length; i++) {
            if (events[i] != 0 && events[i] != 1) {
                throw new IllegalArgumentException(
                        "event of row %d must be 0 or 1, not %s".formatted(i, events[i]));
            }
        }
        return new StackedOutcome(
                name,
                ModelInput.of(names, x, events, new double[events.length]),
                new Response.Binary(),
                persons);
    }

    /// A yes or no, its predictors from a design.
    ///
    /// @throws IllegalArgumentException as the one above
    public static StackedOutcome yesOrNo(
            String name, Design design, double[] events, int[] persons) {
        return yesOrNo(name, design.columns(), design.matrix(), events, persons);
    }

    /// A count over an exposure, which is 1 for everyone where all were observed alike.
    ///
    /// @param name what it is called in results
    /// @param names one for each column
    /// @param counts whole, 0 or more, one for each row
    /// @param exposure above 0, one for each row
    /// @param persons a number for each row that is the same in both outcomes of one person
    /// @throws IllegalArgumentException if sizes differ, the name is blank, or a count or exposure is out of
    ///   range
    public static StackedOutcome counts(
            String name,
            List<String> names,
            Matrix x,
            double[] counts,
            double[] exposure,
            int[] persons) {
        return new StackedOutcome(
                name, CountInput.of(names, x, counts, exposure), new Response.Count(), persons);
    }

    /// A count over an exposure, its predictors from a design.
    ///
    /// @throws IllegalArgumentException as the one above
    public static StackedOutcome counts(
            String name, Design design, double[] counts, double[] exposure, int[] persons) {
        return new StackedOutcome(
                name, CountInput.of(design, counts, exposure), new Response.Count(), persons);
    }

    /// What it is called in results.
    public String name() {
        return name;
    }

    /// The names of its columns.
    public List<String> names() {
        return input.names();
    }

    Response response() {
        return response;
    }

    int[] persons() {
        return persons.clone();
    }

    Fitting<GeneralizedFit> fit() {
        double sum = 0;
        for (double answer : input.answers()) {
            sum += answer;
        }
        boolean counted = response instanceof Response.Count;
        if (sum == 0) {
            return new Fitting.NotFitted<>(counted ? "every count is 0" : "no one has the outcome");
        }
        if (!counted && sum == input.n()) {
            return new Fitting.NotFitted<>("everyone has the outcome");
        }
        return GeneralizedFit.of(input, response, Estimator.LIKELIHOOD);
    }
}
