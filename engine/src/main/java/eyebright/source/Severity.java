package eyebright.source;

/// Whether a problem stops a study or only deserves a look.
public enum Severity {
    /// The study cannot be used as it is written.
    ERROR,
    /// The study works; the author may have meant something else.
    WARNING;

    /// The word that stands in a printed problem.
    public String word() {
        return this == ERROR ? "error" : "warning";
    }
}
