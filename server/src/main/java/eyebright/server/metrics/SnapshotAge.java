package eyebright.server.metrics;

/// What public pages of a study show now.
///
/// @param number of the snapshot; 0 while there is none
/// @param seconds since this server made it, or read it when it started
public record SnapshotAge(String study, int number, double seconds) {}
