package eyebright.freeze;

import eyebright.plan.Plan;
import eyebright.study.Study;
import java.util.List;

/// What was frozen as plain text for a terminal.
public final class FrozenText {

    private static final String INDENT = "  ";

    private FrozenText() {}

    /// Everything a study has frozen, and what has changed since; ends with a line end.
    public static String of(Frozen frozen, Plan plan, Study study) {
        var text = new StringBuilder();
        if (frozen.freezes().isEmpty()) {
            return "%s: nothing is frozen\n".formatted(study.name());
        }
        for (Freeze freeze : frozen.freezes()) {
            entry(text, freeze);
            line(
                    text,
                    freeze.stamp()
                            .map(TimeStamp::inWords)
                            .orElse(
                                    "The date is the researchers' own; no time stamp confirms it."));
            freeze.links()
                    .forEach(link -> line(text, "also at %s (not looked up)".formatted(link)));
        }
        if (frozen.freezes().size() > 1) {
            frozen.decisive()
                    .ifPresent(
                            freeze ->
                                    text.append(
                                            "Planned or exploratory is told by %s.\n"
                                                    .formatted(
                                                            FreezeFiles.folder(freeze.number()))));
        }
        List<Deviation> changes =
                frozen.standing(plan, study).map(Standing::deviations).orElse(List.of());
        text.append(changes.isEmpty() ? "Nothing has changed since.\n" : "Changed since:\n");
        changes.forEach(change -> line(text, change.words()));
        return text.toString();
    }

    /// An entry just made; ends with a line end.
    public static String made(Freeze freeze) {
        var text = new StringBuilder();
        entry(text, freeze);
        return text.toString();
    }

    private static void entry(StringBuilder text, Freeze freeze) {
        FreezeEntry entry = freeze.entry();
        text.append(
                "%s: %s, frozen %s%s\n"
                        .formatted(
                                FreezeFiles.folder(entry.number()),
                                entry.study(),
                                entry.day(),
                                after(entry.answers())));
        line(text, "plan           " + entry.planHash());
        line(text, "questionnaire  " + entry.questionnaireHash());
        line(text, "entry          " + freeze.hash());
        line(
                text,
                entry.respondents() == 0
                        ? "waits for no number of respondents"
                        : "waits for %,d respondents".formatted(entry.respondents()));
        entry.stopping().ifPresent(stopping -> line(text, "stops: " + stopping));
        entry.notes().ifPresent(notes -> line(text, "notes: " + notes));
    }

    private static String after(int answers) {
        return switch (answers) {
            case 0 -> ", before anybody had answered";
            case 1 -> ", after 1 person had answered";
            default -> ", after %,d people had answered".formatted(answers);
        };
    }

    private static void line(StringBuilder text, String line) {
        text.append(INDENT).append(line).append('\n');
    }
}
