package eyebright.stats.missing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

/// Which answers are missing together, and how often.
///
/// ```
/// missing of a column = sum of the counts of the patterns with a gap there
/// ```
///
/// Shape: columns of the same respondents; one row for each pattern that occurs, and its counts merge by
/// adding. Unit: respondents. Missing values: are what it counts. Edge cases: nobody has no pattern.
/// Errors: columns of different length, two of the same name. R: `mice::md.pattern`. SPSS (MVA) prints
/// patterns too.
///
/// Source: van Buuren (2018), Flexible Imputation of Missing Data, section 4.1.
///
/// @param names of the columns, in their order
/// @param n how many respondents
/// @param missing how many did not answer each column, in the order of the names
/// @param patterns most frequent first; of equally frequent ones that with fewer gaps, then that whose
///   first gap comes later
public record MissingnessTable(
        List<String> names, int n, List<Integer> missing, List<Pattern> patterns) {

    /// Respondents with the same gaps.
    ///
    /// @param missing the names of the columns without an answer, in their order; empty for complete
    ///   respondents
    /// @param count how many respondents: 1 or more
    public record Pattern(List<String> missing, int count) {

        /// Copies the list.
        public Pattern {
            missing = List.copyOf(missing);
        }
    }

    /// Copies the lists.
    public MissingnessTable {
        names = List.copyOf(names);
        missing = List.copyOf(missing);
        patterns = List.copyOf(patterns);
    }

    /// The table of some columns.
    ///
    /// @throws IllegalArgumentException if there is no column, lengths differ or names repeat
    public static MissingnessTable of(List<Variable> variables) {
        int n = requireSameLength(variables);
        var counts = new LinkedHashMap<List<Integer>, Integer>();
        for (int row = 0; row < n; row++) {
            var gaps = new ArrayList<Integer>();
            for (int j = 0; j < variables.size(); j++) {
                if (!variables.get(j).isThere(row)) {
                    gaps.add(j);
                }
            }
            counts.merge(gaps, 1, Integer::sum);
        }
        var order =
                Comparator.<List<Integer>>comparingInt(gaps -> -counts.getOrDefault(gaps, 0))
                        .thenComparingInt(List::size)
                        .thenComparing((a, b) -> compare(b, a));
        return new MissingnessTable(
                variables.stream().map(Variable::name).toList(),
                n,
                variables.stream().map(Variable::missing).toList(),
                counts.keySet().stream()
                        .sorted(order)
                        .map(
                                gaps ->
                                        new Pattern(
                                                gaps.stream()
                                                        .map(j -> variables.get(j).name())
                                                        .toList(),
                                                counts.getOrDefault(gaps, 0)))
                        .toList());
    }

    /// How many respondents answered every column.
    public int complete() {
        return patterns.stream()
                .filter(pattern -> pattern.missing().isEmpty())
                .mapToInt(Pattern::count)
                .sum();
    }

    private static int compare(List<Integer> a, List<Integer> b) {
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
            int order = Integer.compare(a.get(i), b.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.size(), b.size());
    }

    /// @throws IllegalArgumentException if there is no column, lengths differ or names repeat
    static int requireSameLength(List<Variable> variables) {
        if (variables.isEmpty()) {
            throw new IllegalArgumentException("variables must be 1 or more, not none");
        }
        if (variables.stream().map(Variable::name).distinct().count() != variables.size()) {
            throw new IllegalArgumentException(
                    "names of variables must differ, not be "
                            + variables.stream().map(Variable::name).toList());
        }
        int n = variables.getFirst().size();
        for (Variable variable : variables) {
            if (variable.size() != n) {
                throw new IllegalArgumentException(
                        "%s must have %d rows, not %d"
                                .formatted(variable.name(), n, variable.size()));
            }
        }
        return n;
    }
}
