package eyebright.stats.missing;

import eyebright.stats.Fitting;
import eyebright.stats.Fitting.Fitted;
import eyebright.stats.Fitting.NotFitted;
import eyebright.stats.resampling.KeyedStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Several complete data sets in which what is missing has been drawn, by chained equations.
///
/// ```
/// gaps begin with answers of others, drawn; then, round after round, each column with gaps is drawn from
/// its regression on all others, with coefficients drawn from their posterior
/// ```
///
/// Numbers and ordered codes: Bayesian linear regression, and the answer of one of the five respondents
/// whose expected value is nearest to the one drawn (predictive mean matching). Categories: logistic
/// regressions of each category against those that come after it, with normal priors (sd 2.5 for
/// standardised predictors), so that separated categories have answers too. The column with the fewest
/// gaps comes first.
///
/// It supposes that who did not answer differs from who did only in what the other columns say (missing
/// at random): put in whatever predicts the answer or the gap. Analyse each data set alone and join the
/// estimates by [RubinsRules]; one filled data set alone has intervals that are too narrow.
///
/// Shape: columns of the same respondents; data sets of the same shape; its summary is the rows. Edge
/// cases: a column without gaps stays as it is; one that nobody answered is a reason, and so is one with
/// fewer than 2 answers. Errors: a count below 1, columns that do not fit together.
///
/// Equal keys give equal bytes: data set i is drawn from the stream of (study, purpose, i). R:
/// `mice::mice(method = "pmm")` matches in the same way, with 5 rounds; categories there are multinomial
/// (`polyreg`). SPSS (MULTIPLE IMPUTATION) draws numbers that nobody gave unless told to match.
///
/// Sources: van Buuren & Groothuis-Oudshoorn (2011) <https://doi.org/10.18637/jss.v045.i03>; Little
/// (1988) <https://doi.org/10.1080/07350015.1988.10509663>; Gelman, Jakulin, Pittau & Su (2008)
/// <https://doi.org/10.1214/08-AOAS191>.
///
/// @param dataSets one list of columns each, in the order given
public record MultipleImputation(List<List<Variable>> dataSets) {

    private static final int ROUNDS = 10;

    /// Copies the lists.
    public MultipleImputation {
        dataSets = dataSets.stream().map(List::copyOf).toList();
    }

    /// Data sets without gaps.
    ///
    /// @param variables columns of the same respondents
    /// @param count how many data sets: 1 or more, such as the percentage of respondents with gaps
    /// @param study first part of the key of the streams
    /// @param purpose second part of the key, different for each analysis
    /// @throws IllegalArgumentException if the count is below 1 or columns do not fit together
    public static Fitting<MultipleImputation> of(
            List<Variable> variables, int count, String study, String purpose) {
        int n = MissingnessTable.requireSameLength(variables);
        if (count < 1) {
            throw new IllegalArgumentException("count must be 1 or more, not " + count);
        }
        for (Variable variable : variables) {
            int answered = n - variable.missing();
            if (variable.missing() > 0 && answered < 2) {
                return new NotFitted<>(
                        "%s has only %d of %d answers".formatted(variable.name(), answered, n));
            }
        }
        return new Fitted<>(
                new MultipleImputation(
                        IntStream.range(0, count)
                                .mapToObj(
                                        i -> dataSet(variables, KeyedStream.of(study, purpose, i)))
                                .toList()));
    }

    private static List<Variable> dataSet(List<Variable> variables, KeyedStream random) {
        var filled = variables.stream().map(Variable::copy).toArray(double[][]::new);
        var order = new ArrayList<Integer>();
        for (int j = 0; j < filled.length; j++) {
            if (variables.get(j).missing() > 0) {
                order.add(j);
            }
        }
        order.sort(Comparator.comparingInt(j -> variables.get(j).missing()));
        for (int j : order) {
            double[] y = filled[j];
            int[] known = there(variables.get(j)).stream().toArray();
            Draws.fillGaps(
                    y, there(variables.get(j)), () -> y[known[random.nextInt(known.length)]]);
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (int j : order) {
                var x = Predictors.of(variables, filled, j);
                var there = there(variables.get(j));
                switch (variables.get(j).kind()) {
                    case ORDERED -> Draws.matched(filled[j], there, x, random);
                    case CATEGORIES -> Draws.categories(filled[j], there, x, random);
                }
            }
        }
        return IntStream.range(0, filled.length)
                .mapToObj(j -> variables.get(j).filled(filled[j]))
                .toList();
    }

    private static BitSet there(Variable variable) {
        var there = new BitSet();
        IntStream.range(0, variable.size()).filter(variable::isThere).forEach(there::set);
        return there;
    }
}
