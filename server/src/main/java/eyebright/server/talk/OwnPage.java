package eyebright.server.talk;

import eyebright.server.page.Shell;
import java.util.Optional;

/// One's own comment, to be changed or deleted.
///
/// @param action where its forms go
/// @param standing what has become of it
/// @param reason why it was refused; empty where it was not
/// @param voice as it is or would be shown
/// @param back the discussion it belongs to
/// @param form as it can be changed
/// @param notice what has just happened, or why it has not
/// @param hasFailed whether that is why it has not
record OwnPage(
        Shell shell,
        String action,
        String standing,
        String reason,
        Talk.Voice voice,
        String back,
        String token,
        CommentForm form,
        Optional<String> notice,
        boolean hasFailed) {}
