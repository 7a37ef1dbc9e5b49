package eyebright.frame.sav;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// Reads system files for the tests, by the description of the format and not by how they are written.
final class SavReader {

    /// A column as it is declared.
    ///
    /// @param width in bytes; 0 for numbers
    /// @param missing the range of numbers that are missing; empty if none
    record Declared(
            String name,
            String label,
            int width,
            List<Double> missing,
            Map<Double, String> labels,
            int measure,
            int decimals) {}

    private final ByteBuffer in;
    final String title;
    final String made;
    final int caseSize;
    final int count;
    private final List<String> shortNames = new ArrayList<>();
    private final List<Integer> widths = new ArrayList<>();
    private final List<String> labels = new ArrayList<>();
    private final List<List<Double>> missing = new ArrayList<>();
    private final List<Integer> decimals = new ArrayList<>();
    private final Map<Integer, Integer> cellOf = new TreeMap<>();
    private final Map<Integer, Map<Double, String>> valueLabels = new TreeMap<>();
    private final Map<Integer, byte[]> extensions = new TreeMap<>();
    final List<String> notes = new ArrayList<>();
    final List<Declared> variables = new ArrayList<>();
    final List<Map<String, Object>> cases = new ArrayList<>();

    SavReader(byte[] file) {
        in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        check(text(4).equals("$FL2"), "begins as a system file");
        check(text(60).startsWith("@(#) SPSS DATA FILE"), "says what it is");
        check(in.getInt() == 2, "has layout 2");
        caseSize = in.getInt();
        check(in.getInt() == 1, "is packed");
        check(in.getInt() == 0, "is not weighted");
        count = in.getInt();
        check(in.getDouble() == 100, "has the usual bias");
        made = text(9) + " " + text(8);
        title = text(64).strip();
        text(3);
        dictionary();
        declare();
        cases();
        check(!in.hasRemaining(), "ends with its last case");
    }

    private void dictionary() {
        int cells = 0;
        while (true) {
            int kind = in.getInt();
            switch (kind) {
                case 2 -> {
                    int width = in.getInt();
                    cells++;
                    if (width >= 0) {
                        cellOf.put(cells, widths.size());
                    }
                    variable(width);
                }
                case 3 -> valueLabels();
                case 6 -> {
                    int lines = in.getInt();
                    for (int i = 0; i < lines; i++) {
                        notes.add(text(80).stripTrailing());
                    }
                }
                case 7 -> {
                    int subtype = in.getInt();
                    byte[] bytes = new byte[in.getInt() * in.getInt()];
                    in.get(bytes);
                    check(extensions.put(subtype, bytes) == null, "has each extension once");
                }
                case 999 -> {
                    check(in.getInt() == 0, "ends its dictionary");
                    check(cells == caseSize, "has cases of the size it says");
                    return;
                }
                default -> throw new AssertionError("no record is of kind " + kind);
            }
        }
    }

    private void variable(int width) {
        int hasLabel = in.getInt();
        int missings = in.getInt();
        int print = in.getInt();
        in.getInt();
        String name = text(8).stripTrailing();
        if (width < 0) {
            return;
        }
        String label = "";
        if (hasLabel == 1) {
            int length = in.getInt();
            check(length <= 255, "has no label above 255 bytes");
            label = text(length);
            in.position(in.position() + (4 - length % 4) % 4);
        }
        var range = new ArrayList<Double>();
        check(missings == 0 || missings == -2, "has a range of missing values or none");
        for (int i = 0; i < -missings; i++) {
            range.add(in.getDouble());
        }
        shortNames.add(name);
        widths.add(width);
        labels.add(label);
        missing.add(range);
        decimals.add(print & 255);
    }

    private void valueLabels() {
        var all = new LinkedHashMap<Double, String>();
        int labelled = in.getInt();
        for (int i = 0; i < labelled; i++) {
            double value = in.getDouble();
            int length = in.get() & 255;
            check(length <= 120, "has no value label above 120 bytes");
            check(all.put(value, text(length)) == null, "labels a value once");
            in.position(in.position() + (8 - (length + 1) % 8) % 8);
        }
        check(in.getInt() == 4, "says at once whose labels they are");
        int users = in.getInt();
        for (int i = 0; i < users; i++) {
            valueLabels.put(Objects.requireNonNull(cellOf.get(in.getInt())), all);
        }
    }

    private void declare() {
        Map<String, String> longNames = pairs(13, "\t");
        Map<String, String> veryLong = pairs(14, "\0\t");
        ByteBuffer display =
                ByteBuffer.wrap(extensions.getOrDefault(11, new byte[0]))
                        .order(ByteOrder.LITTLE_ENDIAN);
        check(display.capacity() == 12 * widths.size(), "says how each piece is shown");
        for (int i = 0; i < widths.size(); i++) {
            String name = shortNames.get(i);
            int width = Integer.parseInt(veryLong.getOrDefault(name, widths.get(i).toString()));
            int measure = display.getInt(12 * i);
            variables.add(
                    new Declared(
                            longNames.getOrDefault(name, name),
                            labels.get(i),
                            width,
                            missing.get(i),
                            valueLabels.getOrDefault(i, Map.of()),
                            measure,
                            decimals.get(i)));
            i += width > 255 ? (width + 251) / 252 - 1 : 0;
        }
    }

    private Map<String, String> pairs(int extension, String between) {
        var pairs = new LinkedHashMap<String, String>();
        for (String pair : extension(extension).split(between, -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                pairs.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
        return pairs;
    }

    /// The text of an extension record.
    String extension(int kind) {
        return new String(extensions.getOrDefault(kind, new byte[0]), StandardCharsets.UTF_8);
    }

    private void cases() {
        var unpacked = new Unpacked(in);
        for (int row = 0; row < count; row++) {
            var cells = new LinkedHashMap<String, Object>();
            for (Declared variable : variables) {
                cells.put(
                        variable.name(),
                        variable.width() == 0
                                ? (Object) unpacked.number()
                                : unpacked.text(variable.width()));
            }
            cases.add(cells);
        }
    }

    private String text(int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        String text = new String(bytes, StandardCharsets.UTF_8);
        check(!text.contains("\ufffd"), "cuts no character in two: " + text);
        return text;
    }

    private static void check(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError("a system file " + what);
        }
    }

    /// The cells of packed cases.
    private static final class Unpacked {
        private final ByteBuffer in;
        private final byte[] kept = new byte[8];
        private int next = 8;

        Unpacked(ByteBuffer in) {
            this.in = in;
        }

        double number() {
            int how = how();
            return how == 253 ? in.getDouble() : how - 100;
        }

        /// Pieces of 255 bytes, each in a whole number of cells.
        String text(int width) {
            var all = new java.io.ByteArrayOutputStream();
            int pieces = width <= 255 ? 1 : (width + 251) / 252;
            for (int piece = 0; piece < pieces; piece++) {
                int bytes = piece < pieces - 1 ? 255 : width - (pieces - 1) * 252;
                var here = ByteBuffer.allocate((bytes + 7) / 8 * 8);
                while (here.hasRemaining()) {
                    int how = how();
                    byte[] cell = "        ".getBytes(StandardCharsets.US_ASCII);
                    if (how == 253) {
                        in.get(cell);
                    } else {
                        check(how == 254, "keeps a text in full or as blanks");
                    }
                    here.put(cell);
                }
                all.write(here.array(), 0, bytes);
            }
            return all.toString(StandardCharsets.UTF_8).replaceAll(" +$", "");
        }

        private int how() {
            if (next == 8) {
                in.get(kept);
                next = 0;
            }
            return kept[next++] & 255;
        }
    }
}
