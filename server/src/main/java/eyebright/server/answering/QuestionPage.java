package eyebright.server.answering;

import eyebright.server.page.KindPage;
import eyebright.server.page.Shell;
import eyebright.study.Complaint;
import java.util.List;
import java.util.Optional;

/// A page of questions as one respondent sees it.
///
/// @param intro as HTML
/// @param terms definitions shown beside, as HTML
/// @param notice something to say first, as HTML
/// @param progress percent
/// @param skipping what may be skipped
/// @param support as HTML, one each
/// @param leaveUnsaved a way back that saves nothing, offered where Back met a complaint
record QuestionPage(
        Shell shell,
        String study,
        String page,
        String title,
        String intro,
        List<String> terms,
        List<Asking> askings,
        List<Complaint> complaints,
        Optional<String> notice,
        int progress,
        String skipping,
        Optional<String> code,
        List<String> support,
        boolean canGoBack,
        Optional<KindPage.Link> leaveUnsaved,
        Hidden hidden) {

    /// What the form carries unseen.
    ///
    /// @param token ties the form to the respondent's cookie
    /// @param save makes sending the same form twice one save
    /// @param version the hash of the questionnaire the page is from
    record Hidden(String token, String save, String version) {}

    /// Where the complaint about a field leads.
    String anchor(String field) {
        return askings.stream()
                .flatMap(asking -> asking.anchorOf(field).stream())
                .findFirst()
                .orElse("main");
    }
}
