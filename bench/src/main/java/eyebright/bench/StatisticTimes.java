package eyebright.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/// Single statistics beside the same calls in R, in one run: `scripts/bench.sh statistics`, about a minute.
public final class StatisticTimes {

    private StatisticTimes() {}

    /// Prints a table.
    public static void main(String[] arguments)
            throws IOException, InterruptedException, RunnerException {
        var ours = new LinkedHashMap<String, RunResult>();
        var options =
                new OptionsBuilder()
                        .include("\\.StatisticsBenchmark\\.")
                        .verbosity(VerboseMode.SILENT)
                        .build();
        for (RunResult result : new Runner(options).run()) {
            String name = result.getParams().getBenchmark();
            ours.put(name.substring(name.lastIndexOf('.') + 1), result);
        }
        Path folder = Files.createTempDirectory("eyebright-bench");
        try {
            print(ours, R.run("time-statistics.R", folder));
        } finally {
            R.delete(folder);
        }
    }

    private static void print(Map<String, RunResult> ours, Optional<List<List<String>>> told) {
        if (told.isEmpty()) {
            print("Rscript is not installed");
        }
        var theirs = new LinkedHashMap<String, List<String>>();
        told.orElse(List.of()).forEach(cells -> theirs.put(cells.getFirst(), cells));
        print("| milliseconds | Eyebright | ± | R | ratio | call in R |");
        print("|---|--:|--:|--:|--:|---|");
        ours.forEach(
                (name, result) -> {
                    double mine = result.getPrimaryResult().getScore();
                    double error = result.getPrimaryResult().getScoreError();
                    List<String> cells = theirs.getOrDefault(name, List.of(name, "", ""));
                    boolean isTimed = !cells.get(1).isEmpty();
                    double r = isTimed ? Double.parseDouble(cells.get(1)) : 0;
                    print(
                            "| %s | %.4f | %.4f | %s | %s | %s |"
                                    .formatted(
                                            name,
                                            mine,
                                            error,
                                            isTimed ? "%.4f".formatted(r) : "",
                                            isTimed ? "%.1f".formatted(r / mine) : "",
                                            String.join(",", cells.subList(2, cells.size()))));
                });
    }

    private static void print(String line) {
        System.out.println(String.format(Locale.ROOT, "%s", line));
    }
}
