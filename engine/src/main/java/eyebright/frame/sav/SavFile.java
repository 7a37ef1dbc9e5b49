package eyebright.frame.sav;

import eyebright.frame.Dataset;
import eyebright.frame.Frame;
import eyebright.frame.Origin;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Writes a dataset as an SPSS system file (.sav), which SPSS, PSPP, jamovi, JASP and R read.
///
/// A case a respondent. A one-of question is a column of numbers, 1 for the first option and so on, or the
/// codes themselves where they are numbers; each number has the label with the code in brackets. A several-of
/// question is a column an option, 1 named and 0 not, and a multiple-response set of them. A cell without an
/// answer holds -99 skipped, -98 not shown, -97 not reached -96 unreadable or -95 withheld ([MissingNumbers]), which are
/// declared missing and labelled. Words are texts, with `NAME.status` beside them. Rehearsed respondents have
/// the mark in a column `rehearsed`.
///
/// Who does not count is no case; the file's own notes say how many they are and why. Labels are cut at 255
/// bytes, those of values at 120, always between characters. SPSS keeps no blanks at the end of a text.
///
/// The file bears no clock time: it says that it was made on 1 January 1970.
///
/// Source: System File Format, in the PSPP Developers Guide (Free Software Foundation).
public final class SavFile {

    static final int LONGEST_VALUE_LABEL = 120;
    private static final int LONGEST_LABEL = 255;
    private static final int NOTE = 80;

    private final Dataset dataset;
    private final List<SavVariable> variables;
    private final List<SavVariable.Several> several;
    private final SavBytes out;

    private SavFile(Dataset dataset, OutputStream out) {
        this.dataset = dataset;
        SavColumns columns = SavColumns.of(dataset);
        this.variables = columns.variables();
        this.several = columns.several();
        this.out = new SavBytes(out);
    }

    /// Writes the dataset; `out` is flushed and left open.
    public static void write(Dataset dataset, OutputStream out) throws IOException {
        var file = new SavFile(dataset, out);
        file.header();
        file.variables();
        file.valueLabels();
        file.notes();
        new SavExtensions(file.variables, file.several, file.out).write(dataset.frame().size());
        file.out.whole(999, 0);
        new SavCases(file.variables, file.out).write(dataset.frame().size());
        out.flush();
    }

    /// The short name of a piece of a column, which readers replace by the long one.
    static String shortName(int variable, int piece) {
        return piece == 0
                ? "V" + (variable + 1)
                : "V%d_%s"
                        .formatted(variable + 1, Integer.toString(piece, 36))
                        .toUpperCase(Locale.ROOT);
    }

    /// Widths of the pieces of a column; 0 for a number.
    static List<Integer> pieces(SavVariable variable) {
        return switch (variable) {
            case SavVariable.Numeric _ -> List.of(0);
            case SavVariable.Words text -> text.pieces();
        };
    }

    /// How many times eight bytes a piece takes.
    static int cells(int width) {
        return width == 0 ? 1 : SavBytes.up(width, 8) / 8;
    }

    private void header() throws IOException {
        int cells = 0;
        for (SavVariable variable : variables) {
            for (int width : pieces(variable)) {
                cells += cells(width);
            }
        }
        out.padded("$FL2", 4);
        out.padded("@(#) SPSS DATA FILE Eyebright", 60);
        out.whole(2, cells, 1, 0, dataset.frame().size());
        out.number(SavCases.BIAS);
        out.padded("01 Jan 70", 9);
        out.padded("00:00:00", 8);
        out.padded(SavBytes.line(dataset.study().title()), 64);
        out.raw(new byte[3]);
    }

    private void variables() throws IOException {
        for (int i = 0; i < variables.size(); i++) {
            SavVariable variable = variables.get(i);
            List<Integer> pieces = pieces(variable);
            for (int piece = 0; piece < pieces.size(); piece++) {
                piece(variable, shortName(i, piece), pieces.get(piece));
            }
        }
    }

    private void piece(SavVariable variable, String name, int width) throws IOException {
        boolean isMissing =
                variable instanceof SavVariable.Numeric number
                        && number.lowestMissing().isPresent();
        int format = format(variable, width);
        // -2: a range, from the first number to the second.
        out.whole(2, width, 1, isMissing ? -2 : 0, format, format);
        out.padded(name, 8);
        byte[] label = SavBytes.utf8(SavBytes.line(variable.label()), LONGEST_LABEL);
        out.whole(label.length);
        out.raw(SavBytes.padded(label, SavBytes.up(label.length, 4)));
        if (variable instanceof SavVariable.Numeric number && number.lowestMissing().isPresent()) {
            int lowest = number.lowestMissing().getAsInt();
            out.number(lowest);
            out.number(MissingNumbers.last(lowest));
        }
        for (int cell = 1; cell < cells(width); cell++) {
            out.whole(2, -1, 0, 0, 0, 0);
            out.padded("", 8);
        }
    }

    /// How it is shown: A with the width for texts; F with room for ten digits and the decimals for numbers.
    private static int format(SavVariable variable, int width) {
        return switch (variable) {
            case SavVariable.Words _ -> (1 << 16) | (width << 8);
            case SavVariable.Numeric number -> {
                int decimals = number.decimals();
                yield (5 << 16) | ((decimals == 0 ? 10 : decimals + 12) << 8) | decimals;
            }
        };
    }

    private void valueLabels() throws IOException {
        int cell = 1;
        for (SavVariable variable : variables) {
            if (variable instanceof SavVariable.Numeric number && !number.labels().isEmpty()) {
                out.whole(3, number.labels().size());
                for (SavVariable.ValueLabel each : number.labels()) {
                    byte[] label = SavBytes.utf8(SavBytes.line(each.label()), LONGEST_VALUE_LABEL);
                    out.number(each.value());
                    out.octet(label.length);
                    out.raw(SavBytes.padded(label, SavBytes.up(label.length + 1, 8) - 1));
                }
                out.whole(4, 1, cell);
            }
            for (int width : pieces(variable)) {
                cell += cells(width);
            }
        }
    }

    /// What else somebody must know who has nothing but the file.
    private void notes() throws IOException {
        Frame frame = dataset.frame();
        var notes = new ArrayList<String>();
        notes.add("Study: " + dataset.study().name());
        if (frame.origin() instanceof Origin.Rehearsed(String mark)) {
            notes.add("These respondents are rehearsed (" + mark + "): nobody answered.");
        }
        notes.add("Respondents: " + frame.size());
        for (Map.Entry<String, Integer> excluded : frame.excluded().entrySet()) {
            notes.add("Not in this file: %d, %s".formatted(excluded.getValue(), excluded.getKey()));
        }
        notes.add("A label of a value ends with its code in the questionnaire, in brackets.");
        out.whole(6, notes.size());
        for (String note : notes) {
            out.padded(SavBytes.line(note), NOTE);
        }
    }
}
