package eyebright.frame.sav;

import eyebright.frame.Column;
import eyebright.frame.Dataset;
import eyebright.frame.Frame;
import eyebright.frame.Origin;
import eyebright.frame.Status;
import eyebright.frame.sav.SavVariable.Measure;
import eyebright.frame.sav.SavVariable.ValueLabel;
import eyebright.study.Option;
import eyebright.study.Points;
import eyebright.study.Study;
import eyebright.study.Variable;
import eyebright.study.Variable.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.regex.Pattern;

/// The columns of a system file, made of a dataset.
final class SavColumns {

    /// A code that is a number already.
    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,8}");

    private final Study study;
    private final Frame frame;
    private final MissingNumbers missing;
    private final SavNames names = new SavNames();
    private final List<SavVariable> variables = new ArrayList<>();
    private final List<SavVariable.Several> several = new ArrayList<>();

    private SavColumns(Dataset dataset) {
        this.study = dataset.study();
        this.frame = dataset.frame();
        this.missing = MissingNumbers.below(dataset);
        text("respondent", "random id of the respondent", frame.respondents()::get);
        if (frame.origin() instanceof Origin.Rehearsed(String mark)) {
            text("rehearsed", "mark of rehearsed respondents: nobody answered", _ -> mark);
        }
        dataset.variables().forEach(this::add);
    }

    static SavColumns of(Dataset dataset) {
        return new SavColumns(dataset);
    }

    /// In the order of the questionnaire.
    List<SavVariable> variables() {
        return List.copyOf(variables);
    }

    /// Questions with several answers.
    List<SavVariable.Several> several() {
        return List.copyOf(several);
    }

    private void add(Variable variable) {
        switch (frame.column(variable.name())) {
            case Column.Choices choices -> choices(variable, choices);
            case Column.Sets sets -> sets(variable, sets);
            case Column.Numbers numbers -> numbers(variable, numbers);
            case Column.Words words -> words(variable, words);
        }
    }

    private void choices(Variable variable, Column.Choices choices) {
        List<Option> options = choices.options();
        boolean areNumbers =
                options.stream().allMatch(option -> NUMBER.matcher(option.code()).matches());
        double[] numbers = new double[options.size()];
        var labels = new ArrayList<ValueLabel>();
        for (int i = 0; i < numbers.length; i++) {
            Option option = options.get(i);
            numbers[i] = areNumbers ? Integer.parseInt(option.code()) : i + 1;
            labels.add(new ValueLabel(numbers[i], areNumbers ? option.label() : label(option)));
        }
        number(
                variable.name(),
                variable.label(),
                Measure.NOMINAL,
                labels,
                0,
                choices,
                row -> numbers[choices.index(row)]);
    }

    /// The label with the code in brackets, which no cut takes off, unless they are the same word.
    private static String label(Option option) {
        if (option.label().toLowerCase(Locale.ROOT).equals(option.code())) {
            return option.label();
        }
        String code = " [" + option.code() + "]";
        byte[] label =
                SavBytes.utf8(
                        SavBytes.line(option.label()), SavFile.LONGEST_VALUE_LABEL - code.length());
        return new String(label, StandardCharsets.UTF_8) + code;
    }

    private void sets(Variable variable, Column.Sets sets) {
        var options = new ArrayList<String>();
        for (int i = 0; i < sets.options().size(); i++) {
            Option option = sets.options().get(i);
            int place = i;
            options.add(
                    number(
                            variable.name() + "." + option.code(),
                            "%s: %s".formatted(option.label(), variable.label()),
                            Measure.NOMINAL,
                            List.of(
                                    new ValueLabel(1, option.label()),
                                    new ValueLabel(0, "not named: " + option.label())),
                            0,
                            sets,
                            row -> sets.names(row, place) ? 1 : 0));
        }
        if (options.size() > 1) {
            several.add(new SavVariable.Several(variable.name(), variable.label(), options));
        }
    }

    private void numbers(Variable variable, Column.Numbers numbers) {
        Optional<Points> points = study.points(variable.name());
        int decimals = 0;
        String unit = "";
        if (variable.kind() instanceof Kind.Numeric numeric) {
            decimals = Math.clamp(numeric.decimals(), 0, 16);
            unit =
                    numeric.unit().isEmpty() || points.isPresent()
                            ? ""
                            : " (" + numeric.unit() + ")";
        }
        number(
                variable.name(),
                variable.label() + unit,
                points.isPresent() ? Measure.ORDINAL : Measure.SCALE,
                points.map(
                                each ->
                                        List.of(
                                                new ValueLabel(each.from(), each.low()),
                                                new ValueLabel(each.to(), each.high())))
                        .orElse(List.of()),
                decimals,
                numbers,
                numbers::value);
    }

    /// Words, and beside them why there are none: a text has no values left that could say so.
    private void words(Variable variable, Column.Words words) {
        text(variable.name(), variable.label(), words::text);
        number(
                variable.name() + ".status",
                "whether it was answered: " + variable.label(),
                Measure.NOMINAL,
                List.of(new ValueLabel(0, "answered")),
                0,
                words,
                _ -> 0);
    }

    private void text(String name, String label, IntFunction<String> of) {
        int width = 1;
        for (int row = 0; row < frame.size(); row++) {
            width = Math.max(width, SavBytes.utf8(of.apply(row), SavVariable.WIDEST).length);
        }
        variables.add(new SavVariable.Words(names.name(name), label, width, of));
    }

    /// @return its name in the file
    private String number(
            String name,
            String label,
            Measure measure,
            List<ValueLabel> labels,
            int decimals,
            Column column,
            IntToDoubleFunction of) {
        var all = new ArrayList<>(labels);
        for (Status status : Status.values()) {
            if (status != Status.ANSWERED) {
                all.add(new ValueLabel(missing.of(status), status.token()));
            }
        }
        String given = names.name(name);
        variables.add(
                new SavVariable.Numeric(
                        given,
                        label,
                        measure,
                        all,
                        OptionalInt.of(missing.lowest()),
                        decimals,
                        row ->
                                column.isAnswered(row)
                                        ? of.applyAsDouble(row)
                                        : missing.of(column.status(row))));
        return given;
    }
}
