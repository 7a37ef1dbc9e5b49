package eyebright.frame.sav;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/// Writes the cases, packed: eight bytes say how each of the next eight cells is kept.
///
/// A small whole number is nothing but its byte, a cell of blanks too; any other cell follows in full.
final class SavCases {

    /// What is added to a small number to make its byte.
    static final double BIAS = 100;

    private static final int HIGHEST = 251;
    private static final int FOLLOWS = 253;
    private static final int BLANK = 254;
    private static final int PIECE = 255;

    private final List<SavVariable> variables;
    private final SavBytes out;
    private final byte[] kept = new byte[8];
    private final byte[][] following = new byte[8][];
    private int cells;

    SavCases(List<SavVariable> variables, SavBytes out) {
        this.variables = List.copyOf(variables);
        this.out = out;
    }

    void write(int cases) throws IOException {
        for (int row = 0; row < cases; row++) {
            for (SavVariable variable : variables) {
                switch (variable) {
                    case SavVariable.Numeric number -> number(number.of().applyAsDouble(row));
                    case SavVariable.Words text -> text(text, row);
                }
            }
        }
        if (cells > 0) {
            Arrays.fill(kept, cells, 8, (byte) 0);
            flush();
        }
    }

    private void number(double number) throws IOException {
        double code = number + BIAS;
        if (code == Math.rint(code) && code >= 1 && code <= HIGHEST) {
            cell((int) code, new byte[0]);
            return;
        }
        long bits = Double.doubleToLongBits(number);
        byte[] bytes = new byte[8];
        for (int i = 0; i < 8; i++) {
            bytes[i] = (byte) (bits >>> (8 * i));
        }
        cell(FOLLOWS, bytes);
    }

    /// The pieces of a text hold 255 bytes each, one after another.
    private void text(SavVariable.Words text, int row) throws IOException {
        byte[] all = SavBytes.utf8(text.of().apply(row), text.width());
        int from = 0;
        for (int width : text.pieces()) {
            int length = SavFile.cells(width) * 8;
            int to = Math.min(all.length, from + Math.min(width, PIECE));
            byte[] here = from < to ? Arrays.copyOfRange(all, from, to) : new byte[0];
            byte[] piece = SavBytes.padded(here, length);
            for (int cell = 0; cell < length; cell += 8) {
                byte[] bytes = Arrays.copyOfRange(piece, cell, cell + 8);
                boolean isBlank = true;
                for (byte each : bytes) {
                    isBlank &= each == ' ';
                }
                cell(isBlank ? BLANK : FOLLOWS, isBlank ? new byte[0] : bytes);
            }
            from += PIECE;
        }
    }

    private void cell(int how, byte[] follows) throws IOException {
        kept[cells] = (byte) how;
        following[cells] = follows;
        cells++;
        if (cells == 8) {
            flush();
        }
    }

    private void flush() throws IOException {
        out.raw(kept);
        for (int cell = 0; cell < cells; cell++) {
            out.raw(following[cell]);
        }
        cells = 0;
    }
}
