package eyebright.disclosure;

import eyebright.frame.Column;
import eyebright.frame.Frame;
import eyebright.frame.Origin;
import eyebright.frame.Status;
import eyebright.study.Draw;
import eyebright.study.Option;
import eyebright.study.Study;
import eyebright.study.Variable;
import eyebright.study.Variable.Kind;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntUnaryOperator;
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
        var coarse = new LinkedHashMap<String, Column>();
        var variables = new ArrayList<Variable>();
        for (Variable variable : study.variables().values()) {
            if (isPublished(variable, rules)) {
                coarse.put(variable.name(), coarse(variable, given.column(variable.name()), rules));
                variables.add(labelled(variable, rules));
            }
        }
        Frame open = with(given, coarse);
        var answered = Combinations.of(given, rules.identifying());
        var combinations = Combinations.of(open, rules.identifying());
        int[] nothing = new int[given.size()];
        int[] withheld =
                given.size() == 0
                        ? nothing
                        : Withholding.of(
                                combinations, rules.fewest(), closing(study, rules.identifying()));
        Map<String, BitSet> rows = rows(study, rules.identifying(), withheld);
        var closed = new LinkedHashMap<String, Column>();
        coarse.forEach(
                (name, column) ->
                        closed.put(
                                name,
                                Optional.ofNullable(rows.get(name))
                                        .map(bits -> withheld(column, bits))
                                        .orElse(column)));
        return new Release(
                variables,
                with(given, closed),
                new DisclosureReport(
                        frame.size(),
                        given.size(),
                        rules.fewest(),
                        Treatment.of(study, rules, given, coarse, rows),
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

    static boolean isPublished(Variable variable, PublicData rules) {
        return !(variable.kind() instanceof Kind.Text)
                && !rules.withheld().contains(variable.name());
    }

    private static Column coarse(Variable variable, Column column, PublicData rules) {
        Bands bands = rules.bands().get(variable.name());
        if (bands != null && column instanceof Column.Numbers numbers) {
            double[] middles = new double[column.size()];
            for (int row = 0; row < middles.length; row++) {
                middles[row] = column.isAnswered(row) ? bands.middle(numbers.value(row)) : 0;
            }
            return new Column.Numbers(statuses(column), middles);
        }
        Groups groups = rules.groups().get(variable.name());
        if (groups != null && column instanceof Column.Choices choices) {
            List<String> codes = choices.options().stream().map(Option::code).toList();
            short[] places = new short[column.size()];
            for (int row = 0; row < places.length; row++) {
                places[row] = (short) codes.indexOf(groups.code(codes.get(choices.index(row))));
            }
            return new Column.Choices(statuses(column), places, groups.options(choices.options()));
        }
        return column;
    }

    private static Variable labelled(Variable variable, PublicData rules) {
        Bands bands = rules.bands().get(variable.name());
        Groups groups = rules.groups().get(variable.name());
        return new Variable(
                variable.name(),
                bands == null
                        ? variable.label()
                        : "%s (in bands: %s)".formatted(variable.label(), bands.words()),
                variable.column(),
                variable.page(),
                groups != null && variable.kind() instanceof Kind.Choice(List<Option> options)
                        ? new Kind.Choice(groups.options(options))
                        : variable.kind());
    }

    /// What is withheld too, where some of the identifying variables are.
    private static IntUnaryOperator closing(Study study, List<String> identifying) {
        var telltales = new Telltales(study);
        int[] too = new int[identifying.size()];
        for (int variable = 0; variable < too.length; variable++) {
            too[variable] = 1 << variable;
            for (String other : telltales.of(identifying.get(variable))) {
                int place = identifying.indexOf(other);
                too[variable] |= place < 0 ? 0 : 1 << place;
            }
        }
        return mask -> {
            int closed = mask;
            for (int variable = 0; variable < too.length; variable++) {
                closed |= (mask >>> variable & 1) == 1 ? too[variable] : 0;
            }
            return closed;
        };
    }

    /// Of each variable the rows in which it is withheld, if there are any.
    private static Map<String, BitSet> rows(Study study, List<String> identifying, int[] withheld) {
        var telltales = new Telltales(study);
        var rows = new LinkedHashMap<String, BitSet>();
        for (int place = 0; place < identifying.size(); place++) {
            var bits = new BitSet(withheld.length);
            for (int row = 0; row < withheld.length; row++) {
                bits.set(row, (withheld[row] >>> place & 1) == 1);
            }
            if (bits.isEmpty()) {
                continue;
            }
            Set<String> too = telltales.of(identifying.get(place));
            rows.computeIfAbsent(identifying.get(place), _ -> new BitSet()).or(bits);
            too.forEach(name -> rows.computeIfAbsent(name, _ -> new BitSet()).or(bits));
        }
        return rows;
    }

    private static Column withheld(Column column, BitSet rows) {
        byte[] statuses = statuses(column);
        rows.stream().forEach(row -> statuses[row] = Status.WITHHELD.code());
        return switch (column) {
            case Column.Choices choices -> {
                short[] places = new short[column.size()];
                for (int row = 0; row < places.length; row++) {
                    places[row] = (short) choices.index(row);
                }
                yield new Column.Choices(statuses, places, choices.options());
            }
            case Column.Numbers numbers ->
                    new Column.Numbers(
                            statuses,
                            IntStream.range(0, column.size())
                                    .mapToDouble(numbers::value)
                                    .toArray());
            case Column.Sets sets ->
                    new Column.Sets(
                            statuses,
                            IntStream.range(0, sets.options().size())
                                    .mapToObj(sets::naming)
                                    .toList(),
                            sets.options());
            case Column.Words _ ->
                    throw new IllegalArgumentException("free text is not published at all");
        };
    }

    private static byte[] statuses(Column column) {
        byte[] statuses = new byte[column.size()];
        for (int row = 0; row < statuses.length; row++) {
            statuses[row] = column.status(row).code();
        }
        return statuses;
    }
}
