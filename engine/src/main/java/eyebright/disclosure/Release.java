package eyebright.disclosure;

import eyebright.frame.Column;
import eyebright.frame.Frame;
import eyebright.frame.Origin;
import eyebright.study.Draw;
import eyebright.study.Study;
import eyebright.study.Variable;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// The rows that may leave the house.
///
/// Respondents stand in an order drawn anew, under numbers from 1 that say nothing else. Free text and what is withheld
/// are not there; numbers are told in bands and options in groups, as [PublicData] declares; and what identifies is
/// withheld here and there, until each combination of it is told by enough rows. Where a cell is withheld, so is
/// whatever stands on a page that its answer leads to. Where there are fewer respondents than must share a combination,
/// there are no rows at all.
///
/// The numbers of the rows are not those by which a server draws the order of questions: that order is lost, and what
/// is worked out from it (the longest run of one answer) comes out otherwise.
///
/// @param variables what is published, in the order of the questionnaire, with labels that say what was done to it
/// @param frame the rows, with a column for each of these
/// @param report what was done, and what it came to
public record Release(List<Variable> variables, Frame frame, DisclosureReport report) {

    private static final int KEY = 32;

    public Release {
        variables = List.copyOf(variables);
    }

    /// The rows of a study that may be published.
    ///
    /// The order of real respondents is drawn from a secret that is kept nowhere; that of rehearsed ones from their
    /// mark, so that it is the same each time.
    ///
    /// @param frame answers to the study; other columns of it are left out
    /// @throws java.util.NoSuchElementException if it lacks a variable of the study
    public static Release of(Study study, PublicData rules, Frame frame) {
        return of(
                study,
                rules,
                frame,
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
        int[] order =
                Draw.of(key)
                        .shuffled("rows", IntStream.range(0, frame.size()).boxed().toList())
                        .stream()
                        .mapToInt(Integer::intValue)
                        .toArray();
        Frame given = frame.rows(frame.size() < rules.fewest() ? new int[0] : order);
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
        var combinations = Combinations.of(with(given, columns), rules.identifying());
        var cells = new Cells(new Telltales(study), rules.identifying());
        int[] nothing = new int[given.size()];
        int[] withheld =
                given.size() == 0
                        ? nothing
                        : Withholding.of(combinations, rules.fewest(), cells::closed);
        Map<String, BitSet> rows = cells.rows(withheld);
        rows.keySet().retainAll(columns.keySet());
        List<Treatment> treatments = Treatment.of(study, rules, given, columns, rows);
        rows.forEach(
                (name, bits) ->
                        columns.computeIfPresent(name, (_, column) -> column.withheld(bits)));
        return new Release(
                variables,
                with(given, columns),
                new DisclosureReport(
                        frame.size(),
                        given.size(),
                        rules.fewest(),
                        treatments,
                        new Sharing(answered.rowsBySize(nothing)),
                        new Sharing(combinations.rowsBySize(nothing)),
                        new Sharing(combinations.rowsBySize(withheld))));
    }

    private static Frame with(Frame given, Map<String, Column> columns) {
        return new Frame(
                IntStream.rangeClosed(1, given.size()).mapToObj(Integer::toString).toList(),
                columns,
                given.excluded(),
                given.origin());
    }
}
