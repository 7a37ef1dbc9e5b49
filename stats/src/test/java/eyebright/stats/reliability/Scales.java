package eyebright.stats.reliability;

import eyebright.stats.reference.CsvTable;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// Answers of respondents who answered every item, turned where an item is keyed the other way.
final class Scales {

    private static final Set<String> REVERSED = Set.of("A1", "O2", "O5");
    private static final CsvTable BFI = CsvTable.read("data/bfi.csv");

    private final List<String> names;
    private final double[][] answers;

    Scales(List<String> names, double[]... answers) {
        this.names = List.copyOf(names);
        this.answers = answers;
    }

    List<String> names() {
        return names;
    }

    double[][] answers() {
        return answers;
    }

    /// Five items of one factor of bfi, such as A.
    static Scales bfi(String factor) {
        var names = List.of(factor + 1, factor + 2, factor + 3, factor + 4, factor + 5);
        var complete = BFI.complete(names.toArray(String[]::new));
        return new Scales(
                names,
                names.stream()
                        .map(
                                name -> {
                                    double[] values = complete.numbers(name);
                                    return REVERSED.contains(name)
                                            ? Arrays.stream(values).map(x -> 7 - x).toArray()
                                            : values;
                                })
                        .toArray(double[][]::new));
    }

    ItemCovariances covariances() {
        return ItemCovariances.of(names, answers);
    }

    /// The same respondents from one to another.
    Scales part(int from, int to) {
        return new Scales(
                names,
                Arrays.stream(answers)
                        .map(each -> Arrays.copyOfRange(each, from, to))
                        .toArray(double[][]::new));
    }

    /// Every answer times a factor, plus an offset.
    Scales moved(double factor, double offset) {
        return new Scales(
                names,
                Arrays.stream(answers)
                        .map(each -> Arrays.stream(each).map(x -> factor * x + offset).toArray())
                        .toArray(double[][]::new));
    }
}
