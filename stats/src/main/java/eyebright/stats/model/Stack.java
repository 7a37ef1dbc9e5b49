package eyebright.stats.model;

import eyebright.stats.Fitting;
import eyebright.stats.Fitting.Fitted;
import eyebright.stats.Fitting.NotFitted;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The coefficients of two outcomes below each other, and whose answers they rest on.
final class Stack {

    private final List<String> own;
    private final List<String> names;
    private final double[] values;
    private final int[] slopes;
    private final ClusterNumbers persons;

    /// @param values of the first outcome, then those of the second; not copied
    /// @param slopes places of the predictors in each outcome; not copied
    Stack(StackedOutcome first, StackedOutcome second, double[] values, int[] slopes) {
        this.own = first.names();
        this.names = names(first, second);
        this.values = values;
        this.slopes = slopes;
        this.persons = ClusterNumbers.of(List.of(first.persons(), second.persons()));
    }

    /// `therapy: age` and `daily: age`.
    private static List<String> names(StackedOutcome first, StackedOutcome second) {
        var names = new ArrayList<String>();
        for (StackedOutcome each : List.of(first, second)) {
            each.names().forEach(name -> names.add(each.name() + ": " + name));
        }
        return names;
    }

    List<String> names() {
        return names;
    }

    double[] values() {
        return values;
    }

    /// How many people answered.
    int people() {
        return persons.found();
    }

    /// Places of the predictors of the first outcome.
    int[] firsts() {
        return slopes;
    }

    /// Places of the predictors of the second outcome.
    int[] seconds() {
        return Arrays.stream(slopes).map(place -> place + values.length / 2).toArray();
    }

    /// Second minus first.
    double[] differences() {
        return Arrays.stream(slopes)
                .mapToDouble(place -> values[values.length / 2 + place] - values[place])
                .toArray();
    }

    /// The names of the predictors.
    List<String> slopes() {
        return Arrays.stream(slopes).mapToObj(place -> own.get(place)).toList();
    }

    /// How much each person moves the coefficients of both outcomes.
    ///
    /// @return the reason where there is only one person, or one of them alone decides a coefficient
    /// @throws IllegalArgumentException if a person has several rows in one outcome
    Fitting<Influences> influences(GeneralizedFit one, GeneralizedFit other) {
        if (people() <= 1) {
            return new NotFitted<>("all respondents are of one cluster");
        }
        int[] firsts = numbers(0, one.input().n());
        int[] seconds = numbers(firsts.length, other.input().n());
        return switch (influences(one, firsts)) {
            case NotFitted<double[][]>(String reason) -> new NotFitted<>(reason);
            case Fitted<double[][]>(double[][] upper) ->
                    switch (influences(other, seconds)) {
                        case NotFitted<double[][]>(String reason) -> new NotFitted<>(reason);
                        case Fitted<double[][]>(double[][] lower) -> {
                            double[][] both = Arrays.copyOf(upper, upper.length + lower.length);
                            System.arraycopy(lower, 0, both, upper.length, lower.length);
                            yield new Fitted<>(new Influences(both));
                        }
                    };
        };
    }

    private Fitting<double[][]> influences(GeneralizedFit fit, int[] numbers) {
        return BiasReduced.influences(fit, numbers, people(), BiasReduced.Residuals.AS_ERRORS);
    }

    private int[] numbers(int from, int count) {
        var numbers = new int[count];
        var isThere = new boolean[people()];
        for (int i = 0; i < count; i++) {
            numbers[i] = persons.at(from + i);
            if (isThere[numbers[i]]) {
                throw new IllegalArgumentException(
                        "a person must have one row in an outcome, not several, as in row " + i);
            }
            isThere[numbers[i]] = true;
        }
        return numbers;
    }
}
