package eyebright.frame;

import java.util.Optional;
import java.util.Set;

/// How a cell of a table is written: the tokens of statuses, and texts that no program takes for a formula.
///
/// A text that begins as a formula does (`=`, `+`, `-`, `@`, tab, carriage return, line feed), with an
/// apostrophe, or that reads as a token or as nothing gets an apostrophe before it. Reading takes off one
/// apostrophe where one of these follows it, and only there, so that `'twas` of a table made elsewhere
/// stays as it is.
final class CellText {

    private static final String FORMULA = "=+-@\t\r\n'";

    private static final Set<String> NOTHING = Set.of("", "NA");

    private CellText() {}

    /// The token of a status that has no value.
    static String token(Status status) {
        return switch (status) {
            case SKIPPED -> "(skipped)";
            case NOT_SHOWN -> "(not shown)";
            case NOT_REACHED -> "(not reached)";
            case UNREADABLE -> "(unreadable)";
            case WITHHELD -> "(withheld)";
            case ANSWERED -> throw new IllegalArgumentException("ANSWERED has a value, no token");
        };
    }

    /// The status a cell stands for, if it holds no value: a token; SKIPPED for an empty cell and for
    /// `NA`, which tables made elsewhere write.
    static Optional<Status> status(String cell) {
        return switch (cell) {
            case "", "NA", "(skipped)" -> Optional.of(Status.SKIPPED);
            case "(not shown)" -> Optional.of(Status.NOT_SHOWN);
            case "(not reached)" -> Optional.of(Status.NOT_REACHED);
            case "(unreadable)" -> Optional.of(Status.UNREADABLE);
            case "(withheld)" -> Optional.of(Status.WITHHELD);
            default -> Optional.empty();
        };
    }

    /// A text as it is written.
    static String written(String text) {
        return needsApostrophe(text) ? "'" + text : text;
    }

    /// A written text as it was.
    static String read(String cell) {
        return cell.startsWith("'") && needsApostrophe(cell.substring(1))
                ? cell.substring(1)
                : cell;
    }

    private static boolean needsApostrophe(String text) {
        return NOTHING.contains(text)
                || FORMULA.indexOf(text.charAt(0)) >= 0
                || status(text).isPresent();
    }
}
