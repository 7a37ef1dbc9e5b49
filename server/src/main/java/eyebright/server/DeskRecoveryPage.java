package eyebright.server;

import java.util.List;

/// Recovery codes, shown once.
record DeskRecoveryPage(Shell shell, List<String> codes) {}
