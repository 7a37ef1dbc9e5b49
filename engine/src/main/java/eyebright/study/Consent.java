package eyebright.study;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What a respondent agrees to, and who answers for it.
///
/// @param controller who is responsible, with the institution
/// @param contact where to write: an e-mail address
/// @param ethics the approval or exemption
/// @param support where to find someone to talk to: Markdown, one entry each
/// @param retentionEnd the day on which the answers are deleted; absent while it is a placeholder
/// @param text the consent itself, Markdown
/// @param agree the words on the button
/// @param decline the words beside it
/// @param placeholders names of the keys whose values are still placeholders: with any, `serve` refuses
///   to collect
public record Consent(
        String controller,
        String contact,
        String ethics,
        List<String> support,
        Optional<LocalDate> retentionEnd,
        String text,
        String agree,
        String decline,
        List<String> placeholders) {

    public Consent {
        support = List.copyOf(support);
        placeholders = List.copyOf(placeholders);
    }
}
