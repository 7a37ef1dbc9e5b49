package eyebright.server.reading;

import eyebright.server.page.Shell;
import java.util.List;
import java.util.Optional;

/// The data of the latest published version.
///
/// @param study its name
/// @param latest absent while no version was published
record DataPage(Shell shell, String study, boolean isRehearsed, Optional<Latest> latest) {

    /// The version.
    ///
    /// @param basis which version, of which day, of how many respondents
    /// @param licence what others may do
    /// @param removed what was taken out, in paragraphs; none if nothing was
    record Latest(
            String basis, String licence, List<String> removed, Citing citing, List<File> files) {
        Latest {
            removed = List.copyOf(removed);
            files = List.copyOf(files);
        }
    }

    /// A file of the package.
    record File(String address, String path, String is, String size) {}
}
