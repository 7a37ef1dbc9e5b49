package eyebright.server.about;

import eyebright.server.page.Shell;
import java.util.Optional;

/// What a study is, who runs it, how to take part.
///
/// @param invitation as HTML
/// @param closedBecause a sentence, or nothing while it is open
/// @param clients the heading of the page for those whom respondents work with, where there is one
/// @param givesBack whether who has answered finds something about their answers
/// @param begun whether this browser has begun
/// @param eligibility whether some questions decide who it is for
record StudyPage(
        Shell shell,
        String name,
        String title,
        String invitation,
        String length,
        String controller,
        String contact,
        String closedBecause,
        Optional<String> clients,
        boolean givesBack,
        boolean begun,
        boolean eligibility) {}
