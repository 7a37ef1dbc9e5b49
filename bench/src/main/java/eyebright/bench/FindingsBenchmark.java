package eyebright.bench;

import eyebright.analysis.Findings;
import eyebright.check.StudyFolder;
import eyebright.frame.Frame;
import eyebright.frame.Frames;
import eyebright.frame.Origin;
import eyebright.population.Population;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// All findings of the tears plan from a frame that is there: scoring, every claim, and the hash of the
/// data. Beside it scoring alone, which the whole contains.
///
/// 2,000 respondents are rehearsed and their rows repeated; the ids, which nothing reads, repeat too. To
/// hold: 684 respondents 50 ms, 1,000,000 10 s.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx3g")
public class FindingsBenchmark {

    private static final int REHEARSED = 2000;
    private static final long SEED = 1;

    /// How many respondents.
    @Param({"684", "200000", "1000000"})
    private int respondents = REHEARSED;

    private final StudyFolder folder = folder();
    private Frame frame = rehearsed(folder);

    /// Repeats the rehearsed rows.
    @Setup
    public void repeat() {
        frame = frame.rows(IntStream.range(0, respondents).map(row -> row % REHEARSED).toArray());
    }

    /// From a frame to its findings.
    @Benchmark
    public Findings findings() {
        return Findings.of(folder.study(), folder.scales(), folder.plan(), frame);
    }

    /// From a frame to one with scales and flags.
    @Benchmark
    public Frame scores() {
        return folder.scales().score(frame);
    }

    private static StudyFolder folder() {
        String home = System.getProperty("eyebright.home", ".");
        try {
            return switch (StudyFolder.read(Path.of(home, "studies", "tears"))) {
                case StudyFolder.Reading.Valid(StudyFolder folder, _) -> folder;
                case StudyFolder.Reading.Invalid(var problems) ->
                        throw new IllegalStateException(problems.getFirst().problem());
            };
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Frame rehearsed(StudyFolder folder) {
        return Frames.of(
                folder.study(),
                folder.population().rehearse(folder.study(), REHEARSED, SEED),
                new Origin.Rehearsed(Population.mark(SEED)));
    }
}
