package eyebright.frame;

import eyebright.study.Option;
import eyebright.study.Variable;
import eyebright.study.Variable.Kind;
import java.math.BigDecimal;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads the cells of one variable, line after line, into its growing column.
final class Filler {

    private static final Pattern NUMBER =
            Pattern.compile("-?(?:\\d{1,15}(?:\\.\\d{0,20})?|\\.\\d{1,20})(?:[eE][+-]?\\d{1,2})?");

    private static final int MOST_KNOWN = 1_000;

    private final Variable variable;
    private final int[] places;
    private final boolean hasDecimalCommas;
    private final CellFaults faults;
    private final Growing growing;
    private final Map<String, Integer> words = new HashMap<>();

    /// Numbers that were read before, by how they are written: most questions take few.
    private final Map<String, Double> numbersRead = new HashMap<>();

    /// @param places the columns of the variable, or NONE
    /// @param hasDecimalCommas whether 3,5 is a number, as in tables separated by semicolons
    Filler(Variable variable, int[] places, boolean hasDecimalCommas, CellFaults faults) {
        this.variable = variable;
        this.places = places.clone();
        this.hasDecimalCommas = hasDecimalCommas;
        this.faults = faults;
        this.growing = Growing.of(variable);
        if (variable.kind() instanceof Kind.Choice(List<Option> options)) {
            read(options);
        }
    }

    /// Codes come first, then what is declared for tables made elsewhere, then labels.
    private void read(List<Option> options) {
        for (int i = 0; i < options.size(); i++) {
            words.put(options.get(i).code(), i);
        }
        for (int i = 0; i < options.size(); i++) {
            int place = i;
            options.get(i).foreign().ifPresent(word -> words.putIfAbsent(word, place));
        }
        for (int i = 0; i < options.size(); i++) {
            words.putIfAbsent(options.get(i).label(), i);
        }
    }

    /// The column so far; the filler is done.
    Column column() {
        return growing.column();
    }

    /// Reads this variable's cell or cells of a line.
    void fill(List<String> cells, int line) {
        if (growing instanceof Growing.Sets sets) {
            fill(sets, cells, line);
            return;
        }
        int place = places[0];
        if (place == TableHeader.NONE) {
            growing.none(Status.NOT_REACHED);
            return;
        }
        String cell = place < cells.size() ? cells.get(place) : "";
        Optional<Status> status =
                CellText.status(growing instanceof Growing.Words ? cell : cell.strip());
        if (status.isPresent() && !words.containsKey(cell.strip())) {
            growing.none(status.get());
            return;
        }
        switch (growing) {
            case Growing.Choices choices -> fill(choices, cell, line);
            case Growing.Numbers numbers -> fill(numbers, cell, line);
            case Growing.Words texts -> fill(texts, CellText.read(cell), line);
            case Growing.Sets _ -> throw new IllegalStateException("read above");
        }
    }

    private void fill(Growing.Choices choices, String cell, int line) {
        Integer option = words.get(cell.strip());
        if (option == null) {
            option = words.get(CellText.read(cell.strip()));
        }
        if (option == null) {
            unreadable(line, places[0], name(), "one of its options", cell);
        } else {
            choices.chosen(option);
        }
    }

    private void fill(Growing.Numbers numbers, String cell, int line) {
        Double known = numbersRead.get(cell);
        if (known != null) {
            numbers.number(known);
            return;
        }
        String text = cell.strip();
        if (hasDecimalCommas) {
            text = text.replace(',', '.');
        }
        if (NUMBER.matcher(text).matches()) {
            BigDecimal number = new BigDecimal(text);
            if (numbers.holds(number)) {
                numbers.number(number.doubleValue());
                if (numbersRead.size() < MOST_KNOWN) {
                    numbersRead.put(cell, number.doubleValue());
                }
                return;
            }
        }
        unreadable(line, places[0], name(), wanted(), cell);
    }

    private void fill(Growing.Words texts, String text, int line) {
        if (texts.holds(text)) {
            texts.words(text);
        } else {
            unreadable(line, places[0], name(), wanted(), text);
        }
    }

    /// An empty cell beside a 1 or a 0 means that the option was not named, as tables made elsewhere
    /// write it; a line of nothing but empty cells was skipped.
    private void fill(Growing.Sets sets, List<String> cells, int line) {
        var named = new BitSet();
        boolean isAnswered = false;
        Optional<Status> none = Optional.empty();
        int present = TableHeader.NONE;
        for (int option = 0; option < places.length; option++) {
            if (places[option] == TableHeader.NONE) {
                continue;
            }
            present = places[option];
            String cell = present < cells.size() ? cells.get(present).strip() : "";
            Optional<Status> status = CellText.status(cell);
            if (status.isPresent()) {
                none = none.isEmpty() || isEmpty(none) ? status : none;
                continue;
            }
            Optional<Boolean> isNamed = named(cell);
            if (isNamed.isEmpty()) {
                unreadable(line, present, name(option), "1 or 0", cell);
                return;
            }
            isAnswered = true;
            named.set(option, isNamed.get());
        }
        if (!isAnswered) {
            growing.none(none.orElse(Status.NOT_REACHED));
        } else if (none.isPresent() && !isEmpty(none)) {
            unreadable(
                    line,
                    present,
                    name(),
                    "answered or not in all of its columns",
                    CellText.token(none.get()));
        } else if (sets.contradicts(named)) {
            unreadable(
                    line, present, name(), "an option that stands alone, or others", "1 for both");
        } else {
            sets.chosen(named);
        }
    }

    private static boolean isEmpty(Optional<Status> status) {
        return status.filter(each -> each == Status.SKIPPED).isPresent();
    }

    private static Optional<Boolean> named(String cell) {
        return switch (cell) {
            case "1", "TRUE", "True", "true" -> Optional.of(true);
            case "0", "FALSE", "False", "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private void unreadable(int line, int place, String name, String wanted, String cell) {
        growing.none(Status.UNREADABLE);
        faults.unreadable(line, place, name, wanted, cell);
    }

    private String name() {
        return variable.name();
    }

    private String name(int option) {
        return variable.kind() instanceof Kind.Choices(List<Option> options)
                ? name() + "." + options.get(option).code()
                : name();
    }

    private String wanted() {
        return switch (variable.kind()) {
            case Kind.Numeric numeric ->
                    "a %snumber from %s to %s"
                                    .formatted(
                                            numeric.decimals() == 0 ? "whole " : "",
                                            numeric.from().toPlainString(),
                                            numeric.to().toPlainString())
                            + (numeric.decimals() == 0
                                    ? ""
                                    : " with at most %d decimals".formatted(numeric.decimals()));
            case Kind.Text text -> "a text of at most %,d characters".formatted(text.upTo());
            case Kind.Choice _ -> "one of its options";
            case Kind.Choices _ -> "1 or 0";
        };
    }
}
