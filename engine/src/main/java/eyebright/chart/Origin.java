package eyebright.chart;

/// Where the answers behind a picture come from.
public enum Origin {
    /// Respondents gave them.
    REAL,
    /// They were made up for a rehearsal: the picture is hatched and says so.
    REHEARSED
}
