package eyebright.study;

import eyebright.source.Fields;
import eyebright.source.Node;
import eyebright.source.Place;
import eyebright.source.Problems;
import eyebright.source.Rule;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The forms of names, and the words nobody may take.
///
/// Ids, codes of items and options become parts of column names and of expressions; names of studies and
/// pages become parts of addresses.
public final class Names {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_]{0,59}");
    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9_]{0,59}");
    private static final Pattern ADDRESS = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");

    /// Words of the expression language, and the columns a table needs for itself.
    private static final Set<String> RESERVED_IDS =
            Set.of(
                    "and",
                    "or",
                    "not",
                    "in",
                    "true",
                    "false",
                    "answered",
                    "mean",
                    "sum",
                    "count",
                    "respondent",
                    "excluded",
                    "rehearsed",
                    "flags",
                    "token",
                    "save",
                    "version",
                    "seconds",
                    "go",
                    "clear");

    /// First parts of addresses that the server answers itself.
    private static final Set<String> RESERVED_STUDIES =
            Set.of("health", "desk", "error", "look", "static", "assets", "api", "data", "metrics");

    /// Last parts of addresses below `take-part` that are no pages.
    private static final Set<String> RESERVED_PAGES =
            Set.of("review", "send", "done", "goodbye", "consent", "agree", "decline");

    private final Problems problems;
    private final Map<String, Place> taken = new HashMap<>();

    Names(Problems problems) {
        this.problems = problems;
    }

    /// Whether a text has the form of an id.
    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /// Whether a text has the form of the name of a study or a page.
    public static boolean isAddress(String text) {
        return ADDRESS.matcher(text).matches();
    }

    /// Whether an id is a word that expressions or tables need for themselves.
    public static boolean isReserved(String id) {
        return RESERVED_IDS.contains(id);
    }

    /// The id of a question.
    Optional<String> id(Fields fields) {
        return fields.requiredScalar("id")
                .filter(scalar -> form(scalar, "id", ID, "a lower-case word such as felt_2"))
                .filter(scalar -> free(scalar, "id", RESERVED_IDS))
                .filter(scalar -> first(scalar, "id"))
                .map(Node.Scalar::value);
    }

    /// The ids of all questions, also of those that could not be read further.
    Set<String> ids() {
        return taken.keySet().stream()
                .filter(key -> key.startsWith("id:"))
                .map(key -> key.substring(3))
                .collect(Collectors.toSet());
    }

    /// The name of a page.
    Optional<String> page(Fields fields) {
        return fields.requiredScalar("page")
                .filter(scalar -> form(scalar, "page", ADDRESS, "a name such as the-last-time"))
                .filter(scalar -> free(scalar, "page", RESERVED_PAGES))
                .filter(scalar -> first(scalar, "page"))
                .map(Node.Scalar::value);
    }

    /// The name of the study, which is also that of its folder.
    Optional<String> study(Fields fields, String folder) {
        return fields.requiredScalar("study")
                .filter(scalar -> form(scalar, "study", ADDRESS, "a name such as my-study"))
                .filter(scalar -> free(scalar, "study", RESERVED_STUDIES))
                .filter(scalar -> isFolder(scalar, folder))
                .map(Node.Scalar::value);
    }

    /// The code of an option or item, given as a key.
    boolean code(Node.Entry entry, String thing) {
        if (CODE.matcher(entry.key()).matches()) {
            return true;
        }
        problems.add(
                Rule.WRONG_NAME,
                entry.keyPlace(),
                "the code of %s must be a lower-case word or number such as very_much, not \"%s\""
                        .formatted(thing, Fields.shortened(entry.key())),
                "write {code: Label}; the label may be anything");
        return false;
    }

    private boolean isFolder(Node.Scalar scalar, String folder) {
        if (scalar.value().equals(folder)) {
            return true;
        }
        problems.add(
                Rule.WRONG_NAME,
                scalar.place(),
                "study must be the name of its folder, \"%s\", not \"%s\""
                        .formatted(folder, scalar.value()),
                "write study: %s, or rename the folder".formatted(folder));
        return false;
    }

    private boolean form(Node.Scalar scalar, String key, Pattern form, String wanted) {
        if (form.matcher(scalar.value()).matches()) {
            return true;
        }
        problems.add(
                Rule.WRONG_NAME,
                scalar.place(),
                "%s must be %s, not \"%s\""
                        .formatted(key, wanted, Fields.shortened(scalar.value())),
                "write " + wanted);
        return false;
    }

    private boolean free(Node.Scalar scalar, String key, Set<String> reserved) {
        if (!reserved.contains(scalar.value())) {
            return true;
        }
        problems.add(
                Rule.RESERVED_NAME,
                scalar.place(),
                "%s must not be \"%s\", which Eyebright needs for itself"
                        .formatted(key, scalar.value()),
                "choose another, such as %s2".formatted(scalar.value()));
        return false;
    }

    private boolean first(Node.Scalar scalar, String key) {
        Place first = taken.putIfAbsent(key + ":" + scalar.value(), scalar.place());
        if (first == null) {
            return true;
        }
        problems.add(
                Rule.DUPLICATE_ID,
                scalar.place(),
                "%s \"%s\" stands twice; it stands first in line %d"
                        .formatted(key, scalar.value(), first.line()),
                "rename one of the two");
        return false;
    }
}
