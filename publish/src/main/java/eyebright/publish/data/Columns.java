package eyebright.publish.data;

import eyebright.frame.Dataset;
import eyebright.frame.Origin;
import eyebright.study.Option;
import eyebright.study.Question;
import eyebright.study.Study;
import eyebright.study.Variable;
import eyebright.study.Variable.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The columns of the table, in its order, with what stands in them.
final class Columns {

    private Columns() {}

    /// One column of the table.
    ///
    /// @param name as the first line of the table has it
    /// @param label what it is about
    /// @param question the text it answers, where a respondent was asked
    /// @param before what stood before the question, where it is one item of a list
    /// @param variable the variable it is of; the columns of the table itself have none
    /// @param cells what stands in it
    record TableColumn(
            String name,
            String label,
            Optional<String> question,
            Optional<String> before,
            Optional<String> variable,
            Cells cells) {}

    /// What stands in a column beside the tokens of cells without an answer.
    sealed interface Cells {
        /// A random id of a respondent.
        record Id() implements Cells {}

        /// The mark of rehearsed respondents.
        record Mark() implements Cells {}

        /// Why somebody does not count.
        record Reason() implements Cells {}

        /// Codes.
        record Codes(List<Option> options) implements Cells {
            public Codes {
                options = List.copyOf(options);
            }
        }

        /// 1 where the option is named, 0 where it is not.
        record Named(Option option) implements Cells {}

        /// Numbers.
        record Numbers(BigDecimal from, BigDecimal to, int decimals, String unit)
                implements Cells {}

        /// Words.
        record Words(int upTo) implements Cells {}
    }

    /// The columns as the table's writer writes them.
    static List<TableColumn> of(Dataset dataset) {
        var columns = new ArrayList<TableColumn>();
        columns.add(own("respondent", "random id of the respondent", new Cells.Id()));
        if (dataset.frame().origin() instanceof Origin.Rehearsed) {
            columns.add(own("rehearsed", "mark of rehearsed respondents", new Cells.Mark()));
        }
        if (!dataset.frame().excluded().isEmpty()) {
            columns.add(own("excluded", "why the respondent does not count", new Cells.Reason()));
        }
        for (Variable variable : dataset.variables()) {
            add(dataset.study(), variable, columns);
        }
        return columns;
    }

    private static TableColumn own(String name, String label, Cells cells) {
        return new TableColumn(
                name, label, Optional.empty(), Optional.empty(), Optional.empty(), cells);
    }

    private static void add(Study study, Variable variable, List<TableColumn> columns) {
        switch (variable.kind()) {
            case Kind.Choice(var options) ->
                    columns.add(column(study, variable, new Cells.Codes(options)));
            case Kind.Choices(var options) -> {
                for (Option option : options) {
                    columns.add(
                            new TableColumn(
                                    variable.name() + "." + option.code(),
                                    option.label(),
                                    Optional.of(variable.label()),
                                    Optional.empty(),
                                    Optional.of(variable.name()),
                                    new Cells.Named(option)));
                }
            }
            case Kind.Numeric(BigDecimal from, BigDecimal to, int decimals, String unit) ->
                    columns.add(
                            column(study, variable, new Cells.Numbers(from, to, decimals, unit)));
            case Kind.Text(int upTo) -> columns.add(column(study, variable, new Cells.Words(upTo)));
        }
    }

    private static TableColumn column(Study study, Variable variable, Cells cells) {
        return new TableColumn(
                variable.name(),
                variable.label(),
                Optional.of(variable.label()),
                list(study, variable.name()),
                Optional.of(variable.name()),
                cells);
    }

    /// The question that a rated item belongs to.
    private static Optional<String> list(Study study, String variable) {
        int dot = variable.indexOf('.');
        return dot < 0
                ? Optional.empty()
                : study.question(variable.substring(0, dot))
                        .map(Question::asked)
                        .map(asked -> asked.text());
    }
}
