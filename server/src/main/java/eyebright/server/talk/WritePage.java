package eyebright.server.talk;

import eyebright.server.page.Shell;
import java.util.Optional;

/// Where a comment is written.
///
/// @param about what it is about, as forms name it
/// @param subject in words
/// @param back the page of it
/// @param answered the comment that it answers
/// @param own what its author will change and delete it by
/// @param notice why it was not taken, where that is not for a field
record WritePage(
        Shell shell,
        String heading,
        String study,
        String about,
        String subject,
        String back,
        Optional<Talk.Voice> answered,
        String token,
        String own,
        CommentForm form,
        Optional<String> notice) {}
