package eyebright.server.answering;

import eyebright.server.page.Shell;
import eyebright.study.Consent;
import java.util.List;
import java.util.Optional;

/// What a respondent agrees to.
///
/// @param text of the consent, as HTML
/// @param support as HTML, one each
/// @param cookie the name of the one cookie
record ConsentPage(
        Shell shell,
        String study,
        Consent consent,
        String text,
        String keptUntil,
        List<String> support,
        String cookie,
        String token,
        Optional<String> notice) {}
