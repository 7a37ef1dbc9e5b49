package eyebright.server.desk;

import eyebright.server.page.Shell;
import java.util.List;
import java.util.Optional;

/// The comments of a study, for who decides which are shown.
///
/// @param study its name
/// @param notice what was just done
/// @param complaint what was not done, and why
/// @param page the number of the page of the others: 1, 2, …
/// @param toRead comments that wait, and those that readers reported: the first of them
/// @param moreToRead how many more there are
/// @param others those that are shown or refused, the latest first: those of the page
/// @param areEarlier whether there are earlier ones
record DeskDiscussionPage(
        Shell shell,
        DeskFrame desk,
        String study,
        String title,
        Optional<String> notice,
        Optional<String> complaint,
        int page,
        List<Read> toRead,
        int moreToRead,
        List<Read> others,
        boolean areEarlier) {

    /// Where the forms of the page go, and where they come back to.
    String action() {
        return address(page);
    }

    /// Where the earlier ones are.
    String earlier() {
        return address(page + 1);
    }

    private String address(int number) {
        return "/desk/%s/discussion".formatted(study) + (number > 1 ? "?page=" + number : "");
    }

    /// One comment, with what can be done to it.
    ///
    /// @param subject what it is about
    /// @param path where that stands
    /// @param html its text, safe
    /// @param standing what has become of it, as a sentence
    /// @param email of its author; empty if none was given
    /// @param typed what was typed below it and not taken
    record Read(
            String id,
            int revision,
            String subject,
            String path,
            String by,
            String day,
            String html,
            String standing,
            String email,
            Acts acts,
            Typed typed) {}

    /// What can be done to a comment.
    ///
    /// @param publish the words on the button that shows it; empty if it is shown
    /// @param refuse the words on the one that does not show it; empty if it is not shown
    /// @param answer whether it can be answered
    record Acts(String publish, String refuse, boolean answer) {}

    /// What somebody typed.
    record Typed(String reason, String name, String text) {

        static final Typed NOTHING = new Typed("", "", "");
    }
}
