package eyebright.server;

/// What a study is, who runs it, how to take part.
///
/// @param invitation as HTML
/// @param closedBecause a sentence, or nothing while it is open
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
        boolean begun,
        boolean eligibility) {}
