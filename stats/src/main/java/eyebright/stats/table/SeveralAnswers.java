package eyebright.stats.table;

import eyebright.stats.Estimate;
import eyebright.stats.Interval;
import eyebright.stats.TestResult;
import eyebright.stats.family.Adjustment;
import eyebright.stats.family.SimultaneousIntervals;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/// A question with several answers: the share of respondents who chose each option, and which options
/// were chosen more often than which.
///
/// ```
/// share of option i = chose i / n, Wilson's interval; simultaneous: at a level at which all k hold at once
/// i against j: those who chose i only against those who chose j only (McNemar), p adjusted over all k(k - 1)/2 pairs
/// ```
///
/// Shares are of respondents, not of the ticks: they add to more than 1. The options are one family, as no
/// one declares in advance which of them will be the interesting one.
///
/// Shape: k options. Unit: a share from 0 to 1. Missing values: who did not answer the question is not in
/// `n`; who chose nothing is. Edge cases: nobody is not estimable; a pair whose every respondent chose both
/// or neither has a p of 1. Errors: a level not between 0 and 1. Summary: [JointCounts], which merge.
///
/// R, SPSS (MULT RESPONSE) and JASP give shares without intervals, and chi-squared tests that take ticks
/// for respondents.
///
/// Sources: those of [Proportion], [PairedProportionDifference], [McNemarTest] and the adjustment.
///
/// @param shares of each option in its order, each with its interval
/// @param pairs every two options in order: 0 and 1, 0 and 2, …, 1 and 2, …
public record SeveralAnswers(List<Estimate> shares, List<Pair> pairs) {

    /// Two options compared.
    ///
    /// @param first the option, counted from 0
    /// @param second the option it is compared with; above `first`
    /// @param difference share of the first minus that of the second, with Newcombe's paired interval
    /// @param test McNemar's mid-p test
    /// @param adjusted its p adjusted over all pairs
    public record Pair(
            int first, int second, Estimate difference, TestResult test, double adjusted) {

        /// @throws IllegalArgumentException if the options are not in order or p is not from 0 to 1
        public Pair {
            if (first < 0 || second <= first) {
                throw new IllegalArgumentException(
                        "second must be above first, and first 0 or more, not %d and %d"
                                .formatted(first, second));
            }
            if (!(adjusted >= 0 && adjusted <= 1)) {
                throw new IllegalArgumentException("adjusted must be from 0 to 1, not " + adjusted);
            }
        }
    }

    /// Copies the lists.
    public SeveralAnswers {
        shares = List.copyOf(shares);
        pairs = List.copyOf(pairs);
    }

    /// Shares and pairs, each interval at the given level by itself, p by Holm.
    ///
    /// @param level coverage of each interval: above 0 and below 1
    /// @throws IllegalArgumentException if the level is out of range
    public static SeveralAnswers of(JointCounts counts, double level) {
        return of(counts, level, level, Adjustment.HOLM);
    }

    /// Shares and pairs whose intervals hold all at once with the given level: those of the k shares are
    /// one family, those of the pairs another.
    ///
    /// @param level how often all intervals of a family hold together: above 0 and below 1
    /// @throws IllegalArgumentException if the level is out of range
    public static SeveralAnswers simultaneous(
            JointCounts counts,
            double level,
            SimultaneousIntervals intervals,
            Adjustment adjustment) {
        int k = counts.options();
        return of(
                counts,
                intervals.levelOfEach(level, k),
                intervals.levelOfEach(level, Math.max(1, k * (k - 1) / 2)),
                adjustment);
    }

    private static SeveralAnswers of(
            JointCounts counts, double levelOfShare, double levelOfPair, Adjustment adjustment) {
        Interval.requireLevel(levelOfShare);
        int k = counts.options();
        var shares =
                IntStream.range(0, k)
                        .mapToObj(i -> Proportion.wilson(counts.chose(i), counts.n(), levelOfShare))
                        .toList();
        List<TestResult> tests = new ArrayList<>();
        for (int i = 0; i < k; i++) {
            for (int j = i + 1; j < k; j++) {
                tests.add(McNemarTest.of(counts.choseOnly(i, j), counts.choseOnly(j, i)).midP());
            }
        }
        var adjusted = adjustment.adjust(tests.stream().map(TestResult::p).toList());
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < k; i++) {
            for (int j = i + 1; j < k; j++) {
                int both = counts.choseBoth(i, j);
                int onlyFirst = counts.choseOnly(i, j);
                int onlySecond = counts.choseOnly(j, i);
                int neither = counts.n() - both - onlyFirst - onlySecond;
                var difference =
                        PairedProportionDifference.of(
                                both, onlyFirst, onlySecond, neither, levelOfPair);
                int place = pairs.size();
                pairs.add(new Pair(i, j, difference, tests.get(place), adjusted.get(place)));
            }
        }
        return new SeveralAnswers(shares, pairs);
    }

    /// The p of the claim that this option, named in advance, was chosen more often than every other: the
    /// largest one-sided mid-p of its pairs.
    ///
    /// The claim needs all of its comparisons to hold, so that none of them is adjusted (intersection-union;
    /// Berger 1982 <https://doi.org/10.1080/00401706.1982.10487790>). For an option picked after the data
    /// the adjusted p of its pairs are the ones to read. A pair that points the other way has a one-sided p
    /// of 1 - p/2.
    ///
    /// @param option counted from 0
    /// @return 0 to 1; 1 if there is no other option
    /// @throws IllegalArgumentException if there is no such option
    public double moreOftenThanEveryOther(int option) {
        if (option < 0 || option >= shares.size()) {
            throw new IllegalArgumentException(
                    "option must be 0 to %d, not %d".formatted(shares.size() - 1, option));
        }
        List<Double> oneSided = new ArrayList<>();
        for (Pair pair : pairs) {
            if (pair.first() == option || pair.second() == option) {
                oneSided.add(oneSided(pair, option));
            }
        }
        return oneSided.isEmpty() ? 1 : Collections.max(oneSided);
    }

    private static double oneSided(Pair pair, int option) {
        if (!(pair.difference() instanceof Estimate.Known known)) {
            return 1;
        }
        double ahead = pair.first() == option ? known.value() : -known.value();
        double half = pair.test().p() / 2;
        return ahead > 0 ? half : 1 - half;
    }
}
