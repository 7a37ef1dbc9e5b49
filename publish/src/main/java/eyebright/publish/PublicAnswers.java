package eyebright.publish;

import eyebright.frame.Dataset;
import eyebright.frame.Frame;
import eyebright.frame.Origin;
import eyebright.study.Study;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// What may be published of answers. Nothing leaves the house by another way.
public sealed interface PublicAnswers {

    /// These answers, and these findings only.
    ///
    /// @param dataset what everybody may have
    /// @param withheld findings that cannot be computed of it, by id, each with the reason
    record Allowed(Dataset dataset, Map<String, String> withheld) implements PublicAnswers {
        public Allowed {
            withheld = Collections.unmodifiableMap(new TreeMap<>(withheld));
        }
    }

    /// None of them.
    ///
    /// @param reason a sentence
    record Refused(String reason) implements PublicAnswers {}

    /// What of a study's answers may be published: all of rehearsed respondents, whom nobody can recognise, since
    /// there is nobody; nothing of real ones, as long as what could point to somebody is not taken out of them.
    static PublicAnswers of(Study study, Frame frame) {
        return switch (frame.origin()) {
            case Origin.Rehearsed _ -> new Allowed(Dataset.of(study, frame), Map.of());
            case Origin.Real _ ->
                    new Refused(
                            "these are answers of real people. A mixture of answers can point to"
                                    + " somebody, and nothing takes that out of a table yet, so no"
                                    + " answers are published; rehearsed ones can be");
        };
    }
}
