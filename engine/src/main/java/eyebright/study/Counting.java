package eyebright.study;

/// Whose answers count in findings.
public sealed interface Counting {

    /// Who reached the end and sent.
    record Completed() implements Counting {}

    /// Who saved this page or any later one.
    record FromPage(String page) implements Counting {}
}
