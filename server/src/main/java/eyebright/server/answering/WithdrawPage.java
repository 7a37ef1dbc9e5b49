package eyebright.server.answering;

import eyebright.server.page.Shell;
import java.util.Optional;

/// What withdrawal means, before it is done.
///
/// @param code as typed, or nothing where the cookie says who it is
record WithdrawPage(
        Shell shell, String study, String code, String token, Optional<String> notice) {}
