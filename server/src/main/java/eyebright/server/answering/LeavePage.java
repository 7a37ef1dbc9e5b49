package eyebright.server.answering;

import eyebright.server.page.Shell;
import java.util.Optional;

/// The code, and the way out.
record LeavePage(
        Shell shell,
        String study,
        String heading,
        Optional<String> code,
        String resumeAt,
        String token) {}
