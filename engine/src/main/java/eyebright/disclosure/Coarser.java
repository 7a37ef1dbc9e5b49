package eyebright.disclosure;

import eyebright.frame.Column;
import eyebright.study.Option;
import eyebright.study.Variable;
import eyebright.study.Variable.Kind;
import java.util.List;

/// Tells answers in bands and groups, as a study declares.
///
/// @param rules what it declares
record Coarser(PublicData rules) {

    /// Whether anything of a variable is published.
    boolean isPublished(Variable variable) {
        return !(variable.kind() instanceof Kind.Text)
                && !rules.withheld().contains(variable.name());
    }

    /// The answers as they are told; why others have none stays.
    Column column(Variable variable, Column column) {
        Bands bands = rules.bands().get(variable.name());
        if (bands != null && column instanceof Column.Numbers numbers) {
            return numbers.each(bands::middle);
        }
        Groups groups = rules.groups().get(variable.name());
        if (groups != null && column instanceof Column.Choices choices) {
            List<String> codes = choices.options().stream().map(Option::code).toList();
            return choices.under(
                    groups.options(choices.options()),
                    codes.stream().map(code -> codes.indexOf(groups.code(code))).toList());
        }
        return column;
    }

    /// The variable, with labels that say how it is told.
    Variable variable(Variable variable) {
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
}
