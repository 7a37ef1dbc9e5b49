package eyebright.desk;

import java.time.Instant;

/// Something a researcher, or the operator at the command, has done.
///
/// @param number from 1, in the order in which they were done
/// @param when to the second
/// @param who an e-mail address, or "the command"
/// @param what a few words, such as "logged in"
/// @param study which one it was about; empty if none
/// @param about what in the study it was about, such as the number of a comment; empty if nothing more
public record Action(
        long number, Instant when, String who, String what, String study, String about) {}
