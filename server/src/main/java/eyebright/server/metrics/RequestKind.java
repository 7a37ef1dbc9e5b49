package eyebright.server.metrics;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a request is about, told from its path as coarsely as an operator needs it: no study, no page, nothing of what was
/// asked for.
enum RequestKind {
    /// Consent, questions, review, sending.
    ANSWERING,
    /// What asks for a code: coming back, what one's answers say, withdrawing.
    CODES,
    /// Comments on an article.
    COMMENTS,
    /// Pages that anybody reads.
    READING,
    /// Researchers.
    DESK,
    /// Pictures, styles, data.
    FILES,
    /// Whether the site is up.
    HEALTH;

    private static final Pattern OF_STUDY =
            Pattern.compile(
                    "/[a-z0-9-]+/(take-part|save-and-leave|resume|you|withdraw|discussion)(?:/.*)?");

    /// The kind of that path, which anybody may have made up.
    static RequestKind of(String path) {
        if (path.equals("/health")) {
            return HEALTH;
        }
        if (path.equals("/desk") || path.startsWith("/desk/")) {
            return DESK;
        }
        Matcher ofStudy = OF_STUDY.matcher(path);
        if (ofStudy.matches()) {
            return switch (ofStudy.group(1)) {
                case "take-part", "save-and-leave" -> ANSWERING;
                case "discussion" -> COMMENTS;
                default -> CODES;
            };
        }
        return path.lastIndexOf('.') > path.lastIndexOf('/') ? FILES : READING;
    }

    /// As the figures have it.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
