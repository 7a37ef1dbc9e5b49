package eyebright.server.about;

import eyebright.server.page.Shell;
import java.util.List;

/// The first page of a site: its studies.
record StudiesPage(Shell shell, List<Each> studies) {

    /// One of them. What the study asks is not said here: who is invited must not know before the consent
    /// that it is about, say, crying.
    ///
    /// @param invitation its first paragraph as HTML
    record Each(String name, String title, String invitation) {}
}
