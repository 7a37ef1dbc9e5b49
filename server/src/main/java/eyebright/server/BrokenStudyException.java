package eyebright.server;

import eyebright.source.Problem;
import java.util.List;
import java.util.stream.Collectors;

/// A study folder with problems: it is not fielded.
public final class BrokenStudyException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    BrokenStudyException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /// All of them, in the order of the files.
    public List<Problem> problems() {
        return problems;
    }
}
