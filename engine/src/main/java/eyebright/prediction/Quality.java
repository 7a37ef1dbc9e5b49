package eyebright.prediction;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Fitting.Fitted;
import eyebright.stats.Fitting.NotFitted;
import eyebright.stats.model.BrierGain;
import eyebright.stats.model.BrierScore;
import eyebright.stats.model.Calibration;
import eyebright.stats.model.CalibrationGroups;
import eyebright.stats.model.DevianceShare;
import eyebright.stats.posterior.CrossValidation;
import eyebright.stats.posterior.NormalPrior;
import eyebright.stats.posterior.Outcome;
import java.util.List;

/// How good the chances of a prediction are for respondents it has not seen.
public sealed interface Quality {

    /// Whether its chances should be shown rather than the base rate.
    boolean beatsBaseRate();

    /// Measured by cross-validation in ten parts.
    ///
    /// @param n how many respondents
    /// @param brier the mean squared difference from what happened: 0 to 1, 0 best
    /// @param baseBrier the same of the base rate of others
    /// @param gain by how much the base rate is worse, with an interval of 90 %
    /// @param deviance the share of what the base rate leaves open that the chances explain
    /// @param calibration intercept and slope, 0 and 1 at best
    /// @param groups what happened to those of small to large chances
    record Measured(
            int n,
            double brier,
            double baseBrier,
            Estimate gain,
            Estimate deviance,
            Calibration calibration,
            List<CalibrationGroups.Group> groups)
            implements Quality {

        /// Copies the groups.
        public Measured {
            groups = List.copyOf(groups);
        }

        /// Whether the interval of the gain lies above 0, so that a model as good as the base rate passes once in twenty.
        @Override
        public boolean beatsBaseRate() {
            return gain instanceof Known known
                    && known.interval().filter(interval -> interval.low() > 0).isPresent();
        }
    }

    /// Not yet to be told.
    ///
    /// @param reason a clause, such as `12 respondents are too few to be divided into 10 parts`
    record NotYet(String reason) implements Quality {

        @Override
        public boolean beatsBaseRate() {
            return false;
        }
    }

    /// Into how many parts respondents are divided.
    int PARTS = 10;

    /// Of how many respondents, of chances from small to large, groups are made.
    int GROUPS = 10;

    /// The fewest respondents a group should have.
    int FEWEST_OF_GROUP = 10;

    /// The coverage of the interval of the gain: one side of it misses once in twenty.
    double GAIN_LEVEL = 0.9;

    /// The coverage of all other intervals.
    double LEVEL = 0.95;

    /// Measures a model that would be fitted to such answers.
    static Quality of(Outcome outcome, double[][] predictors, List<NormalPrior> priors) {
        return switch (CrossValidation.of(outcome, predictors, priors, PARTS)) {
            case NotFitted<CrossValidation>(String reason) -> new NotYet(reason);
            case Fitted<CrossValidation>(CrossValidation validation) -> measured(validation);
        };
    }

    private static Quality measured(CrossValidation validation) {
        double[] chances = validation.chances();
        double[] base = validation.baseRates();
        double[] events = validation.events();
        int groups = Math.clamp(validation.n() / FEWEST_OF_GROUP, 2, GROUPS);
        return new Measured(
                validation.n(),
                BrierScore.of(chances, events),
                BrierScore.of(base, events),
                BrierGain.of(chances, base, events, GAIN_LEVEL),
                DevianceShare.of(chances, base, events),
                Calibration.of(chances, events, LEVEL),
                CalibrationGroups.of(chances, events, groups, LEVEL));
    }
}
