package eyebright.frame;

import eyebright.source.Fields;
import eyebright.source.Nearest;
import eyebright.source.Place;
import eyebright.source.Problems;
import eyebright.source.Rule;
import eyebright.study.Option;
import eyebright.study.Study;
import eyebright.study.Variable;
import eyebright.study.Variable.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Which column of a table holds which variable.
///
/// A column is matched by the name of the variable, else by the name declared for tables made elsewhere.
/// A several-of question has a column an option: `felt.sadness`.
final class TableHeader {

    /// No such column.
    static final int NONE = -1;

    private final String file;
    private final Problems problems;
    private final Map<String, Integer> places = new HashMap<>();

    /// By variable: its column, or one an option.
    private final Map<String, int[]> columns = new LinkedHashMap<>();

    private TableHeader(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /// Matches the first line of a table, and says which columns are doubled, missing or unknown.
    static TableHeader of(String file, List<String> cells, Study study, Problems problems) {
        var header = new TableHeader(file, problems);
        header.match(cells.stream().map(String::strip).toList(), study);
        return header;
    }

    /// The columns of that variable: one, or one an option; [#NONE] where the table has none.
    int[] of(String variable) {
        return columns.getOrDefault(variable, new int[] {NONE}).clone();
    }

    /// Where the column of that name stands, or [#NONE].
    int place(String column) {
        return places.getOrDefault(column, NONE);
    }

    /// Whether any variable has a column.
    boolean hasAny() {
        return columns.values().stream()
                .anyMatch(places -> java.util.Arrays.stream(places).anyMatch(p -> p != NONE));
    }

    private void match(List<String> cells, Study study) {
        for (int i = 0; i < cells.size(); i++) {
            Integer first = places.putIfAbsent(cells.get(i), i);
            if (first != null) {
                problem(
                        i,
                        "column \"%s\" stands twice; the first, column %d, is read"
                                .formatted(shortened(cells.get(i)), first + 1),
                        "take one of the two out");
            }
        }
        // Of all variables by their own names first: another may declare one of these for its
        // column.
        Map<String, Integer> free = new LinkedHashMap<>(places);
        Map<String, Variable> variables = study.variables();
        variables.values().forEach(each -> columns.put(each.name(), take(each.name(), each, free)));
        for (Variable each : variables.values()) {
            int[] found = of(each.name());
            int[] declared = take(each.column(), each, free);
            for (int i = 0; i < found.length; i++) {
                found[i] = found[i] == NONE ? declared[i] : found[i];
            }
            columns.put(each.name(), found);
        }
        sayUnknown(free, variables);
        if (hasAny()) {
            variables.values().forEach(this::sayMissing);
        }
    }

    /// Takes the columns of a variable whose columns begin with that name.
    private static int[] take(String name, Variable variable, Map<String, Integer> free) {
        List<String> names = new ArrayList<>();
        if (variable.kind() instanceof Kind.Choices(List<Option> options)) {
            options.forEach(option -> names.add(name + "." + option.code()));
        } else {
            names.add(name);
        }
        int[] found = new int[names.size()];
        for (int i = 0; i < found.length; i++) {
            Integer place = free.remove(names.get(i));
            found[i] = place == null ? NONE : place;
        }
        return found;
    }

    private void sayUnknown(Map<String, Integer> free, Map<String, Variable> variables) {
        free.remove(TableWriter.RESPONDENT);
        free.remove(TableWriter.REHEARSED);
        free.remove(TableWriter.EXCLUDED);
        free.remove("id");
        var known = new ArrayList<String>();
        variables.values().forEach(variable -> known.addAll(names(variable)));
        free.forEach(
                (name, place) ->
                        problem(
                                place,
                                "nothing reads column \"%s\"".formatted(shortened(name))
                                        + Nearest.to(name, known)
                                                .map("; nearest is \"%s\""::formatted)
                                                .orElse(""),
                                "leave it, or name it in questions.yaml: column: "
                                        + shortened(name)));
    }

    private static List<String> names(Variable variable) {
        if (variable.kind() instanceof Kind.Choices(List<Option> options)) {
            return options.stream().map(option -> variable.column() + "." + option.code()).toList();
        }
        return List.of(variable.column());
    }

    private void sayMissing(Variable variable) {
        int[] found = of(variable.name());
        long missing = java.util.Arrays.stream(found).filter(place -> place == NONE).count();
        if (missing == 0) {
            return;
        }
        if (missing == found.length) {
            problems.add(
                    Rule.TABLE_COLUMN,
                    Place.start(file),
                    "no column \"%s\", so nobody has reached that question"
                            .formatted(names(variable).getFirst()),
                    "add the column, or leave it if the question was not asked");
            return;
        }
        for (int i = 0; i < found.length; i++) {
            if (found[i] == NONE) {
                problems.add(
                        Rule.TABLE_COLUMN,
                        Place.start(file),
                        "no column \"%s\", so nobody has named that option"
                                .formatted(names(variable).get(i)),
                        "add the column, or leave it if the option was not offered");
            }
        }
    }

    private void problem(int place, String problem, String fix) {
        problems.add(Rule.TABLE_COLUMN, new Place(file, 1, place + 1), problem, fix);
    }

    private static String shortened(String text) {
        return Fields.shortened(text);
    }
}
