package eyebright.frame;

import eyebright.source.Characters;
import eyebright.source.Fields;
import eyebright.source.Place;
import eyebright.source.Problems;
import eyebright.source.Rule;
import eyebright.study.Study;
import eyebright.study.Variable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads a table (CSV) as a [Frame]: one that [TableWriter] wrote, or one made elsewhere.
///
/// - Cells are separated by commas, semicolons or tabs, lines by LF or CRLF, texts quoted by RFC 4180; a
///   byte order mark is passed over. Columns are found by the name of their variable or by what the study
///   declares as `column`; the order of columns is free.
/// - A one-of cell is a code, or what the study declares with `as`, or a label. A number must lie in the
///   range of its question with no more decimals than it asks for; where semicolons separate cells, 3,5 is
///   a number. A several-of question has a column an option with 1 or 0.
/// - Tokens of statuses are trusted, the route is not replayed. An empty cell and `NA` mean skipped; a
///   variable without a column was not reached by anybody.
/// - A cell that its question cannot hold is UNREADABLE and a problem, whose place is file:line:column in
///   cells, the header being line 1.
/// - Respondents are named by the column `respondent` or `id`, else by the number of their line.
/// - With a column `rehearsed` every line must bear the same mark.
///
/// Columns grow in primitive arrays, so a million lines of forty numbers need about 400 MB.
public final class TableReader {

    static final int MOST_LINES = 2_000_000;

    private final String file;
    private final Study study;
    private final Problems problems;
    private final CellFaults faults;
    private final List<String> respondents = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private final Map<String, Integer> excluded = new LinkedHashMap<>();
    private Optional<String> mark = Optional.empty();
    private boolean isMixed;

    private TableReader(String file, Study study, Problems problems) {
        this.file = file;
        this.study = study;
        this.problems = problems;
        this.faults = new CellFaults(file, problems);
    }

    /// The table in that file, which must be UTF-8; what is wrong with it is in `problems`.
    ///
    /// @throws IOException if the disk fails
    public static Frame read(Path path, Study study, Problems problems) throws IOException {
        String name = path.getFileName().toString();
        try (BufferedReader csv = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            return read(name, csv, study, problems);
        } catch (CharacterCodingException notText) {
            problems.add(
                    Rule.NOT_TEXT,
                    Place.start(name),
                    "the table must be UTF-8 text",
                    "save it as CSV UTF-8");
            return new TableReader(name, study, problems).frame(new ArrayList<>());
        }
    }

    /// The table that `csv` gives; what is wrong with it is in `problems`, and where an error is among
    /// these, the frame must not be used.
    ///
    /// @param file its name, for places
    /// @throws IOException if `csv` fails
    public static Frame read(String file, Reader csv, Study study, Problems problems)
            throws IOException {
        return new TableReader(file, study, problems).read(csv);
    }

    private Frame read(Reader in) throws IOException {
        var csv = new CsvReader(in);
        List<Filler> fillers = new ArrayList<>();
        try {
            var cells = new ArrayList<String>();
            if (!csv.next(cells)) {
                error(
                        Rule.MISSING_KEY,
                        1,
                        1,
                        "the table is empty",
                        "begin with the names of columns");
                return frame(fillers);
            }
            TableHeader header = TableHeader.of(file, cells, study, problems);
            for (Variable variable : study.variables().values()) {
                fillers.add(
                        new Filler(
                                variable,
                                header.of(variable.name()),
                                csv.separator() == ';',
                                faults));
            }
            if (header.hasAny()) {
                lines(csv, header, cells.size(), fillers);
            } else {
                error(
                        Rule.WRONG_KIND,
                        1,
                        1,
                        "the first line must name columns of the study, separated by commas,"
                                + " semicolons or tabs, not \"%s\""
                                        .formatted(Fields.shortened(String.join(",", cells))),
                        "write a line such as: respondent,"
                                + String.join(
                                        ",",
                                        study.variables().keySet().stream().limit(3).toList()));
            }
        } catch (CsvReader.BrokenException broken) {
            error(broken.rule(), csv.line(), broken.column(), broken.problem(), broken.fix());
        }
        faults.finish();
        return frame(fillers);
    }

    private void lines(CsvReader csv, TableHeader header, int width, List<Filler> fillers)
            throws IOException, CsvReader.BrokenException {
        int respondent = header.place(TableWriter.RESPONDENT);
        if (respondent == TableHeader.NONE && !study.variables().containsKey("id")) {
            respondent = header.place("id");
        }
        int rehearsed = header.place(TableWriter.REHEARSED);
        int exclusion = header.place(TableWriter.EXCLUDED);
        var cells = new ArrayList<String>();
        while (csv.next(cells)) {
            if (cells.size() == 1 && width > 1 && cells.getFirst().isBlank()) {
                continue;
            }
            if (csv.line() > MOST_LINES + 1) {
                throw new CsvReader.BrokenException(
                        Rule.TOO_LARGE,
                        1,
                        "a table must have at most %,d lines".formatted(MOST_LINES),
                        "divide it");
            }
            if (cells.size() != width) {
                faults.say(
                        csv.line(),
                        Math.min(cells.size(), width),
                        "the line has %d cells, the first line %d".formatted(cells.size(), width),
                        "check the quotes and separators of this line");
            }
            if (rehearsed != TableHeader.NONE) {
                // Printed with what was found, as reasons are.
                mark(
                        Characters.visible(CellText.read(at(cells, rehearsed))),
                        csv.line(),
                        rehearsed);
            }
            String reason = at(cells, exclusion);
            if (!reason.isBlank()) {
                // Printed with what was found.
                excluded.merge(Characters.visible(reason), 1, Integer::sum);
                continue;
            }
            respondent(CellText.read(at(cells, respondent)), csv.line(), respondent);
            fillers.forEach(filler -> filler.fill(cells, csv.line()));
        }
        if (rehearsed != TableHeader.NONE && mark.isEmpty()) {
            // No line says which mark; the column says that there is one.
            mark = Optional.of("unknown");
        }
    }

    private static String at(List<String> cells, int place) {
        return place >= 0 && place < cells.size() ? cells.get(place) : "";
    }

    private void respondent(String id, int line, int place) {
        if (id.isEmpty()) {
            respondents.add("line " + line);
            return;
        }
        respondents.add(id);
        if (!seen.add(id)) {
            faults.say(
                    line,
                    place,
                    "respondent \"%s\" stands twice; both lines are read"
                            .formatted(Fields.shortened(id)),
                    "take one out, or give each line an id of its own");
        }
    }

    private void mark(String text, int line, int place) {
        if (mark.isEmpty()) {
            mark = Optional.of(text);
        }
        if (!mark.get().equals(text) && !isMixed) {
            isMixed = true;
            error(
                    Rule.WRONG_VALUE,
                    line,
                    place + 1,
                    "rehearsed must be the same in every line, \"%s\", not \"%s\""
                            .formatted(Fields.shortened(mark.get()), Fields.shortened(text)),
                    "never mix rehearsed respondents with others: keep them in tables of their own");
        }
    }

    private void error(Rule rule, int line, int column, String problem, String fix) {
        problems.add(rule, new Place(file, Math.max(1, line), Math.max(1, column)), problem, fix);
    }

    /// The frame; each filler is let go as soon as its column is made, which halves the memory needed.
    private Frame frame(List<Filler> fillers) {
        seen.clear();
        var columns = new LinkedHashMap<String, Column>();
        var left = new ArrayDeque<>(fillers);
        fillers.clear();
        for (Variable variable : study.variables().values()) {
            columns.put(
                    variable.name(),
                    left.isEmpty() ? Growing.of(variable).column() : left.poll().column());
        }
        Origin origin =
                mark.filter(text -> !text.isEmpty())
                        .<Origin>map(Origin.Rehearsed::new)
                        .orElseGet(Origin.Real::new);
        return new Frame(respondents, columns, excluded, origin);
    }
}
