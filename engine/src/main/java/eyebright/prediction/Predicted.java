package eyebright.prediction;

import eyebright.feedback.Feedback;
import eyebright.frame.Frame;
import eyebright.frame.Origin;
import eyebright.population.Population;
import eyebright.score.Scales;
import eyebright.study.Study;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What `predict` says: the models behind a study's predictions, fitted to data, and the chances of their rows.
///
/// @param study the study's name
/// @param data which data
/// @param models in the order of the file
/// @param rows the chances of every row that is told some: by model, then by row
public record Predicted(String study, Data data, List<FittedModel> models, List<Foretold> rows) {

    /// Copies the lists.
    public Predicted {
        models = List.copyOf(models);
        rows = List.copyOf(rows);
    }

    /// Which data.
    ///
    /// @param kind `real` or `rehearsed`
    /// @param mark what made rehearsed data up, as `scenario:seed`; empty if they are real
    /// @param hash that of [Frame#hash]
    /// @param respondents how many count
    /// @param excluded how many do not, by reason
    public record Data(
            String kind,
            Optional<String> mark,
            String hash,
            int respondents,
            Map<String, Integer> excluded) {

        /// Copies the reasons.
        public Data {
            excluded = Collections.unmodifiableMap(new LinkedHashMap<>(excluded));
        }

        static Data of(Frame frame) {
            Optional<String> mark =
                    switch (frame.origin()) {
                        case Origin.Real _ -> Optional.empty();
                        case Origin.Rehearsed(String made) -> Optional.of(made);
                    };
            return new Data(
                    frame.origin().kind(), mark, frame.hash(), frame.size(), frame.excluded());
        }
    }

    /// Fits the predictions of a study to data and tells the chances of their rows.
    ///
    /// @param frame neither scored nor with the numbers of plan and feedback; may have no row
    public static Predicted of(
            Study study, Scales scales, Feedback feedback, Population population, Frame frame) {
        var predictions = Predictions.of(study, scales, feedback, population, frame);
        return new Predicted(
                study.name(), Data.of(frame), predictions.models(), predictions.foretold(frame));
    }
}
