package eyebright.frame.sav;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/// Writes what newer versions of the format added: records of type 7.
///
/// @param variables the columns
/// @param several questions with several answers
/// @param out the file
record SavExtensions(List<SavVariable> variables, List<SavVariable.Several> several, SavBytes out) {

    void write(int cases) throws IOException {
        // Version 3.0.0 of the writer, no machine, IEEE 754, compressed, lowest byte first, UTF-8.
        record(3, Integer.BYTES, 8);
        out.whole(3, 0, 0, -1, 1, 1, 2, 65001);
        // What is missing to the system, and the highest and lowest numbers there are.
        record(4, Double.BYTES, 3);
        out.number(-Double.MAX_VALUE);
        out.number(Double.MAX_VALUE);
        out.number(Math.nextUp(-Double.MAX_VALUE));
        display();
        longNames();
        veryLong();
        // How many cases, in 64 bits.
        record(16, 8, 2);
        out.whole(1, 0, cases, 0);
        multipleResponses();
        record(20, 1, 5);
        out.raw("UTF-8".getBytes(StandardCharsets.US_ASCII));
    }

    private void record(int kind, int size, int count) throws IOException {
        out.whole(7, kind, size, count);
    }

    private void bytes(int kind, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        record(kind, 1, bytes.length);
        out.raw(bytes);
    }

    /// Level of measurement, width in characters, and whether left (0) or right (1), of each piece.
    private void display() throws IOException {
        int pieces = 0;
        for (SavVariable variable : variables) {
            pieces += SavFile.pieces(variable).size();
        }
        record(11, Integer.BYTES, 3 * pieces);
        for (SavVariable variable : variables) {
            for (int width : SavFile.pieces(variable)) {
                out.whole(
                        variable.measure().code(),
                        width == 0 ? 10 : Math.clamp(width, 8, 40),
                        width == 0 ? 1 : 0);
            }
        }
    }

    private void longNames() throws IOException {
        var names = new StringBuilder();
        for (int i = 0; i < variables.size(); i++) {
            if (i > 0) {
                names.append('\t');
            }
            names.append(SavFile.shortName(i, 0)).append('=').append(variables.get(i).name());
        }
        bytes(13, names.toString());
    }

    private void veryLong() throws IOException {
        var widths = new StringBuilder();
        for (int i = 0; i < variables.size(); i++) {
            if (variables.get(i) instanceof SavVariable.Words text && text.pieces().size() > 1) {
                widths.append(
                        String.format(
                                Locale.ROOT, "%s=%05d\0\t", SavFile.shortName(i, 0), text.width()));
            }
        }
        if (!widths.isEmpty()) {
            bytes(14, widths.toString());
        }
    }

    /// Sets that count the value 1 and are labelled by what it means.
    private void multipleResponses() throws IOException {
        if (several.isEmpty()) {
            return;
        }
        var sets = new ByteArrayOutputStream();
        for (SavVariable.Several each : several) {
            byte[] label = SavBytes.utf8(SavBytes.line(each.label()), 255);
            sets.writeBytes(
                    "$%s=E 1 1 1 %d "
                            .formatted(each.name(), label.length)
                            .getBytes(StandardCharsets.UTF_8));
            sets.writeBytes(label);
            for (String option : each.options()) {
                sets.writeBytes(
                        (" " + shortName(option).toLowerCase(Locale.ROOT))
                                .getBytes(StandardCharsets.UTF_8));
            }
            sets.write('\n');
        }
        record(19, 1, sets.size());
        out.raw(sets.toByteArray());
    }

    private String shortName(String name) {
        for (int i = 0; i < variables.size(); i++) {
            if (variables.get(i).name().equals(name)) {
                return SavFile.shortName(i, 0);
            }
        }
        throw new IllegalArgumentException("name must be that of a column, not " + name);
    }
}
