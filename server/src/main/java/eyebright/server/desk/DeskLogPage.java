package eyebright.server.desk;

import eyebright.chart.Table;
import eyebright.server.page.Shell;
import java.util.Optional;

/// The log of actions, the latest first.
///
/// @param earlier where those before are
record DeskLogPage(Shell shell, DeskFrame desk, Table actions, Optional<String> earlier) {}
