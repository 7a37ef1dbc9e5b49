package eyebright.server.reading;

import eyebright.server.page.Shell;
import java.util.List;

/// The published versions of an article.
///
/// @param study its name
/// @param versions the newest first
record VersionsPage(Shell shell, String study, boolean isRehearsed, List<Row> versions) {
    VersionsPage {
        versions = List.copyOf(versions);
    }

    /// A version.
    ///
    /// @param basis its day and how many respondents it rests on
    /// @param changed what changed since the one before, in sentences: what matters most
    /// @param more the other sentences
    /// @param files what of it can be read
    record Row(
            int number,
            String basis,
            List<String> changed,
            List<String> more,
            List<Citing.Link> files) {
        Row {
            changed = List.copyOf(changed);
            more = List.copyOf(more);
            files = List.copyOf(files);
        }
    }
}
