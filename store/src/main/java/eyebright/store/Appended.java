package eyebright.store;

import java.time.LocalDate;

/// What became of an entry.
///
/// @param saved as its caller is told
/// @param before the sequence of the respondent's row before it, 0 where it is the first
/// @param day of the save, in UTC
record Appended(Saved saved, long before, LocalDate day) {}
