package eyebright.server.answering;

import eyebright.server.page.Shell;
import java.util.Optional;

/// Where a code is typed: to go on, or to have answers deleted.
///
/// @param text as HTML
/// @param suggestion the code that was perhaps meant
record CodePage(
        Shell shell,
        String heading,
        String text,
        String action,
        String token,
        String typed,
        Optional<String> complaint,
        Optional<String> suggestion,
        String button) {}
