package eyebright.rehearsal;

import eyebright.source.FolderReader;
import eyebright.source.Place;
import eyebright.source.Problems;
import eyebright.source.Rule;
import java.util.List;
import java.util.Optional;

/// Rehearsals that were kept in a file: one to show, and one to go on from.
public final class SavedRehearsal {

    private SavedRehearsal() {}

    /// The rehearsal a study folder keeps; empty, and a problem, if the text is none.
    public static Optional<Rehearsal> read(String text, Problems problems) {
        return read(FolderReader.REHEARSAL, text, Rule.REHEARSAL_FILE, problems);
    }

    /// The rehearsal to go on from; empty, and a problem, if the text is none, or it is of something else.
    ///
    /// @param file what to call it in problems
    public static Optional<Rehearsal> resumed(
            String file, String text, Rehearsable study, Settings settings, Problems problems) {
        Optional<Rehearsal> earlier = read(file, text, Rule.OTHER_REHEARSAL, problems);
        List<String> differs = earlier.map(each -> study.differs(each, settings)).orElse(List.of());
        if (differs.isEmpty()) {
            return earlier;
        }
        problems.add(
                Rule.OTHER_REHEARSAL,
                Place.start(file),
                "%s is of another rehearsal: %s %s"
                        .formatted(
                                file,
                                Said.and(differs),
                                differs.size() == 1 ? "differs" : "differ"),
                "name another file to begin anew, or rehearse as it was begun");
        return Optional.empty();
    }

    private static Optional<Rehearsal> read(
            String file, String text, Rule rule, Problems problems) {
        try {
            Rehearsal rehearsal = RehearsalJson.read(text);
            if (!rehearsal.scenarios().isEmpty()) {
                return Optional.of(rehearsal);
            }
            problems.add(rule, Place.start(file), file + " holds no scenario", FIX);
        } catch (IllegalArgumentException wrong) {
            problems.add(
                    rule,
                    Place.start(file),
                    "%s does not read as a rehearsal: %s".formatted(file, wrong.getMessage()),
                    FIX);
        }
        return Optional.empty();
    }

    private static final String FIX =
            "take it away, and write it anew with: eyebright rehearse STUDY --save";
}
