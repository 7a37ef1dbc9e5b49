package eyebright.server.answering;

import eyebright.store.Code;
import eyebright.store.RespondentId;

/// What the one cookie holds: who a browser answers for, and the code, which the store itself cannot show.
record Ticket(RespondentId respondent, Code code) {

    /// The respondent as tokens of forms name them.
    String id() {
        return respondent.hex();
    }
}
