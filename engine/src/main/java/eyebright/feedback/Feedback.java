package eyebright.feedback;

import eyebright.plan.Let;
import java.util.List;
import java.util.Optional;

/// All that a study gives back: what `feedback.yaml` declares.
///
/// @param people what others are called in sentences, such as `therapists`
/// @param enough from how many respondents on their answers are shown; before, published figures stand in.
///   What the plan waits for, and never fewer than [#FEWEST]
/// @param lets numbers made from answers: those of the plan, then its own
/// @param sources in the order of the file
/// @param guess absent if none was asked for
/// @param parts what there is to explore, in the order of the file
/// @param alike by what others may be like a respondent
/// @param predictions in the order of the file
/// @param preparations in the order of the file
/// @param clients absent if the study has no such page
public record Feedback(
        Unit people,
        int enough,
        List<Let> lets,
        List<Source> sources,
        Optional<Guess> guess,
        List<Part> parts,
        List<Alike> alike,
        List<Prediction> predictions,
        List<Preparation> preparations,
        Optional<ClientPage> clients) {

    /// The fewest respondents that are shown as a number.
    public static final int FEWEST = 10;

    /// What others are called where the file does not say.
    static final Unit PEOPLE = new Unit("respondent", "respondents");

    public Feedback {
        lets = List.copyOf(lets);
        sources = List.copyOf(sources);
        parts = List.copyOf(parts);
        alike = List.copyOf(alike);
        predictions = List.copyOf(predictions);
        preparations = List.copyOf(preparations);
        if (enough < FEWEST) {
            throw new IllegalArgumentException(
                    "enough must be %d or more, not %d".formatted(FEWEST, enough));
        }
    }

    /// Of a study that gives nothing back.
    public static final Feedback NONE =
            new Feedback(
                    PEOPLE,
                    FEWEST,
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    Optional.empty());

    /// Whether a respondent finds anything here.
    public boolean isThere() {
        return guess.isPresent()
                || !parts.isEmpty()
                || !predictions.isEmpty()
                || !preparations.isEmpty();
    }
}
