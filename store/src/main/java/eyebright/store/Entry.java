package eyebright.store;

import eyebright.source.Sha256;
import java.nio.charset.StandardCharsets;

/// One row of the log before it has a sequence.
///
/// @param kind `page`, or `sent` for the end
/// @param page empty at the end
/// @param asked as JSON
/// @param answers as JSON
record Entry(
        Kind kind,
        RespondentId respondent,
        String saveId,
        String page,
        String asked,
        String answers,
        String questionnaireHash,
        String planHash,
        String orderShown,
        int seconds) {

    enum Kind {
        PAGE("page", 500),
        // A few more, so that who has used up their saves can still send what they have.
        SENT("sent", 510);

        private final String word;
        private final int most;

        Kind(String word, int most) {
            this.word = word;
            this.most = most;
        }

        String word() {
            return word;
        }

        /// How many rows of any kind a respondent may have, this one included.
        int most() {
            return most;
        }
    }

    static Entry of(PageSave save) {
        return new Entry(
                Kind.PAGE,
                save.respondent(),
                save.saveId(),
                save.page(),
                AnswersText.ofNames(save.asked()),
                AnswersText.of(save.answers()),
                save.questionnaireHash(),
                save.planHash(),
                save.orderShown(),
                save.seconds());
    }

    static Entry sent(
            RespondentId respondent, String saveId, String questionnaireHash, String planHash) {
        return new Entry(
                Kind.SENT,
                respondent,
                Texts.name("saveId", saveId),
                "",
                "[]",
                "{}",
                Texts.name("questionnaireHash", questionnaireHash),
                Texts.name("planHash", planHash),
                "",
                0);
    }

    /// The hash of what was said. Not of the seconds: the same form sent again took longer, and is the
    /// same save.
    byte[] content() {
        // No text here holds a NUL, so it parts them.
        String said = String.join("\0", kind.word(), page, asked, answers);
        return Sha256.digest().digest(said.getBytes(StandardCharsets.UTF_8));
    }
}
