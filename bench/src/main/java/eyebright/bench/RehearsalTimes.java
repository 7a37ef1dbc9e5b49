package eyebright.bench;

import eyebright.analysis.Cores;
import eyebright.frame.Frame;
import eyebright.population.Scenario;
import eyebright.recompute.RScript;
import eyebright.rehearsal.Rehearsable;
import eyebright.rehearsal.Rehearsal;
import eyebright.rehearsal.ScenarioRun;
import eyebright.rehearsal.Settings;
import eyebright.respondents.Respondents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Seconds for 1,000 replicates of the tears plan, drawn, scored, analysed and judged, beside the same plan in R.
/// `scripts/bench.sh rehearsal [RESPONDENTS [REPLICATIONS [THREADS]]]`.
///
/// The respondents of as many replicates, drawn and nothing more, have a row of their own.
/// By the clock, after as many replicates to warm up; not counted are solving the population and the census, which
/// each scenario needs once. R runs the script that `analyse --r` writes on one table, without imputation and
/// cross-validation, one core, warm; drawing its respondents is not counted there, which is to its advantage.
public final class RehearsalTimes {

    private static final double BILLION = TimeUnit.SECONDS.toNanos(1);
    private static final int R_REPETITIONS = 5;

    private RehearsalTimes() {}

    /// Prints both and the ratio.
    ///
    /// @param arguments how many respondents, 684 if left out; how many replications, 2,000 if left out; how many
    ///   threads, as many as cores if left out
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int respondents = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 684;
        int replications = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2_000;
        int threads =
                arguments.length > 2
                        ? Integer.parseInt(arguments[2])
                        : Runtime.getRuntime().availableProcessors();
        Tears tears = Tears.read();
        print("%,d respondents, seconds for 1,000 replicates by the clock".formatted(respondents));
        print(
                "Eyebright, 1 thread, drawing   %9.2f"
                        .formatted(drawing(tears, respondents, replications)));
        double one = seconds(tears, respondents, replications, 1);
        print("Eyebright, 1 thread            %9.2f".formatted(one));
        if (threads > 1) {
            print(
                    "Eyebright, %d threads           %9.2f"
                            .formatted(
                                    threads, seconds(tears, respondents, replications, threads)));
        }
        Optional<Double> r = r(tears, respondents);
        print(
                r.isEmpty()
                        ? "Rscript is not installed"
                        : "R, 1 thread, without drawing   %9.2f   %.0f times one thread of Eyebright"
                                .formatted(r.get(), r.get() / one));
    }

    /// Seconds for drawing the respondents of 1,000 replicates and nothing more.
    private static double drawing(Tears tears, int respondents, int replications) {
        Respondents drawn = tears.folder().respondents();
        long begun = 0;
        int rows = 0;
        for (int replicate = 1; replicate <= 2 * replications; replicate++) {
            if (replicate == replications + 1) {
                begun = System.nanoTime();
            }
            rows += drawn.frame(1, replicate, respondents).size();
        }
        long end = System.nanoTime();
        if (rows > 2 * replications * respondents) {
            throw new IllegalStateException("more respondents than were asked for");
        }
        return (end - begun) / BILLION / replications * 1_000;
    }

    private static double seconds(Tears tears, int respondents, int replications, int threads) {
        Rehearsable study = tears.folder().rehearsable();
        var settings =
                new Settings(
                        List.of(Scenario.AS_PUBLISHED.word()),
                        respondents,
                        2 * replications,
                        1,
                        1,
                        Settings.Curve.WITHOUT);
        var begun = new ArrayList<Long>();
        var done = new ArrayList<Integer>();
        Rehearsal rehearsal =
                study.rehearse(
                        settings,
                        threads,
                        Optional.empty(),
                        soFar -> {
                            ScenarioRun run = soFar.scenarios().getLast();
                            if (begun.isEmpty() && run.replicates() >= replications) {
                                begun.add(System.nanoTime());
                                done.add(run.replicates());
                            }
                        });
        long end = System.nanoTime();
        int counted = rehearsal.scenarios().getLast().replicates() - done.getFirst();
        return (end - begun.getFirst()) / BILLION / counted * 1_000;
    }

    /// Seconds of R for the findings of 1,000 tables; empty where it is not installed.
    private static Optional<Double> r(Tears tears, int respondents)
            throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("eyebright-bench");
        try {
            Frame made = tears.frame(respondents);
            RScript.write(
                    tears.folder().study(),
                    tears.folder().scales(),
                    tears.folder().plan(),
                    made,
                    tears.findings(made, Cores.ALL),
                    folder);
            return R.run(
                            "time-findings.R",
                            folder,
                            folder.toString(),
                            Integer.toString(R_REPETITIONS))
                    .flatMap(
                            lines ->
                                    lines.stream()
                                            .filter(cells -> cells.getFirst().equals("all"))
                                            .map(cells -> Double.valueOf(cells.get(3)))
                                            .findFirst());
        } finally {
            R.delete(folder);
        }
    }

    private static void print(String line) {
        System.out.println(String.format(Locale.ROOT, "%s", line));
    }
}
