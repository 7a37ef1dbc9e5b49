package eyebright.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Collects problems while a folder is read, so that all of them are shown at once.
///
/// Used by one thread. The order of files is that in which readers name them; inside a file, problems
/// stand in the order of the text.
public final class Problems {

    /// So many are shown; a folder that breaks more rules is broken enough to say so.
    static final int LIMIT = 500;

    private final List<String> files = new ArrayList<>();
    private final Set<Problem> found = new LinkedHashSet<>();
    private boolean errors;

    /// Declares that this file is read next, so that its problems follow those of the files before.
    public void expect(String file) {
        if (!files.contains(file)) {
            files.add(file);
        }
    }

    /// Adds one broken rule.
    public void add(Rule rule, Place place, String problem, String fix) {
        add(new Problem(rule, place, problem, fix));
    }

    /// Adds one broken rule; more than the limit are dropped.
    public void add(Problem problem) {
        expect(problem.place().file());
        // Also of one that is dropped: 500 warnings must not hide that the study cannot be used.
        errors |= problem.rule().severity() == Severity.ERROR;
        if (found.size() < LIMIT) {
            found.add(problem);
        }
    }

    /// Whether any of them stops the study.
    public boolean hasErrors() {
        return errors;
    }

    /// All of them, file by file and in the order of each file.
    public List<Problem> inFileOrder() {
        return found.stream()
                .sorted(
                        Comparator.comparingInt(
                                        (Problem problem) -> files.indexOf(problem.place().file()))
                                .thenComparing(Problem::place))
                .toList();
    }
}
