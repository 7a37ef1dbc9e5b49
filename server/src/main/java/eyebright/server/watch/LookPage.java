package eyebright.server.watch;

import eyebright.server.page.KindPage;
import eyebright.server.page.Shell;
import java.util.List;
import java.util.Optional;

/// What is wrong with the folders that a preview follows.
///
/// @param folders those that have problems
/// @param others studies that can be seen
record LookPage(Shell shell, String heading, List<OfFolder> folders, List<KindPage.Link> others) {

    /// One folder.
    ///
    /// @param name its own
    /// @param summary how many problems
    record OfFolder(String name, String summary, List<Each> problems) {}

    /// One problem.
    ///
    /// @param place file, line and column
    /// @param isError whether it stops the study
    /// @param problem what is wrong
    /// @param excerpt the line, with a caret below its place; absent where there is no such line
    /// @param rule its name, such as `unknown-key`
    /// @param explained the page about the rule, as HTML; absent where it is not installed
    record Each(
            String place,
            boolean isError,
            String problem,
            Optional<Excerpt> excerpt,
            String fix,
            String rule,
            Optional<String> explained) {}
}
