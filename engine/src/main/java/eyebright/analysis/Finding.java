package eyebright.analysis;

import eyebright.plan.Expectation;
import eyebright.plan.Originals;
import eyebright.replication.Agreement;
import eyebright.replication.Comparison;
import eyebright.replication.Judgement;
import eyebright.replication.Rule;
import eyebright.replication.Verdict;
import eyebright.stats.Estimate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;

/// A claim with what the data say: everything a sentence, a picture and a table need.
///
/// @param id the claim's
/// @param claim what was said before
/// @param question as a person asks it
/// @param primary whether it is one of the claims that decide
/// @param planned whether it was planned before the data; empty while the plan is not frozen
/// @param family the claims it is judged together with
/// @param among whom of the respondents it is about, as the plan says it; empty if all
/// @param n how many respondents it rests on
/// @param missing who belongs to its base and does not count, by reason; in the order of [Missing]
/// @param estimates in the order in which they are printed
/// @param tests in the order in which they are printed
/// @param bayesFactor how many times as likely the data are if there is something as if there is nothing;
///   beside an equivalence test, where the claim is that there is nothing. It never decides
/// @param originals what is known from before
/// @param rule the rule it is judged by, in words; empty without one in numbers
/// @param judgement what the claim's own rule says, and how ours stands to what was published; empty where it may
///   not be said yet, or nothing was claimed and nothing published
/// @param why why the verdict is as it is, or why there is none: a clause
/// @param shape what the answer looks like, with its labels
/// @param expects the rule the claim will be judged by
/// @param withheld why nothing is shown here, on public pages
/// @param beside what else was planned for the claim, such as the same with other respondents; each with the
///   words of what it is as its `claim` and none beside it
public record Finding(
        String id,
        String claim,
        String question,
        boolean primary,
        Optional<Boolean> planned,
        Optional<String> family,
        Optional<String> among,
        int n,
        Map<Missing, Integer> missing,
        List<NamedEstimate> estimates,
        List<Tested> tests,
        OptionalDouble bayesFactor,
        Originals originals,
        Optional<String> rule,
        Optional<Judgement> judgement,
        String why,
        Shape shape,
        Optional<Expectation> expects,
        Optional<String> withheld,
        List<Finding> beside) {

    public Finding {
        missing = Missing.inOrder(missing);
        estimates = List.copyOf(estimates);
        tests = List.copyOf(tests);
        beside = List.copyOf(beside);
        if (n < 0) {
            throw new IllegalArgumentException(
                    "n of finding %s must be 0 or more, not %d".formatted(id, n));
        }
    }

    /// The estimate of that name; not estimable if it is not there, as in a finding withheld.
    public Estimate estimate(String name) {
        for (NamedEstimate each : estimates) {
            if (each.name().equals(name)) {
                return each.estimate();
            }
        }
        return new Estimate.NotEstimable("there is no " + name);
    }

    /// This finding with other numbers.
    Finding with(List<NamedEstimate> others, List<Tested> otherTests) {
        return copy(
                it -> {
                    it.estimates = others;
                    it.tests = otherTests;
                });
    }

    /// This finding with other findings beside it.
    Finding beside(List<Finding> others) {
        return copy(it -> it.beside = others);
    }

    /// This finding, and all that stands beside it, as planned or not; empty while the plan is not frozen.
    Finding planned(Optional<Boolean> isPlanned) {
        return copy(
                it -> {
                    it.planned = isPlanned;
                    it.beside = beside.stream().map(each -> each.planned(isPlanned)).toList();
                });
    }

    /// What the claim's own rule says; empty while it may not be said, or without a rule in numbers.
    public Optional<Verdict> verdict() {
        return judgement.flatMap(Judgement::verdict);
    }

    /// Whether ours agrees with what was published, as its first figure says; empty without one.
    public Optional<Agreement> agreement() {
        return judgement.flatMap(Judgement::agreement);
    }

    /// The test of that name.
    public Optional<Tested> test(String name) {
        for (Tested test : tests) {
            if (test.name().equals(name)) {
                return Optional.of(test);
            }
        }
        return Optional.empty();
    }

    /// This finding with what its rule says of it.
    Finding judged(Judgement found, String reason) {
        return copy(
                it -> {
                    it.judgement = Optional.of(found);
                    it.why = reason;
                });
    }

    /// This finding with a verdict and why.
    Finding judged(Verdict found, Rule by) {
        return judged(Judgement.of(found), by.why(found));
    }

    /// This finding with how it stands to what was published, and how many other ways come to its verdict.
    Finding compared(List<Comparison> comparisons, Optional<Judgement.Robustness> robustness) {
        return comparisons.isEmpty() && robustness.isEmpty() && judgement.isEmpty()
                ? this
                : judged(new Judgement(verdict(), comparisons, robustness), why);
    }

    /// This finding without its comparisons with those published figures.
    ///
    /// @param published ids of the figures
    /// @param reason what is said in their place
    Finding withoutComparisons(Set<String> published, String reason) {
        return judgement.isEmpty()
                ? this
                : judged(
                        new Judgement(
                                verdict(),
                                judgement.get().comparisons().stream()
                                        .map(
                                                each ->
                                                        each.published()
                                                                        .filter(published::contains)
                                                                        .isPresent()
                                                                ? Comparison.none(
                                                                        each.published(),
                                                                        each.option(),
                                                                        reason)
                                                                : each)
                                        .toList(),
                                judgement.get().robustness()),
                        why);
    }

    /// This finding without what may not be said of it yet, and so all that stands beside it.
    ///
    /// @param reason why not
    Finding unjudged(String reason) {
        return copy(
                it -> {
                    it.judgement = Optional.empty();
                    it.why = shape instanceof Shape.Unanalysed ? why : reason;
                    it.beside = beside.stream().map(each -> each.unjudged(reason)).toList();
                });
    }

    /// This finding with nothing of the data in it but the reason.
    public Finding withheld(String reason) {
        return copy(
                it -> {
                    it.n = 0;
                    it.missing = Map.of();
                    it.estimates = List.of();
                    it.tests = List.of();
                    it.bayesFactor = OptionalDouble.empty();
                    it.judgement = Optional.empty();
                    it.why = reason;
                    it.withheld = Optional.of(reason);
                    it.beside = List.of();
                });
    }

    private Finding copy(Consumer<Copy> change) {
        var copy = new Copy(this);
        change.accept(copy);
        return copy.finding(this);
    }

    /// What may differ in a copy; everything else is about the claim and stays. Used by one thread.
    private static final class Copy {
        private Optional<Boolean> planned;
        private int n;
        private Map<Missing, Integer> missing;
        private List<NamedEstimate> estimates;
        private List<Tested> tests;
        private OptionalDouble bayesFactor;
        private Optional<Judgement> judgement;
        private String why;
        private Optional<String> withheld;
        private List<Finding> beside;

        Copy(Finding of) {
            this.planned = of.planned;
            this.n = of.n;
            this.missing = of.missing;
            this.estimates = of.estimates;
            this.tests = of.tests;
            this.bayesFactor = of.bayesFactor;
            this.judgement = of.judgement;
            this.why = of.why;
            this.withheld = of.withheld;
            this.beside = of.beside;
        }

        Finding finding(Finding of) {
            return new Finding(
                    of.id,
                    of.claim,
                    of.question,
                    of.primary,
                    planned,
                    of.family,
                    of.among,
                    n,
                    missing,
                    estimates,
                    tests,
                    bayesFactor,
                    of.originals,
                    of.rule,
                    judgement,
                    why,
                    of.shape,
                    of.expects,
                    withheld,
                    beside);
        }
    }
}
