package eyebright.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// The statistics of [StatisticsBenchmark] beside the same calls in R, in one run and both by the processor, so that
/// others on the machine matter less: `scripts/bench.sh r-statistics`, about half a minute.
public final class StatisticTimes {

    private static final int RUNS = 21;

    private StatisticTimes() {}

    /// Prints a table.
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var benchmark = new StatisticsBenchmark();
        var ours = new LinkedHashMap<String, Supplier<?>>();
        ours.put("cramersV", benchmark::cramersV);
        ours.put("studentizedRange", benchmark::studentizedRange);
        ours.put("fisherFreemanHalton", benchmark::fisherFreemanHalton);
        ours.put("bootstrap", benchmark::bootstrap);
        ours.put("imputation", benchmark::imputation);
        ours.put("randomIntercepts", benchmark::randomIntercepts);
        var times = new LinkedHashMap<String, Double>();
        ours.forEach((name, work) -> times.put(name, ProcessorTime.median(RUNS, work)));
        Path folder = Files.createTempDirectory("eyebright-bench");
        try {
            print(times, R.run("time-statistics.R", folder));
        } finally {
            R.delete(folder);
        }
    }

    private static void print(Map<String, Double> ours, Optional<List<List<String>>> told) {
        if (told.isEmpty()) {
            print("Rscript is not installed");
        }
        var theirs = new LinkedHashMap<String, List<String>>();
        told.orElse(List.of()).forEach(cells -> theirs.put(cells.getFirst(), cells));
        print("| | R | Eyebright | ratio | call in R |");
        print("|---|--:|--:|--:|---|");
        ours.forEach(
                (name, mine) -> {
                    List<String> cells = theirs.getOrDefault(name, List.of(name, "", ""));
                    Optional<Double> r =
                            Optional.of(cells.get(1))
                                    .filter(cell -> !cell.isEmpty())
                                    .map(Double::valueOf);
                    print(
                            "| %s | %s | %.3f | %s | %s |"
                                    .formatted(
                                            name,
                                            r.map("%.3f"::formatted).orElse(""),
                                            mine,
                                            r.map(each -> "%.1f".formatted(each / mine)).orElse(""),
                                            String.join(",", cells.subList(2, cells.size()))));
                });
    }

    private static void print(String line) {
        System.out.println(String.format(Locale.ROOT, "%s", line));
    }
}
