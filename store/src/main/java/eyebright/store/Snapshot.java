package eyebright.store;

/// Findings as public pages show them: immutable and numbered.
///
/// @param study the name of the study
/// @param number from 1, without gaps
/// @param lastSequence where the log stood when its respondents were read: what
///   [Store#forEachRespondent] gave back
/// @param respondents how many it rests on
/// @param planHash of the plan it follows
/// @param questionnaireHash of the questionnaire it reads
/// @param findings as JSON
public record Snapshot(
        String study,
        int number,
        long lastSequence,
        int respondents,
        String planHash,
        String questionnaireHash,
        String findings) {

    public Snapshot {
        Texts.name("study", study);
        Texts.name("planHash", planHash);
        Texts.name("questionnaireHash", questionnaireHash);
        Texts.whole("findings", findings);
        if (number < 1 || lastSequence < 0 || respondents < 0) {
            throw new IllegalArgumentException(
                    "number must be 1 or more, lastSequence and respondents 0 or more, not %d, %d, %d"
                            .formatted(number, lastSequence, respondents));
        }
    }
}
