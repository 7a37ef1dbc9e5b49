package eyebright.bench;

import eyebright.analysis.CompiledPlan;
import eyebright.analysis.Findings;
import eyebright.check.StudyFolder;
import eyebright.frame.Frame;
import eyebright.frame.Frames;
import eyebright.frame.Origin;
import eyebright.population.Population;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.stream.IntStream;

/// The tears study with rehearsed respondents: 2,000 are rehearsed and their rows repeated, so that a
/// million are there at once; the ids, which nothing reads, repeat too.
///
/// Rows that repeat are kinder to models than a million different people: predictors hold 2,000 patterns
/// at most, and models join equal rows.
///
/// @param folder the study
/// @param rehearsed the respondents whose rows are repeated
record Tears(StudyFolder folder, Frame rehearsed) {

    private static final int REHEARSED = 2000;
    private static final long SEED = 1;

    /// The study of the checkout that `eyebright.home` names.
    static Tears read() {
        StudyFolder folder = opened();
        return new Tears(
                folder,
                Frames.of(
                        folder.study(),
                        folder.population().rehearse(folder.study(), REHEARSED, SEED),
                        new Origin.Rehearsed(Population.mark(SEED))));
    }

    /// So many respondents.
    Frame frame(int respondents) {
        return rehearsed.rows(
                IntStream.range(0, respondents).map(row -> row % REHEARSED).toArray());
    }

    /// So many respondents of whom no two need be equal.
    Frame different(int respondents) {
        return Frames.of(
                folder.study(),
                folder.population().rehearse(folder.study(), respondents, SEED),
                new Origin.Rehearsed(Population.mark(SEED)));
    }

    /// Every claim of the plan.
    Findings findings(Frame frame) {
        return Findings.of(folder.study(), folder.scales(), folder.plan(), frame);
    }

    /// The plan, ready to run.
    CompiledPlan compiled() {
        return CompiledPlan.of(folder.plan(), folder.study(), folder.scales());
    }

    /// The respondents with scales and the numbers the plan makes.
    Frame prepared(Frame frame) {
        return Findings.prepared(folder.scales(), folder.plan(), frame);
    }

    private static StudyFolder opened() {
        String home = System.getProperty("eyebright.home", ".");
        try {
            return switch (StudyFolder.read(Path.of(home, "studies", "tears"))) {
                case StudyFolder.Reading.Valid(StudyFolder folder, _) -> folder;
                case StudyFolder.Reading.Invalid(var problems) ->
                        throw new IllegalStateException(problems.getFirst().problem());
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
