package eyebright.bench;

import eyebright.analysis.CompiledClaim;
import eyebright.analysis.CompiledPlan;
import eyebright.analysis.Cores;
import eyebright.analysis.Findings;
import eyebright.check.StudyFolder;
import eyebright.frame.Column;
import eyebright.frame.Frame;
import eyebright.frame.Status;
import eyebright.study.Variable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The tears study with respondents made up for it.
///
/// @param folder the study
record Tears(StudyFolder folder) {

    private static final int REHEARSED = 4000;
    private static final long SEED = 1;

    /// The study of the checkout that `eyebright.home` names.
    static Tears read() {
        String home = System.getProperty("eyebright.home", ".");
        try {
            return switch (StudyFolder.read(Path.of(home, "studies", "tears"))) {
                case StudyFolder.Reading.Valid(StudyFolder folder, _) -> new Tears(folder);
                case StudyFolder.Reading.Invalid(var problems) ->
                        throw new IllegalStateException(problems.getFirst().problem());
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// So many different respondents.
    ///
    /// Up to 4,000 are rehearsed one by one. More are put together from them, page by page: each page from one
    /// drawn among those who were shown the same pages, which keeps what
    /// hangs together on a page. So models find as many different rows as they
    /// would in as many people, and a million are there in seconds.
    Frame frame(int respondents) {
        Frame rehearsed = rehearsed(Math.min(respondents, REHEARSED));
        return respondents <= REHEARSED ? rehearsed : joined(rehearsed, respondents);
    }

    private Frame rehearsed(int respondents) {
        return folder.respondents().frame(SEED, 0, respondents);
    }

    private Frame joined(Frame rehearsed, int respondents) {
        List<int[]> alike = alike(rehearsed);
        var random = new Random(SEED);
        int[] model = random.ints(respondents, 0, rehearsed.size()).toArray();
        var pages = new HashMap<String, int[]>();
        var columns = new LinkedHashMap<String, Column>();
        for (Variable variable : folder.study().variables().values()) {
            int[] rows =
                    pages.computeIfAbsent(
                            variable.page(),
                            _ -> {
                                int[] drawn = new int[respondents];
                                for (int i = 0; i < respondents; i++) {
                                    int[] others = alike.get(model[i]);
                                    drawn[i] = others[random.nextInt(others.length)];
                                }
                                return drawn;
                            });
            columns.put(variable.name(), rehearsed.column(variable.name()).rows(rows));
        }
        return new Frame(
                IntStream.rangeClosed(1, respondents).mapToObj("r%07d"::formatted).toList(),
                columns,
                Map.of(),
                rehearsed.origin());
    }

    /// For each respondent the rows of all who were shown the same.
    private static List<int[]> alike(Frame frame) {
        var groups = new LinkedHashMap<BitSet, List<Integer>>();
        var ways = new ArrayList<BitSet>();
        for (int row = 0; row < frame.size(); row++) {
            var way = new BitSet();
            int place = 0;
            for (Column column : frame.columns().values()) {
                way.set(place++, column.status(row) == Status.NOT_SHOWN);
            }
            ways.add(way);
            groups.computeIfAbsent(way, _ -> new ArrayList<>()).add(row);
        }
        var rows = new HashMap<BitSet, int[]>();
        groups.forEach(
                (way, members) -> rows.put(way, members.stream().mapToInt(row -> row).toArray()));
        return ways.stream().map(way -> Objects.requireNonNull(rows.get(way))).toList();
    }

    /// Every claim of the plan.
    Findings findings(Frame frame, Cores cores) {
        return Findings.of(folder.study(), folder.scales(), folder.plan(), frame, cores);
    }

    /// The plan, ready to run.
    CompiledPlan compiled() {
        return CompiledPlan.of(folder.plan(), folder.study(), folder.scales());
    }

    /// Every analysis of the plan: each claim's own, and those beside it.
    List<CompiledClaim> analyses() {
        return compiled().claims().stream()
                .flatMap(
                        claim ->
                                Stream.concat(
                                        Stream.of(claim),
                                        claim.beside().stream()
                                                .map(CompiledClaim.Beside::compiled)))
                .toList();
    }

    /// The respondents with scales and the numbers the plan makes.
    Frame prepared(Frame frame) {
        return Findings.prepared(folder.scales(), folder.plan(), frame);
    }
}
