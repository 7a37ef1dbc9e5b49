package eyebright.bench;

import eyebright.analysis.CompiledClaim;
import eyebright.analysis.Cores;
import eyebright.analysis.Depth;
import eyebright.analysis.Outcome;
import eyebright.frame.Frame;
import eyebright.frame.TableReader;
import eyebright.plan.Analysis;
import eyebright.recompute.RScript;
import eyebright.source.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The findings of the tears plan by Eyebright and by R, from the same table in one run.
/// `scripts/bench.sh r [RESPONDENTS [REPETITIONS [SHOWN]]]`.
///
/// R runs the script that `analyse --r` writes, without its comparing; both run on one core, warm. Not counted
/// on either side: starting, loading libraries and reading the table. Left out of both: imputation and
/// cross-validation, which R cannot draw as Eyebright does, and the hash of the data.
public final class RComparison {

    private RComparison() {}

    /// Milliseconds.
    private record Time(double processor, double clock) {}

    /// Prints both and the ratio.
    ///
    /// @param arguments how many respondents, 684 if left out; how many repetitions, 5 if left out; how many
    ///   analyses are listed, 20 if left out
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int respondents = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 684;
        int repetitions = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        int shown = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 20;
        Path folder = Files.createTempDirectory("eyebright-bench");
        try {
            compare(folder, respondents, repetitions, shown);
        } finally {
            R.delete(folder);
        }
    }

    private static void compare(Path folder, int respondents, int repetitions, int shown)
            throws IOException, InterruptedException {
        Tears tears = Tears.read();
        Frame made = tears.frame(respondents);
        RScript.write(
                tears.folder().study(),
                tears.folder().scales(),
                tears.folder().plan(),
                made,
                tears.findings(made, Cores.ALL),
                folder);
        Frame frame =
                TableReader.read(
                        folder.resolve("data.csv"), tears.folder().study(), new Problems());
        Map<String, Double> ours = ours(tears, frame, Math.max(repetitions, 10));
        double whole = ours.values().stream().mapToDouble(time -> time).sum();
        print("%,d rehearsed respondents, one core, milliseconds".formatted(respondents));
        Optional<Map<String, Time>> timed = r(folder, repetitions);
        if (timed.isEmpty()) {
            print("Eyebright %.1f of the processor; Rscript is not installed".formatted(whole));
            return;
        }
        var theirs = new LinkedHashMap<>(timed.get());
        Time reading = take(theirs, "reading data.csv");
        Time all = take(theirs, "all");
        print("%-40s %12s %12s %8s".formatted("", "R", "Eyebright", "ratio"));
        line("all analyses, processor", all.processor(), whole);
        line("all analyses, clock", all.clock(), clock(tears, frame, Math.max(repetitions, 10)));
        print("R reads the table in %.0f, which is not counted".formatted(reading.clock()));
        print("");
        print("of the processor, the longest in R");
        theirs.entrySet().stream()
                .filter(each -> ours.containsKey(claim(each.getKey())))
                .sorted(Comparator.comparingDouble(each -> -each.getValue().processor()))
                .limit(shown)
                .forEach(
                        each ->
                                line(
                                        claim(each.getKey()),
                                        each.getValue().processor(),
                                        ours.getOrDefault(claim(each.getKey()), 0.0)));
    }

    /// What Eyebright takes of the processor for each analysis that R does too, and for what comes before them.
    private static Map<String, Double> ours(Tears tears, Frame frame, int runs) {
        var times = new LinkedHashMap<String, Double>();
        times.put("", ProcessorTime.median(runs, () -> tears.prepared(frame)));
        Frame prepared = tears.prepared(frame);
        for (CompiledClaim claim : alsoInR(tears)) {
            times.put(
                    claim.claim().id(),
                    ProcessorTime.median(runs, () -> estimated(claim, prepared)));
        }
        return times;
    }

    /// The milliseconds of the clock of all of them, one after the other.
    private static double clock(Tears tears, Frame frame, int runs) {
        List<CompiledClaim> claims = alsoInR(tears);
        var times = new ArrayList<Double>();
        for (int i = 0; i < 2 * runs; i++) {
            long start = System.nanoTime();
            Frame prepared = tears.prepared(frame);
            int estimates = 0;
            for (CompiledClaim claim : claims) {
                estimates += estimated(claim, prepared).estimates().size();
            }
            if (estimates == 0) {
                throw new IllegalStateException("the plan must estimate something");
            }
            times.add((System.nanoTime() - start) / 1e6);
        }
        return times.subList(runs, 2 * runs).stream().sorted().toList().get(runs / 2);
    }

    private static Outcome estimated(CompiledClaim claim, Frame prepared) {
        boolean isBlock =
                claim.claim().analysis() instanceof Analysis.Regression regression
                        && !regression.block().isEmpty();
        return claim.estimate(claim.summarise(prepared), isBlock ? Depth.VERDICT : Depth.FULL);
    }

    private static List<CompiledClaim> alsoInR(Tears tears) {
        return tears.analyses().stream()
                .filter(claim -> !(claim.claim().analysis() instanceof Analysis.Imputed))
                .toList();
    }

    /// The times of R; empty where it is not installed.
    private static Optional<Map<String, Time>> r(Path folder, int repetitions)
            throws IOException, InterruptedException {
        return R.run("time-findings.R", folder, folder.toString(), Integer.toString(repetitions))
                .map(
                        lines -> {
                            var times = new LinkedHashMap<String, Time>();
                            for (List<String> cells : lines) {
                                String name = String.join(" ", cells.subList(0, 2)).strip();
                                times.put(
                                        name,
                                        new Time(
                                                Double.parseDouble(cells.get(2)),
                                                Double.parseDouble(cells.get(3))));
                            }
                            return times;
                        });
    }

    private static Time take(Map<String, Time> times, String name) {
        Time time = times.remove(name);
        if (time == null) {
            throw new IllegalStateException("R did not time: " + name);
        }
        return time;
    }

    /// The claim of a line of R, which says `finding` before it.
    private static String claim(String name) {
        return name.startsWith("finding ") ? name.substring("finding ".length()) : name;
    }

    private static void line(String name, double r, double ours) {
        print("%-40s %12.1f %12.2f %8.0f".formatted(name, r, ours, r / ours));
    }

    private static void print(String line) {
        System.out.println(String.format(Locale.ROOT, "%s", line));
    }
}
