package eyebright.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReaderTest {

    private static final List<String> CELLS =
            List.of(
                    "",
                    "a",
                    "1",
                    "12.5",
                    "(not shown)",
                    "na\u00EFve \uD83D\uDE00",
                    "a \"quote\" inside",
                    "a,comma",
                    "two\nlines",
                    "\"",
                    "a text that is longer than the short ones that come back");

    /// The buffer ends anywhere in a cell where a reader gives few letters at a time, and cells are looked up where they
    /// are whole in it.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 64, 4_096, 1 << 20})
    void cellsAreTheSameWhereverTheBufferEnds(int most) throws Exception {
        for (String end : List.of("\n", "\r\n", "\r")) {
            List<List<String>> lines = lines(new Random(most), 700);
            var text = new StringBuilder();
            for (List<String> line : lines) {
                text.append(String.join(",", line.stream().map(CsvReaderTest::written).toList()))
                        .append(end);
            }

            assertThat(read(fewAtATime(text.toString(), most))).isEqualTo(lines);
        }
    }

    private static List<List<String>> lines(Random random, int count) {
        var lines = new ArrayList<List<String>>();
        lines.add(List.of("a", "b", "c", "d"));
        for (int line = 0; line < count; line++) {
            var cells = new ArrayList<String>();
            for (int cell = 0; cell < 4; cell++) {
                // Some of these many have one place of those that are known.
                cells.add(
                        random.nextBoolean()
                                ? CELLS.get(random.nextInt(CELLS.size()))
                                : Integer.toString(random.nextInt(20_000)));
            }
            lines.add(cells);
        }
        return lines;
    }

    private static String written(String cell) {
        return cell.contains("\"") || cell.contains(",") || cell.contains("\n")
                ? '"' + cell.replace("\"", "\"\"") + '"'
                : cell;
    }

    private static List<List<String>> read(Reader in) throws Exception {
        var csv = new CsvReader(in);
        var lines = new ArrayList<List<String>>();
        var cells = new ArrayList<String>();
        while (csv.next(cells)) {
            lines.add(List.copyOf(cells));
        }
        return lines;
    }

    private static Reader fewAtATime(String text, int most) {
        return new StringReader(text) {
            @Override
            public int read(char[] into, int from, int length) throws IOException {
                // The first line tells what stands between cells.
                return super.read(into, from, Math.min(length, Math.max(most, 8)));
            }
        };
    }
}
