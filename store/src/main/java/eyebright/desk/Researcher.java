package eyebright.desk;

import java.time.Instant;

/// Somebody who has an account at the desk.
///
/// @param email in lower case
/// @param added when
/// @param isSetUp whether they have chosen a password; else a link waits for them, or has run out
public record Researcher(String email, Instant added, boolean isSetUp) {}
