package eyebright.bench;

import eyebright.analysis.Cores;
import eyebright.analysis.Findings;
import eyebright.frame.Frame;
import java.util.concurrent.TimeUnit;
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

/// All findings of the tears plan from a frame that is there: scoring, every claim, imputation, and the hash of
/// the data, on all cores by the clock. Beside it scoring alone, which the whole contains. What each claim takes
/// is in [ClaimTimes].
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx3g")
public class FindingsBenchmark {

    /// How many respondents.
    @Param({"684", "50000"})
    private int respondents = 684;

    private final Tears tears = Tears.read();
    private Frame frame = tears.frame(respondents);

    /// Makes the respondents.
    @Setup
    public void make() {
        frame = tears.frame(respondents);
    }

    /// From a frame to its findings.
    @Benchmark
    public Findings findings() {
        return tears.findings(frame, Cores.ALL);
    }

    /// From a frame to one with scales and flags.
    @Benchmark
    public Frame scores() {
        return tears.folder().scales().score(frame);
    }
}
