package eyebright.server.desk;

import eyebright.server.page.Shell;
import java.util.Optional;

/// Where researchers log in: the first step.
///
/// @param email as it was typed before
record DeskLogInPage(
        Shell shell,
        String token,
        String email,
        Optional<String> complaint,
        Optional<String> notice) {}
