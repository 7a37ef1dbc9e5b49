package eyebright.disclosure;

import eyebright.frame.Column;
import eyebright.frame.Frame;
import eyebright.frame.Origin;
import eyebright.study.Draw;
import eyebright.study.Study;
import eyebright.study.Variable;
import java.nio.IntBuffer;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// The rows that may leave the house.
///
/// Respondents stand in an order drawn anew, under numbers from 1 that say nothing else. Free text and what is withheld
/// are not there; numbers are told in bands and options in groups, as [PublicData] declares; and what identifies is
/// withheld here and there, until each combination of it is told by enough rows, and until no withheld cell can be had by
/// subtraction. Where a cell is withheld, so is whatever stands on a page that its answer leads to. Where there are fewer
/// respondents than must share a combination, there are no rows at all.
///
/// Rows that an earlier version told stand as they stood there. Those who joined since are a batch in which each
/// combination is told by enough rows of its own, so that who compares two versions finds as many candidates as who has
/// one. A batch that would be too small waits.
///
/// The numbers of the rows are not those by which a server draws the order of questions: that order is lost, and what
/// is worked out from it (the longest run of one answer) comes out otherwise.
///
/// @param variables what is published, in the order of the questionnaire, with labels that say what was done to it
/// @param frame the rows, with a column for each of these
/// @param answers of whom they are, as they answered, in the order in which they were given
/// @param report what was done, and what it came to
/// @param ledger how each row is told, for the next version
public record Release(
        List<Variable> variables,
        Frame frame,
        Frame answers,
        DisclosureReport report,
        Ledger ledger) {

    private static final int KEY = 32;

    public Release {
        variables = List.copyOf(variables);
    }

    /// The rows of a study that may be published, of which none was published before.
    ///
    /// The order of real respondents is drawn from a secret that is kept nowhere; that of rehearsed ones from their
    /// mark, so that it is the same each time.
    ///
    /// @param frame answers to the study; other columns of it are left out
    /// @throws java.util.NoSuchElementException if it lacks a variable of the study
    public static Release of(Study study, PublicData rules, Frame frame) {
        return of(study, rules, frame, Ledger.NONE, 0);
    }

    /// The rows of a study that may be published after others were.
    ///
    /// @param frame answers to the study, of those in the ledger as they were when they went out first
    /// @param earlier how the rows were told that went out
    /// @param batch what those who are new are told as: a number that no batch of the ledger has
    /// @throws IllegalArgumentException if the ledger names a respondent whom the frame has not, or is of other rules
    public static Release of(
            Study study, PublicData rules, Frame frame, Ledger earlier, long batch) {
        return of(
                study,
                rules,
                frame,
                earlier,
                batch,
                switch (frame.origin()) {
                    case Origin.Real _ -> secret();
                    case Origin.Rehearsed(String mark) -> "rehearsed " + mark;
                });
    }

    private static String secret() {
        byte[] key = new byte[KEY];
        new SecureRandom().nextBytes(key);
        return HexFormat.of().formatHex(key);
    }

    /// As above, in the order that a key gives.
    static Release of(Study study, PublicData rules, Frame frame, String key) {
        return of(study, rules, frame, Ledger.NONE, 0, key);
    }

    static Release of(
            Study study, PublicData rules, Frame frame, Ledger earlier, long batch, String key) {
        fits(study, rules, frame, earlier);
        Frame answers = frame.rows(going(rules, frame, earlier));
        Frame given =
                answers.rows(
                        Draw.of(key)
                                .shuffled(
                                        "rows", IntStream.range(0, answers.size()).boxed().toList())
                                .stream()
                                .mapToInt(Integer::intValue)
                                .toArray());
        var coarser = new Coarser(rules);
        var columns = new LinkedHashMap<String, Column>();
        var variables = new ArrayList<Variable>();
        for (Variable variable : study.variables().values()) {
            if (coarser.isPublished(variable)) {
                String name = variable.name();
                columns.put(name, coarser.column(variable, given.column(name)));
                variables.add(coarser.variable(variable));
            }
        }
        var answered = Combinations.of(given, rules.identifying());
        Frame coarse = with(given, columns);
        var combinations = Combinations.of(coarse, rules.identifying());
        var cells = new Cells(new Telltales(study), rules.identifying());
        int[] nothing = new int[given.size()];
        Ledger ledger = ledger(study, rules, coarse, given.respondents(), earlier, batch, cells);
        int[] withheld =
                given.respondents().stream().mapToInt(id -> row(ledger, id).withheld()).toArray();
        Map<String, BitSet> rows = cells.rows(withheld);
        rows.keySet().retainAll(columns.keySet());
        List<Treatment> treatments = Treatment.of(study, rules, given, columns, rows);
        rows.forEach(
                (name, bits) ->
                        columns.computeIfPresent(name, (_, column) -> column.withheld(bits)));
        return new Release(
                variables,
                with(given, columns),
                answers,
                new DisclosureReport(
                        frame.size(),
                        given.size(),
                        rules.fewest(),
                        treatments,
                        new Sharing(answered.rowsBySize(nothing)),
                        new Sharing(combinations.rowsBySize(nothing)),
                        Sharing.of(ledger)),
                ledger);
    }

    private static void fits(Study study, PublicData rules, Frame frame, Ledger earlier) {
        if (!earlier.rows().isEmpty() && !earlier.rules().equals(rules.fingerprint(study))) {
            throw new IllegalArgumentException("earlier must be of the same rules");
        }
        if (!new HashSet<>(frame.respondents()).containsAll(earlier.rows().keySet())) {
            throw new IllegalArgumentException("frame must have all respondents of earlier");
        }
    }

    /// The rows that go out: those that did before, and those who joined if they are enough.
    private static int[] going(PublicData rules, Frame frame, Ledger earlier) {
        int joined = frame.size() - earlier.rows().size();
        boolean mayJoin =
                joined >= (earlier.rows().isEmpty() ? rules.fewest() : rules.fewestJoining());
        return IntStream.range(0, frame.size())
                .filter(row -> mayJoin || earlier.rows().containsKey(frame.respondents().get(row)))
                .toArray();
    }

    /// How each row is told: as before, or as one of a new batch.
    ///
    /// @param coarse the rows in bands and groups
    /// @param ids of the rows
    private static Ledger ledger(
            Study study,
            PublicData rules,
            Frame coarse,
            List<String> ids,
            Ledger earlier,
            long batch,
            Cells cells) {
        int[] joined =
                IntStream.range(0, ids.size())
                        .filter(row -> !earlier.rows().containsKey(ids.get(row)))
                        .toArray();
        if (joined.length == 0) {
            return earlier;
        }
        if (earlier.rows().values().stream().anyMatch(row -> row.batch() == batch)) {
            throw new IllegalArgumentException("batch must be new, not " + batch);
        }
        var combinations = Combinations.of(coarse.rows(joined), rules.identifying());
        int[] withheld =
                SecondarySuppression.of(
                        combinations,
                        Withholding.of(combinations, rules.fewest(), cells::closed),
                        rules.fewest(),
                        cells::closed);
        var numbers = new HashMap<IntBuffer, Integer>();
        var rows = new TreeMap<>(earlier.rows());
        for (int row = 0; row < joined.length; row++) {
            int combination =
                    numbers.computeIfAbsent(
                            combinations.told(row, withheld[row]), _ -> numbers.size());
            rows.put(ids.get(joined[row]), new Ledger.Row(batch, withheld[row], combination));
        }
        return new Ledger(rules.fingerprint(study), rows);
    }

    private static Ledger.Row row(Ledger ledger, String id) {
        return Objects.requireNonNull(ledger.rows().get(id));
    }

    private static Frame with(Frame given, Map<String, Column> columns) {
        return new Frame(
                IntStream.rangeClosed(1, given.size()).mapToObj(Integer::toString).toList(),
                columns,
                given.excluded(),
                given.origin());
    }
}
