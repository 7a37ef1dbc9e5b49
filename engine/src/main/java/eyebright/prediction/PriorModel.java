package eyebright.prediction;

import eyebright.feedback.Effect;
import eyebright.feedback.OddsRange;
import eyebright.feedback.Outcome;
import eyebright.feedback.Prediction;
import eyebright.frame.Frame;
import eyebright.stats.Fitting.Fitted;
import eyebright.stats.Fitting.NotFitted;
import eyebright.stats.posterior.Event;
import eyebright.stats.posterior.NormalPrior;
import eyebright.stats.posterior.PriorChance;
import java.util.ArrayList;
import java.util.List;

/// A prediction before there are answers: the priors of all its parameters.
///
/// The intercept's is moved until the chance, averaged over respondents of the declared population, is the
/// declared base rate; all else is declared. Parameters in order: intercept, one coefficient an effect, and the logarithm
/// of the precision of [Outcome.Times] or of the power of time of [Outcome.First].
///
/// @param prediction as declared
/// @param priors one a parameter
/// @param ofNobody the priors of a model without any effect
/// @param solvedOn whose average chance is the base rate
/// @param unit of time, that of [Outcome.First]: a usual time; else 1
public record PriorModel(
        Prediction prediction,
        List<NormalPrior> priors,
        List<NormalPrior> ofNobody,
        SolvedOn solvedOn,
        double unit) {

    private static final double BY_CHANCE = 0;

    /// Whose average chance is the declared base rate.
    public enum SolvedOn {
        /// Respondents drawn from the population file.
        POPULATION,
        /// Respondents at the centre of every effect, as there is no population file.
        CENTRES,
        /// One usual occasion, as the prediction is for nobody whom the population has.
        ONE_OCCASION
    }

    /// Copies the lists.
    public PriorModel {
        priors = List.copyOf(priors);
        ofNobody = List.copyOf(ofNobody);
    }

    /// The priors of a prediction.
    ///
    /// @param standard rehearsed respondents, careful and complete, scored and with the numbers of feedback
    /// @param declared whether the study declares a population; if not, effects are taken at their centres
    static PriorModel of(Prediction prediction, Frame standard, Declared declared) {
        var cases = new Cases(prediction, standard);
        int[] rows = cases.known();
        double unit = cases.usualTime(rows);
        boolean isEmpty = rows.length == 0;
        List<Event> events =
                isEmpty ? List.of(usual(prediction.outcome())) : cases.events(rows, unit);
        boolean atCentres = isEmpty || declared == Declared.NO;
        int effects = prediction.effects().size();
        var x = new double[events.size()][effects];
        for (int i = 0; i < x.length && !atCentres; i++) {
            x[i] = cases.row(rows[i]);
        }
        SolvedOn solvedOn =
                isEmpty
                        ? SolvedOn.ONE_OCCASION
                        : atCentres ? SolvedOn.CENTRES : SolvedOn.POPULATION;
        return new PriorModel(
                prediction,
                solved(prediction, prediction.effects(), events, x),
                solved(prediction, List.of(), events, new double[events.size()][0]),
                solvedOn,
                unit);
    }

    /// Whether a study says who answers it.
    enum Declared {
        YES,
        NO
    }

    private static Event usual(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Yes _ -> new Event.Yes();
            case Outcome.Times _ -> Event.AnyOf.next(1);
            case Outcome.First _ -> new Event.Within(0, 1);
        };
    }

    private static List<NormalPrior> solved(
            Prediction prediction, List<Effect> effects, List<Event> events, double[][] x) {
        var priors = new ArrayList<NormalPrior>();
        priors.add(new NormalPrior(BY_CHANCE, prediction.base().sd()));
        effects.forEach(effect -> priors.add(prior(effect.range())));
        switch (prediction.outcome()) {
            case Outcome.Yes _ -> {}
            case Outcome.Times times -> priors.add(prior(times.precision()));
            case Outcome.First first -> priors.add(prior(first.shape()));
        }
        double mean =
                switch (PriorChance.intercept(prediction.base().rate(), events, x, priors)) {
                    case Fitted<Double>(Double found) -> found;
                    case NotFitted<Double>(String reason) ->
                            throw new IllegalStateException(reason);
                };
        priors.set(0, priors.getFirst().withMean(mean));
        return priors;
    }

    private static NormalPrior prior(OddsRange range) {
        return new NormalPrior(range.mean(), range.sd());
    }

    /// What the parameters are called, in their order: as tables name them.
    public List<String> names() {
        var names = new ArrayList<String>();
        names.add("(intercept)");
        prediction.effects().forEach(effect -> names.add(effect.of().toString()));
        switch (prediction.outcome()) {
            case Outcome.Yes _ -> {}
            case Outcome.Times _ -> names.add("log(precision)");
            case Outcome.First _ -> names.add("log(shape)");
        }
        return List.copyOf(names);
    }
}
