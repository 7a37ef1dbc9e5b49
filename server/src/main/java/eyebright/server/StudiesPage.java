package eyebright.server;

import java.util.List;

/// The first page of a site: its studies.
record StudiesPage(Shell shell, List<Each> studies) {

    /// One of them.
    record Each(String name, String title, String asks) {}
}
