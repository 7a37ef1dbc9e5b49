package eyebright.server.desk;

import eyebright.chart.Table;
import eyebright.server.page.KindPage;
import eyebright.server.page.Shell;
import java.util.List;
import java.util.Optional;

/// What a researcher sees first: each study in numbers.
///
/// @param desk what is around all pages of the desk
record DeskPage(Shell shell, DeskFrame desk, List<OfStudy> studies) {

    /// One study.
    ///
    /// @param numbers how many began, finished, left
    /// @param days from when to when, and what becomes of the answers, as sentences
    /// @param snapshot what public pages show, and what waits, as sentences
    /// @param pages where people stopped; none while nobody has saved a page
    /// @param beside what to know about that table
    record OfStudy(
            String name,
            String title,
            Table numbers,
            List<String> days,
            List<String> snapshot,
            Optional<Table> pages,
            List<String> beside,
            List<KindPage.Link> links) {}
}
