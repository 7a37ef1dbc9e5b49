package eyebright.server.desk;

import eyebright.server.page.Shell;
import java.util.List;

/// Recovery codes, shown once.
///
/// @param renewed whether there were others before, which do not work any more
record DeskRecoveryPage(Shell shell, List<String> codes, boolean renewed) {}
