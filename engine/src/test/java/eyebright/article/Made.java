package eyebright.article;

import eyebright.analysis.Finding;
import eyebright.analysis.NamedEstimate;
import eyebright.analysis.Shape;
import eyebright.analysis.Tested;
import eyebright.plan.Expectation;
import eyebright.plan.Label;
import eyebright.plan.Originals;
import eyebright.replication.Judgement;
import eyebright.replication.Verdict;
import eyebright.stats.Estimate;
import eyebright.stats.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/// A finding with invented figures.
final class Made {

    static final Label WOMEN =
            new Label("gender.woman", "women rather than men", Label.Kind.COMPARISON);
    static final Label YEARS = phrase("years / 10", "ten more years of seeing clients");
    static final Label OPENNESS = phrase("openness", "one more point of openness");
    static final Label CRIED = phrase("cried_ever", "having cried in therapy");
    static final Label DAILY = phrase("cried_daily", "crying in daily life");
    static final Label TEARS = phrase("tears", "tears in therapy");

    private final Shape shape;
    private final List<NamedEstimate> estimates = new ArrayList<>();
    private final List<Tested> tests = new ArrayList<>();
    private final List<Finding> beside = new ArrayList<>();
    private OptionalDouble bayesFactor = OptionalDouble.empty();
    private Optional<Expectation> expects = Optional.empty();
    private Optional<Judgement> judgement = Optional.empty();
    private Optional<String> withheld = Optional.empty();
    private Optional<String> family = Optional.empty();
    private boolean primary;
    private String id = "made";
    private int n = 600;

    Made(Shape shape) {
        this.shape = shape;
    }

    static Label phrase(String code, String text) {
        return new Label(code, text, Label.Kind.PHRASE);
    }

    Made with(String name, double value, double low, double high) {
        estimates.add(
                new NamedEstimate(
                        name,
                        new Estimate.Known(value, Optional.of(new Interval(low, high, 0.95)), n)));
        return this;
    }

    Made with(String name, double value, Interval interval) {
        estimates.add(new NamedEstimate(name, new Estimate.Known(value, Optional.of(interval), n)));
        return this;
    }

    Made without(String name, String reason) {
        estimates.add(new NamedEstimate(name, new Estimate.NotEstimable(reason)));
        return this;
    }

    Made with(Tested test) {
        tests.add(test);
        return this;
    }

    Made with(Finding other) {
        beside.add(other);
        return this;
    }

    Made expecting(Expectation rule) {
        expects = Optional.of(rule);
        return this;
    }

    Made judged(Verdict verdict) {
        judgement = Optional.of(Judgement.of(verdict));
        return this;
    }

    Made bayesFactor(double factor) {
        bayesFactor = OptionalDouble.of(factor);
        return this;
    }

    Made withheld(String reason) {
        withheld = Optional.of(reason);
        return this;
    }

    Made called(String name) {
        id = name;
        return this;
    }

    Made primary() {
        primary = true;
        return this;
    }

    Made in(String name) {
        family = Optional.of(name);
        return this;
    }

    Made n(int people) {
        n = people;
        return this;
    }

    Finding finding() {
        return new Finding(
                id,
                "What is claimed.",
                "What is asked?",
                primary,
                Optional.empty(),
                family,
                Optional.empty(),
                n,
                Map.of(),
                estimates,
                tests,
                bayesFactor,
                Originals.NONE,
                Optional.empty(),
                judgement,
                judgement.isEmpty() ? "the plan is not frozen" : "the rule is met",
                shape,
                expects,
                withheld,
                beside);
    }

    /// The answer, strong parts between asterisks and spaces that do not break as `~`.
    String said() {
        return AnswerSentence.of(finding()).parts().stream()
                .map(part -> part.isStrong() ? "**" + part.text() + "**" : part.text())
                .collect(Collectors.joining())
                .replace('\u00a0', '~');
    }
}
