package eyebright.bench.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/// The table of `docs/coverage.md`: every setting, and how often its interval held the truth.
///
/// Settings are worked on side by side; each sample has a stream of its own, so that the table is the same on any
/// number of threads. A row is printed as soon as it and those before it are there, so that an interruption loses
/// only what was being worked on.
public final class CoverageStudy {

    private static final String HEAD =
            """
            | interval | population | samples | held, % | error | too low / too high | mean width | none |
            |---|---|--:|--:|--:|--:|--:|--:|
            """;

    private CoverageStudy() {}

    /// Prints the rows that are wanted.
    ///
    /// @param arguments part of `interval: population`, as the table names them, all if left out or empty; how many
    ///   samples each of these has, as many as the table says if left out
    public static void main(String[] arguments) throws InterruptedException, ExecutionException {
        String wanted = arguments.length > 0 ? arguments[0] : "";
        List<Setting> settings =
                all().stream()
                        .filter(each -> each.name().contains(wanted))
                        .map(
                                each ->
                                        arguments.length > 1
                                                ? each.with(Integer.parseInt(arguments[1]))
                                                : each)
                        .toList();
        System.out.print(HEAD);
        try (var workers =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            var coming = new ArrayList<Future<Coverage>>();
            for (Setting setting : settings) {
                coming.add(workers.submit(() -> timed(setting)));
            }
            for (Future<Coverage> each : coming) {
                System.out.println(each.get().row());
                System.out.flush();
            }
        }
    }

    private static Coverage timed(Setting setting) {
        long start = System.nanoTime();
        Coverage coverage = Coverage.of(setting);
        System.err.printf("%6.1f s  %s%n", (System.nanoTime() - start) / 1e9, setting.name());
        return coverage;
    }

    private static List<Setting> all() {
        return Stream.of(
                        ShareSettings.all(),
                        MeanSettings.all(),
                        RankSettings.all(),
                        TogetherSettings.all(),
                        CorrelationSettings.all(),
                        ScaleSettings.all(),
                        ModelSettings.all(),
                        FurtherModelSettings.all(),
                        CountSettings.all(),
                        SkewedSettings.all(),
                        GapSettings.all())
                .flatMap(List::stream)
                .toList();
    }
}
