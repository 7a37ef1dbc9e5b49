package eyebright.stats.careless;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Estimate.NotEstimable;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// Pairs of items that nearly everyone answers alike, and how alike one respondent answers them.
///
/// ```
/// pairs: correlation over respondents above the bound (synonyms) or below minus the bound (antonyms)
/// value: correlation over pairs, within one respondent, of first with second item
/// ```
///
/// Shape: the answers of all respondents for the pairs, and those of one for the value; the pairs are
/// found from the correlations, the only summary. Unit: none, -1 to 1; low is careless for synonyms,
/// high for antonyms. Missing values: correlations use the respondents who answered both; a pair that one
/// respondent did not answer in full is left out for that one. Edge cases: not estimable with fewer than
/// 3 pairs answered, or where the first or the second answers are all equal. Errors: a bound not between
/// 0 and 1, respondents whose answers differ in number.
///
/// Items go as they were answered, all with the same categories; no item is turned. R:
/// `careless::psychsyn`, whose bound is .60 unless told, after Meade & Craig.
///
/// Source: Meade & Craig (2012) <https://doi.org/10.1037/a0028085>; Curran (2016)
/// <https://doi.org/10.1016/j.jesp.2015.07.006>.
///
/// @param pairs in the order of the items, first before second
public record PsychometricSynonyms(List<Pair> pairs) {

    private static final int FEWEST_PAIRS = 3;

    /// Two items, counted from 0.
    ///
    /// @param first the one that comes first
    /// @param second the other
    /// @param correlation over respondents
    public record Pair(int first, int second, double correlation) {}

    /// Which pairs are sought.
    public enum Kind {
        /// Those that are answered alike.
        SYNONYMS,
        /// Those that are answered the other way round.
        ANTONYMS
    }

    /// Copies the list.
    public PsychometricSynonyms {
        pairs = List.copyOf(pairs);
    }

    /// The pairs among the items of all respondents.
    ///
    /// @param respondents answers to the same items in the same order
    /// @param bound how far from 0 their correlation must be, such as 0.6: above 0 and below 1
    /// @throws IllegalArgumentException if the bound is out of range or numbers of items differ
    public static PsychometricSynonyms among(List<Answers> respondents, Kind kind, double bound) {
        if (!(bound > 0 && bound < 1)) {
            throw new IllegalArgumentException("bound must be above 0 and below 1, not " + bound);
        }
        int items = respondents.isEmpty() ? 0 : respondents.getFirst().size();
        for (Answers each : respondents) {
            if (each.size() != items) {
                throw new IllegalArgumentException(
                        "respondents must have %d items, not %d".formatted(items, each.size()));
            }
        }
        var pairs = new ArrayList<Pair>();
        for (int i = 0; i < items; i++) {
            for (int j = i + 1; j < items; j++) {
                double r = correlation(respondents, i, j).orElse(0);
                boolean found =
                        switch (kind) {
                            case SYNONYMS -> r > bound;
                            case ANTONYMS -> r < -bound;
                        };
                if (found) {
                    pairs.add(new Pair(i, j, r));
                }
            }
        }
        return new PsychometricSynonyms(pairs);
    }

    /// How alike one respondent answered the pairs; `n` is how many pairs count.
    ///
    /// @param answers to the items that the pairs were found among
    public Estimate of(Answers answers) {
        var used =
                pairs.stream()
                        .filter(
                                pair ->
                                        answers.isThere(pair.first())
                                                && answers.isThere(pair.second()))
                        .toList();
        if (used.size() < FEWEST_PAIRS) {
            return new NotEstimable("it needs 3 pairs of items answered; there are " + used.size());
        }
        double[] first = used.stream().mapToDouble(pair -> answers.value(pair.first())).toArray();
        double[] second = used.stream().mapToDouble(pair -> answers.value(pair.second())).toArray();
        OptionalDouble r = Correlation.of(first, second);
        return r.isPresent()
                ? Known.bare(r.getAsDouble(), used.size())
                : new NotEstimable("the answers to one side of the pairs are all equal");
    }

    private static OptionalDouble correlation(List<Answers> respondents, int i, int j) {
        var both = respondents.stream().filter(each -> each.isThere(i) && each.isThere(j)).toList();
        return both.size() < 3
                ? OptionalDouble.empty()
                : Correlation.of(
                        both.stream().mapToDouble(each -> each.value(i)).toArray(),
                        both.stream().mapToDouble(each -> each.value(j)).toArray());
    }
}
