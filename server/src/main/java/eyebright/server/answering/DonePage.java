package eyebright.server.answering;

import eyebright.server.page.Shell;
import java.util.List;

/// Thanks, the code, and what comes next.
///
/// @param givesBack whether there is something to see about one's own answers
record DonePage(Shell shell, String study, String code, boolean givesBack, List<String> support) {}
