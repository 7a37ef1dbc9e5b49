package eyebright.bench;

import eyebright.analysis.CompiledClaim;
import eyebright.analysis.Cores;
import eyebright.analysis.Depth;
import eyebright.analysis.Findings;
import eyebright.analysis.Outcome;
import eyebright.analysis.Summary;
import eyebright.frame.Frame;
import eyebright.plan.Analysis;
import java.util.ArrayList;
import java.util.List;
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
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(value = 1, jvmArgsAppend = "-Xmx3g")
public class FindingsBenchmark {

    /// How many respondents.
    @Param("684")
    private int respondents = 684;

    private final Tears tears = Tears.read();
    private final List<CompiledClaim> analyses = tears.analyses();
    private Frame frame = tears.frame(respondents);
    private Frame prepared = frame;
    private List<Summary> summaries = List.of();

    /// Makes the respondents.
    @Setup
    public void make() {
        frame = tears.frame(respondents);
        prepared = tears.prepared(frame);
        summaries = rows();
    }

    /// From a frame to its findings.
    @Benchmark
    public Findings findings() {
        return tears.findings(frame, Cores.ALL);
    }

    /// From scored respondents to the rows of every analysis, on one core.
    @Benchmark
    public List<Summary> rows() {
        return analyses.stream().map(each -> each.summarise(prepared)).toList();
    }

    /// From the rows to every figure but those of imputed answers, on one core.
    @Benchmark
    public List<Outcome> estimates() {
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < summaries.size(); i++) {
            if (!(analyses.get(i).claim().analysis() instanceof Analysis.Imputed)) {
                outcomes.add(analyses.get(i).estimate(summaries.get(i), Depth.FULL));
            }
        }
        return outcomes;
    }

    /// From a frame to one with scales and flags.
    @Benchmark
    public Frame scores() {
        return tears.folder().scales().score(frame);
    }
}
