package eyebright.check;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A real text with something changed in it: single bytes, whole lines, values put in the place of others. The same seed
/// changes the same things.
final class Mutated {

    /// Values that have broken other readers.
    private static final List<String> HOSTILE =
            List.of(
                    "",
                    "~",
                    "-",
                    "0",
                    "-1",
                    "1e309",
                    "-1e-400",
                    "1E1000000000",
                    ".nan",
                    ".inf",
                    "NaN%",
                    "0x7fffffffffffffff",
                    "9".repeat(400),
                    "0." + "0".repeat(400) + "1",
                    "99999999999",
                    "normal 1e308 \u00b1 1e308",
                    "normal 0 \u00b1 0",
                    "5 of 0",
                    "0 of 0",
                    "-50%",
                    "1e9%",
                    "true",
                    "2026-02-30",
                    "9999-99-99",
                    "+999999999-01-01",
                    "&a [*a]",
                    "*nobody",
                    "!!java.net.URL \"x\"",
                    "!!binary AAAA",
                    "{<<: {a: b}}",
                    "? a",
                    "|",
                    ">-",
                    "\"",
                    "'",
                    "%YAML 9.9",
                    "---",
                    "...",
                    "\t",
                    "\u0000",
                    "\uFEFF",
                    "\u202E",
                    "\uD83C\uDF3F",
                    "../../../../etc/passwd",
                    "javascript:alert(1)",
                    "{{" + "a".repeat(50) + "}}",
                    "x".repeat(70_000),
                    "[".repeat(3_000),
                    "{a: ".repeat(2_000),
                    "- ".repeat(3_000),
                    "(".repeat(3_000),
                    "not ".repeat(3_000) + "true",
                    "a" + " + a".repeat(3_000),
                    "2^2^2^2^2^2",
                    "mean(a,b,c,at least 99)",
                    "a == \"",
                    "=1+1",
                    "\"\"\"\"",
                    "a;b\tc,d");

    private static final Pattern VALUE = Pattern.compile("(?<=[:,\\[] )[^,\\]}\\n]+");

    private final SplittableRandom random;

    Mutated(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /// The text changed in one to four places.
    ///
    /// @param others texts that lines may be taken from
    byte[] of(String text, List<String> others) {
        String changed = text;
        for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
            changed =
                    switch (random.nextInt(10)) {
                        case 0, 1, 2 -> value(changed, one(HOSTILE));
                        case 3 -> swapped(changed);
                        case 4, 5 -> lines(changed, others);
                        case 6 -> inserted(changed, one(HOSTILE));
                        case 7 -> nested(changed);
                        default -> changed;
                    };
        }
        byte[] bytes = changed.getBytes(StandardCharsets.UTF_8);
        return random.nextInt(3) == 0 ? bytes(bytes) : bytes;
    }

    /// One value, something else.
    private String value(String text, String other) {
        List<MatchResult> values = VALUE.matcher(text).results().toList();
        if (values.isEmpty()) {
            return inserted(text, other);
        }
        MatchResult value = one(values);
        return text.substring(0, value.start()) + other + text.substring(value.end());
    }

    /// Two values in each other's place.
    private String swapped(String text) {
        List<MatchResult> values = VALUE.matcher(text).results().toList();
        if (values.size() < 2) {
            return text;
        }
        int first = random.nextInt(values.size() - 1);
        MatchResult one = values.get(first);
        MatchResult other = values.get(first + 1 + random.nextInt(values.size() - first - 1));
        return text.substring(0, one.start())
                + other.group()
                + text.substring(one.end(), other.start())
                + one.group()
                + text.substring(other.end());
    }

    /// A line left out, said twice, moved, deeper, or one of another file.
    private String lines(String text, List<String> others) {
        var lines = new ArrayList<>(List.of(text.split("\n", -1)));
        int at = random.nextInt(lines.size());
        String line = lines.get(at);
        switch (random.nextInt(6)) {
            case 0 -> lines.remove(at);
            case 1 -> lines.add(at, line);
            case 2 -> lines.add(random.nextInt(lines.size()), lines.remove(at));
            case 3 -> lines.set(at, " ".repeat(1 + random.nextInt(6)) + line);
            case 4 -> lines.set(at, line.strip());
            default -> {
                List<String> theirs =
                        others.isEmpty() ? lines : List.of(one(others).split("\n", -1));
                lines.add(at, one(theirs));
            }
        }
        return String.join("\n", lines);
    }

    /// A value far down.
    private String nested(String text) {
        int depth = 1 + random.nextInt(400);
        String open = random.nextBoolean() ? "[" : "{a: ";
        String close = open.equals("[") ? "]" : "}";
        return value(text, open.repeat(depth) + "x" + close.repeat(depth));
    }

    private String inserted(String text, String other) {
        int at = random.nextInt(text.length() + 1);
        return text.substring(0, at) + other + text.substring(at);
    }

    private byte[] bytes(byte[] all) {
        byte[] bytes = all.clone();
        for (int changes = 1 + random.nextInt(6); changes > 0 && bytes.length > 2; changes--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(3)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes = Arrays.copyOf(bytes, at + 1);
                default -> {
                    byte[] rest = Arrays.copyOfRange(bytes, at, bytes.length);
                    int cut = Math.max(0, at - random.nextInt(40));
                    bytes = Arrays.copyOf(bytes, cut + rest.length);
                    System.arraycopy(rest, 0, bytes, cut, rest.length);
                }
            }
        }
        return bytes;
    }

    /// Cells of a table changed, beside what is changed in any text.
    byte[] ofTable(String table) {
        if (random.nextBoolean()) {
            return of(table, List.of());
        }
        List<String> lines = List.of(table.split("\n", -1));
        int at = random.nextInt(lines.size());
        int columns = lines.get(at).split(",", -1).length;
        int column = random.nextInt(columns);
        String other = one(HOSTILE);
        boolean isWholeColumn = random.nextInt(4) == 0;
        String changed =
                Stream.iterate(0, line -> line + 1)
                        .limit(lines.size())
                        .map(
                                line ->
                                        line == at || (isWholeColumn && line > 0)
                                                ? cell(lines.get(line), column, other)
                                                : lines.get(line))
                        .collect(Collectors.joining("\n"));
        return (random.nextInt(4) == 0 ? changed.replace(",", ";") : changed)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String cell(String line, int column, String other) {
        String[] cells = line.split(",", -1);
        if (column < cells.length) {
            cells[column] = other;
        }
        return String.join(",", cells);
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
