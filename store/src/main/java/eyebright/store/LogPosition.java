package eyebright.store;

/// Where the log stands, as far as snapshots of a study go. While it is the same, so is the study's [SnapshotBasis].
///
/// @param latest the number of the study's latest snapshot; 0 if there is none
/// @param sequence the highest that was given out, to whatever study
public record LogPosition(int latest, long sequence) {}
