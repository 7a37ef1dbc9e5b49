package eyebright.server.desk;

import eyebright.server.page.Shell;
import java.util.Optional;

/// Where a link leads: a password and a phone.
///
/// @param link its token
/// @param picture as SVG
/// @param key the same as a text
/// @param least characters of a password
record DeskSetUpPage(
        Shell shell,
        String link,
        String token,
        String email,
        String picture,
        String key,
        int least,
        Optional<String> complaint) {}
