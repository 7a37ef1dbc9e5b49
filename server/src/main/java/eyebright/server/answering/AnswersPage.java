package eyebright.server.answering;

import eyebright.server.page.Shell;
import java.util.List;
import java.util.Optional;

/// All answers before they are sent.
///
/// @param save the id of this sending: twice is once
/// @param back the last page of questions
record AnswersPage(
        Shell shell,
        String study,
        List<OfPage> pages,
        String code,
        String token,
        String save,
        String back,
        Optional<String> notice) {

    /// What was answered on one page.
    record OfPage(String id, String title, List<Said> said) {}
}
