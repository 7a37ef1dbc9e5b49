package eyebright.analysis;

import eyebright.replication.Evidence;
import eyebright.replication.Judgement;
import eyebright.replication.Rule;
import eyebright.replication.Verdict;
import eyebright.stats.Estimate;
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
/// @param also what stands beside the claim and must meet the rule too
/// @param scales ids of the findings that say how reliable a scale is: a measure too unreliable looks like nothing
record Judge(
        Rule rule,
        List<Part> parts,
        How how,
        List<BoundTests.Named> bounds,
        List<Also> also,
        List<String> scales) {

    /// The least reliability at which nothing found may count as nothing there.
    private static final double RELIABLE = 0.70;

    private static final String NO_TEST = "there is no test of it: its error cannot be had";
    private static final String UNRELIABLE =
            "the scale may be too unreliable to tell: the lower limit of omega is below .70";

    Judge {
        parts = List.copyOf(parts);
        bounds = List.copyOf(bounds);
        also = List.copyOf(also);
        scales = List.copyOf(scales);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("parts must be 1 or more, not none");
        }
    }

    /// How many of the parts must be as claimed.
    enum How {
        /// All; each enters its family by itself.
        ALL,
        /// One; each enters its family by itself.
        ANY,
        /// All, and they enter their family as one.
        TOGETHER
    }

    /// A further analysis that must meet the rule too.
    ///
    /// @param id of its finding
    /// @param judge with the same rule
    record Also(String id, Judge judge) {

        /// The largest p of its tests; 1 where it has none.
        double p(Finding finding) {
            double largest = 0;
            for (Part part : judge.parts()) {
                largest =
                        Math.max(
                                largest,
                                in(finding)
                                        .flatMap(each -> each.test(part.test()))
                                        .map(test -> test.result().p())
                                        .orElse(1.0));
            }
            return largest;
        }

        private Optional<Finding> in(Finding finding) {
            return beside(finding, id);
        }
    }

    /// Whether all its tests enter their family as one.
    boolean entersOnce() {
        return how == How.TOGETHER || !also.isEmpty();
    }

    /// Whether a test decides.
    boolean reads(String test) {
        for (Part part : parts) {
            if (part.test().equals(test)) {
                return true;
            }
        }
        return false;
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
    /// @param together how many p values its family holds
    Finding judged(Finding finding, int together) {
        Optional<String> unreliable = unreliable(finding);
        if (unreliable.isPresent()) {
            return finding.judged(Judgement.of(Verdict.INCONCLUSIVE), unreliable.get());
        }
        Optional<Evidence> own = evidence(finding, together);
        if (own.isEmpty()) {
            return finding.judged(Judgement.of(Verdict.INCONCLUSIVE), missing(finding));
        }
        Evidence all = own.get();
        for (Also other : also) {
            Optional<Finding> beside = other.in(finding);
            Optional<Evidence> each =
                    beside.flatMap(found -> other.judge().evidence(found, together));
            if (each.isEmpty()) {
                return finding.judged(
                        Judgement.of(Verdict.INCONCLUSIVE),
                        beside.map(other.judge()::missing).orElse(NO_TEST));
            }
            all = all.both(each.get());
        }
        Verdict verdict = rule.verdict(all);
        return finding.judged(Judgement.of(verdict), rule.why(verdict));
    }

    /// What a finding says to the rule; empty where a part that is needed cannot be had.
    private Optional<Evidence> evidence(Finding finding, int together) {
        Optional<Evidence> found = Optional.empty();
        for (Part part : parts) {
            Optional<Evidence> each = evidence(finding, part, together);
            if (each.isEmpty() && how != How.ANY) {
                return Optional.empty();
            }
            if (each.isPresent()) {
                found = found.isEmpty() ? each : Optional.of(joined(found.get(), each.get()));
            }
        }
        return found;
    }

    private Evidence joined(Evidence one, Evidence other) {
        return switch (how) {
            case ALL, TOGETHER -> one.and(other);
            case ANY -> one.or(other);
        };
    }

    private static Optional<Evidence> evidence(Finding finding, Part part, int together) {
        if (!(finding.estimate(part.estimate()) instanceof Known(double value, _, _))) {
            return Optional.empty();
        }
        return finding.test(part.test())
                .map(test -> part.evidence(finding, value, test, Math.max(1, together)));
    }

    /// Why the rule could not be judged.
    private String missing(Finding finding) {
        for (Part part : parts) {
            if (finding.estimate(part.estimate()) instanceof NotEstimable(String reason)) {
                return "it could not be estimated: " + reason;
            }
        }
        return NO_TEST;
    }

    /// Why nothing that is found could be trusted to be nothing; empty where it can be.
    private Optional<String> unreliable(Finding finding) {
        for (String scale : scales) {
            Optional<Estimate> omega =
                    beside(finding, scale).map(each -> each.estimate("omega_total"));
            if (omega.isPresent()
                    && omega.get() instanceof Known(_, var interval, _)
                    && interval.isPresent()
                    && interval.get().low() >= RELIABLE) {
                continue;
            }
            return Optional.of(
                    omega.isPresent() && omega.get() instanceof NotEstimable(String reason)
                            ? "how reliable the scale is could not be estimated: " + reason
                            : UNRELIABLE);
        }
        return Optional.empty();
    }

    private static Optional<Finding> beside(Finding finding, String id) {
        for (Finding each : finding.beside()) {
            if (each.id().equals(id)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
