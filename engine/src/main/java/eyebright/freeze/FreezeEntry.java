package eyebright.freeze;

import eyebright.source.Sha256;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/// What an entry of `frozen/` says: everything its hash is of.
///
/// @param number its place in the chain, from 1
/// @param study the name of the study
/// @param before the hash of the entry before; absent in the first
/// @param day as the machine that froze it says
/// @param planHash of the canonical text of the plan
/// @param questionnaireHash of the canonical text of the questionnaire
/// @param respondents how many the plan waits for
/// @param stopping when the study stops gathering answers, in words
/// @param answers how many people had answered when it was frozen
/// @param notes what the researcher says about it, such as why it was frozen again
public record FreezeEntry(
        int number,
        String study,
        Optional<String> before,
        LocalDate day,
        String planHash,
        String questionnaireHash,
        int respondents,
        Optional<String> stopping,
        int answers,
        Optional<String> notes) {

    static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    public FreezeEntry {
        if (number < 1 || before.isPresent() != number > 1) {
            throw new IllegalArgumentException(
                    "number must be 1 or more, with an entry before it from 2 on, not "
                            + number
                            + " after "
                            + before.orElse("none"));
        }
        hash("planHash", planHash);
        hash("questionnaireHash", questionnaireHash);
        before.ifPresent(hash -> hash("before", hash));
        if (respondents < 0 || answers < 0) {
            throw new IllegalArgumentException(
                    "respondents and answers must be 0 or more, not %d and %d"
                            .formatted(respondents, answers));
        }
    }

    private static void hash(String name, String hash) {
        if (!HASH.matcher(hash).matches()) {
            throw new IllegalArgumentException(
                    "%s must be 64 hexadecimal digits, not \"%s\"".formatted(name, hash));
        }
    }

    /// SHA-256, in hex, of [#text].
    public String hash() {
        return Sha256.hex(text());
    }

    /// The text of `entry.yaml`: the same entry is the same bytes.
    public String text() {
        var text = new StringBuilder();
        text.append(
                "# Written by eyebright freeze; never changed. Its hash stands in entry.sha256,\n");
        text.append("# in the entry after it, and in its time stamp.\n");
        line(text, "freeze", Integer.toString(number));
        line(text, "study", study);
        line(text, "before", before.orElse("none"));
        text.append(
                "# The day is that of the clock of the machine; a time stamp would confirm it.\n");
        line(text, "day", day.toString());
        line(text, "plan", planHash);
        line(text, "questionnaire", questionnaireHash);
        line(text, "respondents", Integer.toString(respondents));
        stopping.ifPresent(words -> line(text, "stopping", quoted(words)));
        line(text, "answers", Integer.toString(answers));
        notes.ifPresent(words -> line(text, "notes", quoted(words)));
        return text.toString();
    }

    private static void line(StringBuilder text, String key, String value) {
        text.append(key).append(": ").append(value).append('\n');
    }

    /// As YAML quotes any text on one line; white space is one blank each.
    private static String quoted(String words) {
        String plain = words.replaceAll("\\s+", " ").strip();
        return '"' + plain.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
