package eyebright.reporting;

/// What the folder and the answers say to an item of a checklist.
sealed interface Known {

    /// All that is asked for.
    record Whole(String text) implements Known {}

    /// Some of it; the rest is the author's to tell.
    record Partly(String text) implements Known {}

    /// Nothing: the author must tell it.
    record Nothing() implements Known {}
}
