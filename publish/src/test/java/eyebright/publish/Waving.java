package eyebright.publish;

import eyebright.check.StudyFolder;
import eyebright.source.Sources;
import java.util.HashMap;
import java.util.Map;

/// A study of one question, for tests.
public final class Waving {

    /// Its `study.yaml`.
    public static final String STUDY =
            """
            study: waving
            title: Waving
            asks: Do people wave?
            invitation: Please.
            consent:
              controller: Rose & Sons
              contact: rose@example.org
              ethics: none needed
              retention-end: "2036-12-31"
              support: [a friend]
              text: We keep it.
            goodbye: Thank you.
            """;

    private static final Map<String, String> FILES =
            Map.of(
                    "study.yaml",
                    STUDY,
                    "questions.yaml",
                    """
                    - page: one
                      title: One
                      questions:
                        - id: waves
                          ask: Do you wave?
                          one-of: [{"yes": "Yes"}, {"no": "No"}]
                    """,
                    "plan.yaml",
                    """
                    - {plan: waving, respondents: 40}
                    - {claim: wave, asks: "Do most people wave?", says: Most people wave.,
                       share: waves == "yes", expects: {above: 50%}}
                    """);

    private Waving() {}

    /// The study with further files, or others in the place of its own.
    public static StudyFolder study(Map<String, String> files) {
        var all = new HashMap<>(FILES);
        all.putAll(files);
        return switch (StudyFolder.of(new Sources("waving", all))) {
            case StudyFolder.Reading.Valid(var valid, _) -> valid;
            case StudyFolder.Reading.Invalid(var problems) ->
                    throw new AssertionError(problems.toString());
        };
    }
}
