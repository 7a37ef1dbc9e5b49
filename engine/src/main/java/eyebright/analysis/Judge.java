package eyebright.analysis;

import eyebright.replication.Evidence;
import eyebright.replication.Judgement;
import eyebright.replication.Rule;
import eyebright.replication.Verdict;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.TestResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Judges the findings of one claim by its rule. All that does not depend on the data is made once; judging
/// looks up numbers and compares them. Immutable and safe for many threads.
///
/// @param rule what the plan declares
/// @param parts the figures it is about: 1 or more
/// @param how whether all of them must be as claimed, or one
/// @param bounds tests of the rule's bounds that the analysis does not bring; they are worked out from what it brings
record Judge(Rule rule, List<Part> parts, How how, List<BoundTests.Named> bounds) {

    Judge {
        parts = List.copyOf(parts);
        bounds = List.copyOf(bounds);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("parts must be 1 or more, not none");
        }
    }

    /// How many of the parts must be as claimed.
    enum How {
        ALL,
        ANY
    }

    /// The outcome with the tests of the rule's bounds, which then stand first.
    Outcome tested(Outcome outcome) {
        if (bounds.isEmpty()) {
            return outcome;
        }
        var tests = new ArrayList<TestResult>();
        bounds.forEach(bound -> bound.of(outcome).ifPresent(tests::add));
        tests.addAll(outcome.tests());
        return new Outcome(outcome.n(), outcome.estimates(), tests, outcome.bayesFactor());
    }

    /// The finding with its verdict.
    ///
    /// @param finding p values adjusted
    /// @param together how many tests decide in its family
    Finding judged(Finding finding, int together) {
        Optional<Evidence> found = Optional.empty();
        for (Part part : parts) {
            Optional<Evidence> each = evidence(finding, part, together);
            if (each.isEmpty()) {
                return finding.judged(Judgement.of(Verdict.INCONCLUSIVE), why(finding, part));
            }
            found = found.isEmpty() ? each : Optional.of(joined(found.get(), each.get()));
        }
        Verdict verdict = rule.verdict(found.orElseThrow());
        return finding.judged(Judgement.of(verdict), rule.why(verdict));
    }

    private Evidence joined(Evidence one, Evidence other) {
        return switch (how) {
            case ALL -> one.and(other);
            case ANY -> one.or(other);
        };
    }

    private static Optional<Evidence> evidence(Finding finding, Part part, int together) {
        if (!(finding.estimate(part.estimate()) instanceof Known(double value, _, _))) {
            return Optional.empty();
        }
        return finding.test(part.test())
                .map(
                        test ->
                                part.evidence(
                                        finding,
                                        value,
                                        test.adjusted().orElse(test.result().p()),
                                        together));
    }

    /// Why a part of the rule could not be judged.
    private static String why(Finding finding, Part part) {
        return switch (finding.estimate(part.estimate())) {
            case NotEstimable(String reason) -> "it could not be estimated: " + reason;
            case Known _ -> "there is no test of it: its error cannot be had";
        };
    }
}
