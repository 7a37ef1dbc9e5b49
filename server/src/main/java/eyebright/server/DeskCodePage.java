package eyebright.server;

import java.util.Optional;

/// Where the code of the phone is asked: the second step.
record DeskCodePage(Shell shell, String token, Optional<String> complaint) {}
