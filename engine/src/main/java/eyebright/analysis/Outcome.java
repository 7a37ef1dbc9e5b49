package eyebright.analysis;

import eyebright.stats.TestResult;
import java.util.List;

/// What a summary came to.
///
/// @param n how many respondents it rests on
/// @param estimates in the order in which they are printed
/// @param tests by their names in JSON, such as `welch_t`
public record Outcome(int n, List<NamedEstimate> estimates, List<TestResult> tests) {

    public Outcome {
        estimates = List.copyOf(estimates);
        tests = List.copyOf(tests);
    }

    /// That test under another name.
    static TestResult named(String name, TestResult test) {
        return new TestResult(name, test.statistic(), test.df(), test.p());
    }
}
