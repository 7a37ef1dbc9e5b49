package eyebright.backup;

import java.time.LocalDate;

/// What a backup holds, in numbers.
///
/// @param day on which it was made, in UTC
/// @param respondents who had begun and not withdrawn
/// @param saves rows of the log: pages saved, and ends
/// @param comments also those of which only the place is left
/// @param accounts of researchers
/// @param versions published
public record Holdings(
        LocalDate day, long respondents, long saves, long comments, long accounts, long versions) {}
