package eyebright.disclosure;

import eyebright.frame.Column;
import eyebright.frame.Frame;
import eyebright.study.Study;
import eyebright.study.Variable;
import eyebright.study.Variable.Kind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What was done to one variable before it was published.
///
/// @param variable its name
/// @param identifies whether somebody could be found by it
/// @param told how its answers are told
/// @param changed how many answers are told otherwise than they were given
/// @param withheld how many cells are withheld, whatever they held
public record Treatment(
        String variable, Identifies identifies, Told told, int changed, int withheld) {

    /// Whether a variable is one by which somebody could be found.
    public enum Identifies {
        YES,
        NO
    }

    /// How the answers to a variable are told.
    public sealed interface Told {

        /// As they were given.
        record AsAnswered() implements Told {}

        /// In bands.
        record InBands(Bands bands) implements Told {}

        /// In groups.
        record InGroups(Groups groups) implements Told {}

        /// Not at all, as the study declares.
        record LeftOut() implements Told {}

        /// Not at all, since it is free text.
        record FreeText() implements Told {}
    }

    /// What was done to each variable of a study, in the order of the questionnaire; those to which nothing was done,
    /// and which do not identify, are not named.
    ///
    /// @param coarse the columns that are published
    /// @param withheld the rows in which a variable is withheld
    static List<Treatment> of(
            Study study,
            PublicData rules,
            Frame given,
            Map<String, Column> coarse,
            Map<String, BitSet> withheld) {
        var treatments = new ArrayList<Treatment>();
        for (Variable variable : study.variables().values()) {
            String name = variable.name();
            Told told = told(variable, rules);
            boolean isIdentifying = rules.identifying().contains(name);
            int cells = Optional.ofNullable(withheld.get(name)).map(BitSet::cardinality).orElse(0);
            if (!(told instanceof Told.AsAnswered) || isIdentifying || cells > 0) {
                treatments.add(
                        new Treatment(
                                name,
                                isIdentifying ? Identifies.YES : Identifies.NO,
                                told,
                                Optional.ofNullable(coarse.get(name))
                                        .map(column -> changed(given.column(name), column))
                                        .orElse(0),
                                cells));
            }
        }
        return treatments;
    }

    private static Told told(Variable variable, PublicData rules) {
        if (variable.kind() instanceof Kind.Text) {
            return new Told.FreeText();
        }
        if (rules.withheld().contains(variable.name())) {
            return new Told.LeftOut();
        }
        Bands bands = rules.bands().get(variable.name());
        if (bands != null) {
            return new Told.InBands(bands);
        }
        Groups groups = rules.groups().get(variable.name());
        return groups == null ? new Told.AsAnswered() : new Told.InGroups(groups);
    }

    private static int changed(Column before, Column after) {
        int changed = 0;
        for (int row = 0; row < before.size(); row++) {
            changed += before.isAnswered(row) && differ(before, after, row) ? 1 : 0;
        }
        return changed;
    }

    private static boolean differ(Column before, Column after, int row) {
        return switch (before) {
            case Column.Numbers numbers ->
                    after instanceof Column.Numbers others
                            && numbers.value(row) != others.value(row);
            case Column.Choices choices ->
                    after instanceof Column.Choices others
                            && choices.index(row) != others.index(row);
            case Column.Sets _, Column.Words _ -> false;
        };
    }
}
