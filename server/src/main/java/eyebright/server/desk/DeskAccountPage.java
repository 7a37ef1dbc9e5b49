package eyebright.server.desk;

import eyebright.server.page.Shell;
import java.util.Optional;

/// The account: a new password, new recovery codes.
///
/// @param recoveryLeft how many codes are left
/// @param least characters of a password
/// @param complaint why the password was not changed
/// @param codesComplaint why there are no new codes
record DeskAccountPage(
        Shell shell,
        DeskFrame desk,
        int recoveryLeft,
        int least,
        Optional<String> complaint,
        Optional<String> codesComplaint) {}
