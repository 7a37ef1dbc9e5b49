package eyebright.server.desk;

import eyebright.server.page.Shell;
import java.util.Optional;

/// Where the code of the phone is asked: the second step.
record DeskCodePage(Shell shell, String token, Optional<String> complaint) {}
