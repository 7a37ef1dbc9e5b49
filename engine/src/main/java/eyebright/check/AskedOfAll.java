package eyebright.check;

import eyebright.expression.Expression;
import eyebright.expression.Figures;
import eyebright.expression.Truths;
import eyebright.feedback.Effect;
import eyebright.feedback.Feedback;
import eyebright.feedback.FeedbackReader;
import eyebright.feedback.Outcome;
import eyebright.feedback.Prediction;
import eyebright.frame.Column;
import eyebright.frame.Frame;
import eyebright.frame.Status;
import eyebright.plan.Let;
import eyebright.plan.Lets;
import eyebright.population.Population;
import eyebright.population.Scenario;
import eyebright.respondents.Respondents;
import eyebright.score.Scale;
import eyebright.score.Scales;
import eyebright.source.Node;
import eyebright.source.Place;
import eyebright.source.Problems;
import eyebright.source.Rule;
import eyebright.source.Sources;
import eyebright.source.YamlFile;
import eyebright.study.Question;
import eyebright.study.Study;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Whether everybody whom a prediction is for, or whom it is fitted to, is asked what it reads of them.
///
/// A fault of the study and not something for the model to handle. Who is not asked did not leave it out: the centre
/// of all others and its spread need not hold for her. And as rows with an unknown predictor are not fitted, a model
/// would rest on those alone who are asked: where the page is shown by the outcome itself, on one outcome. What counts
/// for who is not asked, the researcher knows and can write: a number of `let:` with a case for them.
///
/// A thousand careful respondents who choose evenly are led through the questionnaire, so that every condition there can
/// be is worked out and not guessed at. A page that fewer than one in a thousand of them are not shown may escape; such a
/// respondent's page says that she left the answer out. Nobody is led where all that is read stands on pages that
/// everybody is shown.
final class AskedOfAll {

    private static final int RESPONDENTS = 1_000;
    private static final long SEED = 1;

    private final Leaves leaves;
    private final Frame asked;
    private final Frame made;

    private AskedOfAll(Study study, Scales scales, Feedback feedback, Leaves leaves) {
        this.leaves = leaves;
        asked =
                Respondents.of(study, scales, Population.EVEN, Scenario.AS_PUBLISHED)
                        .careful(SEED, 0, RESPONDENTS);
        made = Lets.added(feedback.lets(), scales.score(asked));
    }

    /// Adds a problem for each predictor that is not asked of somebody. Where something else is wrong, none.
    static void check(
            Sources sources, Study study, Scales scales, Feedback feedback, Problems problems) {
        if (problems.hasErrors()) {
            return;
        }
        var leaves = Leaves.of(scales, feedback);
        if (isAlwaysAsked(study, feedback, leaves)) {
            return;
        }
        var check = new AskedOfAll(study, scales, feedback, leaves);
        for (Prediction prediction : feedback.predictions()) {
            check.prediction(prediction, sources, problems);
        }
    }

    /// Whether all that effects read stands on pages without a condition, so that nobody need be led anywhere.
    private static boolean isAlwaysAsked(Study study, Feedback feedback, Leaves leaves) {
        Set<String> sometimes =
                study.pages().stream()
                        .filter(page -> page.showIf().isPresent())
                        .flatMap(page -> page.questions().stream())
                        .map(Question::id)
                        .collect(Collectors.toSet());
        return feedback.predictions().stream()
                .flatMap(prediction -> prediction.effects().stream())
                .flatMap(effect -> leaves.of(effect.of()).stream())
                .map(AskedOfAll::question)
                .noneMatch(sometimes::contains);
    }

    /// The question of a variable, such as `traits` of `traits.shy`.
    private static String question(String variable) {
        int dot = variable.indexOf('.');
        return dot < 0 ? variable : variable.substring(0, dot);
    }

    private void prediction(Prediction prediction, Sources sources, Problems problems) {
        BitSet meant = meant(prediction);
        for (int place = 0; place < prediction.effects().size(); place++) {
            Effect effect = prediction.effects().get(place);
            BitSet unknown = (BitSet) meant.clone();
            unknown.andNot(Figures.of(effect.of(), effect.counts(), made).known());
            Optional<String> hidden = hidden(effect.of(), unknown);
            if (hidden.isPresent()) {
                problems.add(
                        Rule.ASKED_OF_SOME,
                        place(sources, prediction.id(), place),
                        "\"%s\" must be asked of all whom this prediction is for; of %,d rehearsed respondents %,d are not asked"
                                .formatted(
                                        hidden.get(), meant.cardinality(), unknown.cardinality()),
                        "ask it of all of them, narrow among: and for: to those who are asked, or read a number of"
                                + " let: that says what counts for the others");
            }
        }
    }

    /// The rows that are told its chances, and those that it is fitted to.
    private BitSet meant(Prediction prediction) {
        BitSet meant = holding(prediction.told());
        BitSet fitted = holding(prediction.among());
        fitted.and(known(prediction.outcome()));
        meant.or(fitted);
        return meant;
    }

    private BitSet holding(Optional<Expression> condition) {
        if (condition.isPresent()) {
            return (BitSet) made.truths(condition.get()).holding().clone();
        }
        var all = new BitSet(made.size());
        all.set(0, made.size());
        return all;
    }

    private BitSet known(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Yes(Expression yes) -> known(made.truths(yes));
            case Outcome.Times times -> times.times().amounts(made).known();
            case Outcome.First first -> known(made.truths(first.first()));
        };
    }

    private static BitSet known(Truths truths) {
        return truths.known();
    }

    /// What an expression reads, itself or by way of numbers and scales, that one of the rows was not shown.
    private Optional<String> hidden(Expression expression, BitSet rows) {
        return leaves.of(expression).stream()
                .filter(name -> column(name).filter(column -> isHidden(column, rows)).isPresent())
                .findFirst();
    }

    /// What expressions rest on in the end.
    private record Leaves(Map<String, Let> lets, Map<String, Scale> scales) {

        static Leaves of(Scales scales, Feedback feedback) {
            return new Leaves(
                    feedback.lets().stream().collect(Collectors.toMap(Let::name, let -> let)),
                    scales.scales().stream().collect(Collectors.toMap(Scale::name, it -> it)));
        }

        /// The answers that an expression reads, itself or by way of numbers and scales.
        List<String> of(Expression expression) {
            var leaves = new ArrayList<String>();
            var waiting = new ArrayDeque<>(expression.variables());
            while (!waiting.isEmpty()) {
                String name = waiting.removeFirst();
                Let let = lets.get(name);
                Scale scale = scales.get(name);
                if (let != null) {
                    let.cases().stream().flatMap(AskedOfAll::reads).forEach(waiting::add);
                } else if (scale != null) {
                    waiting.addAll(scale.items());
                } else {
                    leaves.add(name);
                }
            }
            return leaves;
        }
    }

    private static Stream<String> reads(Let.Case each) {
        return Stream.concat(
                each.when().stream().flatMap(when -> when.variables().stream()),
                each.be().variables().stream());
    }

    /// The column of a variable, or of the question that an option such as `felt.joy` is of.
    private Optional<Column> column(String name) {
        Column column = asked.columns().get(name);
        int dot = name.lastIndexOf('.');
        return column == null && dot > 0
                ? Optional.ofNullable(asked.columns().get(name.substring(0, dot)))
                : Optional.ofNullable(column);
    }

    private static boolean isHidden(Column column, BitSet rows) {
        return rows.stream().anyMatch(row -> column.status(row) == Status.NOT_SHOWN);
    }

    /// Where the effect reads it.
    private static Place place(Sources sources, String prediction, int effect) {
        return sources
                .file(FeedbackReader.FILE)
                .flatMap(text -> YamlFile.read(FeedbackReader.FILE, text, new Problems()))
                .stream()
                .flatMap(AskedOfAll::items)
                .filter(
                        entry ->
                                value(entry, "predict")
                                        .filter(
                                                node ->
                                                        node instanceof Node.Scalar scalar
                                                                && scalar.value()
                                                                        .equals(prediction))
                                        .isPresent())
                .flatMap(entry -> value(entry, "effects").stream())
                .flatMap(AskedOfAll::items)
                .skip(effect)
                .flatMap(each -> value(each, "of").stream())
                .map(Node::place)
                .findFirst()
                .orElseGet(() -> Place.start(FeedbackReader.FILE));
    }

    private static Stream<Node> items(Node node) {
        return node instanceof Node.Items(Place _, List<Node> nodes) ? nodes.stream() : Stream.of();
    }

    private static Optional<Node> value(Node node, String key) {
        return node instanceof Node.Mapping mapping
                ? mapping.entries().stream()
                        .filter(entry -> entry.key().equals(key))
                        .map(Node.Entry::value)
                        .findFirst()
                : Optional.empty();
    }
}
