package eyebright.analysis;

import eyebright.stats.Estimate;
import eyebright.stats.TestResult;
import java.util.List;
import java.util.OptionalDouble;

/// What a summary came to.
///
/// @param n how many respondents it rests on
/// @param estimates in the order in which they are printed
/// @param tests by their names in JSON, such as `welch_t`; those of a bounded family, such as the options of
///   one question, share what stands before the bracket: `mcnemar_midp[joy]`
/// @param bayesFactor of something against nothing; finite and above 0
public record Outcome(
        int n, List<NamedEstimate> estimates, List<TestResult> tests, OptionalDouble bayesFactor) {

    public Outcome {
        estimates = List.copyOf(estimates);
        tests = List.copyOf(tests);
    }

    /// An outcome without a Bayes factor.
    Outcome(int n, List<NamedEstimate> estimates, List<TestResult> tests) {
        this(n, estimates, tests, OptionalDouble.empty());
    }

    /// An outcome in which nothing could be estimated.
    ///
    /// @param names of the estimates
    /// @param reason why, as in [Estimate.NotEstimable]
    static Outcome none(int n, List<String> names, String reason) {
        Estimate none = new Estimate.NotEstimable(reason);
        return new Outcome(
                n, names.stream().map(name -> new NamedEstimate(name, none)).toList(), List.of());
    }

    /// That test under another name.
    static TestResult named(String name, TestResult test) {
        return new TestResult(name, test.statistic(), test.df(), test.p());
    }
}
