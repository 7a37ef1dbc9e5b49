package eyebright.frame;

import eyebright.study.Option;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Frames of columns of every kind, with cells of every status and numbers of every size.
final class MadeFrames {

    static final List<String> NUMBERS =
            List.of("whole", "tenths", "cents", "thirds", "wild", "wide", "zeros", "sevenths");
    static final List<String> TEXTS = List.of("choice", "other_choice", "words");
    static final List<String> TRUTHS = List.of("several", "several.a", "several.b", "several.c");
    static final List<String> CODES = List.of("a", "b", "c");

    private static final double[] WILD = {
        1e300,
        -1e300,
        1e-300,
        Double.MIN_VALUE,
        9007199254740992.0,
        1e15,
        1e16,
        12345678901234.5,
        0.1,
        -0.3,
        1e22,
        3.141592653589793,
        0
    };

    private final Random random;
    private final int size;

    private MadeFrames(Random random, int size) {
        this.random = random;
        this.size = size;
    }

    static Frame frame(Random random, int size) {
        return new MadeFrames(random, size).frame();
    }

    /// That frame with other statuses in a fifth of its cells.
    static Frame withGaps(Frame frame, Random random) {
        var columns = new LinkedHashMap<String, Column>();
        frame.columns()
                .forEach(
                        (name, column) -> {
                            byte[] statuses = new byte[column.size()];
                            for (int row = 0; row < statuses.length; row++) {
                                statuses[row] =
                                        random.nextInt(5) == 0
                                                        && column.status(row) == Status.ANSWERED
                                                ? (byte) random.nextInt(5)
                                                : column.status(row).code();
                            }
                            columns.put(name, withStatuses(column, statuses));
                        });
        return new Frame(frame.respondents(), columns, frame.excluded(), frame.origin());
    }

    private static Column withStatuses(Column column, byte[] statuses) {
        int size = statuses.length;
        return switch (column) {
            case Column.Choices choices -> {
                short[] places = new short[size];
                for (int row = 0; row < size; row++) {
                    places[row] = (short) choices.index(row);
                }
                yield new Column.Choices(statuses, places, choices.options());
            }
            case Column.Sets sets -> {
                var named = new ArrayList<BitSet>();
                for (int option = 0; option < sets.options().size(); option++) {
                    var rows = new BitSet();
                    for (int row = 0; row < size; row++) {
                        rows.set(row, sets.names(row, option));
                    }
                    named.add(rows);
                }
                yield new Column.Sets(statuses, named, sets.options());
            }
            case Column.Numbers numbers -> {
                double[] values = new double[size];
                for (int row = 0; row < size; row++) {
                    values[row] = numbers.value(row);
                }
                yield new Column.Numbers(statuses, values);
            }
            case Column.Words words -> words;
        };
    }

    private Frame frame() {
        Map<String, Column> columns = new LinkedHashMap<>();
        for (String name : NUMBERS) {
            double[] values = new double[size];
            for (int row = 0; row < size; row++) {
                values[row] = number(name);
            }
            columns.put(name, new Column.Numbers(statuses(), values));
        }
        columns.put("choice", choices(CODES));
        columns.put("other_choice", choices(List.of("c", "d", "a")));
        String[] texts = new String[size];
        for (int row = 0; row < size; row++) {
            texts[row] = List.of("a", "b", "", "sea").get(random.nextInt(4));
        }
        columns.put("words", new Column.Words(statuses(), texts));
        List<BitSet> named = new ArrayList<>();
        for (int i = 0; i < CODES.size(); i++) {
            var rows = new BitSet();
            for (int row = 0; row < size; row++) {
                rows.set(row, random.nextBoolean());
            }
            named.add(rows);
        }
        columns.put("several", new Column.Sets(statuses(), named, options(CODES)));
        var ids = new ArrayList<String>();
        for (int row = 0; row < size; row++) {
            ids.add("r" + row);
        }
        return new Frame(ids, columns, Map.of(), new Origin.Real());
    }

    private double number(String name) {
        int small = random.nextInt(-3, 8);
        return switch (name) {
            case "whole" -> small;
            case "tenths" -> Math.rint(random.nextDouble() * 50) / 10;
            case "cents" -> Math.rint(random.nextDouble() * 300 - 100) / 100;
            case "thirds" -> small / 3.0;
            case "sevenths" -> random.nextInt(1, 50) / 7.0;
            case "wild" -> WILD[random.nextInt(WILD.length)];
            case "wide" -> Math.scalb(random.nextDouble(), random.nextInt(-60, 60));
            case "zeros" -> random.nextInt(2);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private Column.Choices choices(List<String> codes) {
        short[] places = new short[size];
        for (int row = 0; row < size; row++) {
            places[row] = (short) random.nextInt(codes.size());
        }
        return new Column.Choices(statuses(), places, options(codes));
    }

    private static List<Option> options(List<String> codes) {
        return codes.stream().map(code -> Option.of(code, code)).toList();
    }

    private byte[] statuses() {
        byte[] statuses = new byte[size];
        for (int row = 0; row < size; row++) {
            statuses[row] = (byte) Math.max(0, random.nextInt(-8, 5));
        }
        return statuses;
    }
}
