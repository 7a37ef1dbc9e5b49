package eyebright.check;

import eyebright.expression.Expression;
import eyebright.expression.Figures;
import eyebright.feedback.Effect;
import eyebright.feedback.Feedback;
import eyebright.feedback.Outcome;
import eyebright.feedback.Prediction;
import eyebright.frame.Column;
import eyebright.frame.Frame;
import eyebright.frame.Status;
import eyebright.plan.Lets;
import eyebright.population.Population;
import eyebright.population.Scenario;
import eyebright.respondents.Respondents;
import eyebright.score.Scales;
import eyebright.source.Problems;
import eyebright.source.Rule;
import eyebright.study.Question;
import eyebright.study.Study;
import eyebright.study.Variable;
import java.util.BitSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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

    private final Frame asked;
    private final Frame made;

    private AskedOfAll(Study study, Scales scales, Feedback feedback) {
        asked =
                Respondents.of(study, scales, Population.EVEN, Scenario.AS_PUBLISHED)
                        .careful(SEED, 0, RESPONDENTS);
        made = Lets.added(feedback.lets(), scales.score(asked));
    }

    /// Adds a problem for each predictor that is not asked of somebody. Where something else is wrong, none.
    static void check(Study study, Scales scales, Feedback feedback, Problems problems) {
        if (problems.hasErrors() || isAlwaysAsked(study, feedback)) {
            return;
        }
        var check = new AskedOfAll(study, scales, feedback);
        for (Prediction prediction : feedback.predictions()) {
            check.prediction(prediction, problems);
        }
    }

    /// Whether all that effects read stands on pages without a condition, so that nobody need be led anywhere.
    private static boolean isAlwaysAsked(Study study, Feedback feedback) {
        Set<String> sometimes =
                study.pages().stream()
                        .filter(page -> page.showIf().isPresent())
                        .flatMap(page -> page.questions().stream())
                        .map(Question::id)
                        .collect(Collectors.toSet());
        return feedback.predictions().stream()
                .flatMap(prediction -> prediction.effects().stream())
                .flatMap(effect -> effect.reads().stream())
                .map(Variable::question)
                .noneMatch(sometimes::contains);
    }

    private void prediction(Prediction prediction, Problems problems) {
        BitSet meant = meant(prediction);
        for (Effect effect : prediction.effects()) {
            BitSet unknown = (BitSet) meant.clone();
            unknown.andNot(Figures.of(effect.of(), effect.counts(), made).known());
            Optional<String> hidden = hidden(effect, unknown);
            if (hidden.isPresent()) {
                problems.add(
                        Rule.ASKED_OF_SOME,
                        effect.place(),
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
            case Outcome.Yes(Expression yes) -> made.truths(yes).known();
            case Outcome.Times times -> times.times().amounts(made).known();
            case Outcome.First first -> made.truths(first.first()).known();
        };
    }

    /// What an effect reads, itself or by way of numbers and scales, that one of the rows was not shown.
    private Optional<String> hidden(Effect effect, BitSet rows) {
        return effect.reads().stream()
                .filter(asked.columns()::containsKey)
                .filter(name -> isHidden(asked.column(name), rows))
                .findFirst();
    }

    private static boolean isHidden(Column column, BitSet rows) {
        return rows.stream().anyMatch(row -> column.status(row) == Status.NOT_SHOWN);
    }
}
