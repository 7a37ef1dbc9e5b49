package eyebright.server;

import java.util.List;

/// Thanks, the code, and what comes next.
record DonePage(Shell shell, String study, String code, List<String> support) {}
