package eyebright.analysis;

import eyebright.frame.Column;
import eyebright.frame.Frame;
import java.util.Arrays;
import java.util.List;

/// Respondents by their answer to a one-of question.
///
/// @param by the question
/// @param labels the groups, in the order of the plan
/// @param codes the options of each group
record Groups(String by, List<Label> labels, List<List<String>> codes) {

    /// Groups of one option each.
    Groups(String by, List<Label> labels) {
        this(by, labels, labels.stream().map(label -> List.of(label.code())).toList());
    }

    Groups {
        labels = List.copyOf(labels);
        codes = codes.stream().map(List::copyOf).toList();
    }

    int size() {
        return labels.size();
    }

    /// The groups of the rows of one frame.
    Rows in(Frame frame) {
        if (!(frame.column(by) instanceof Column.Choices choices)) {
            throw new IllegalArgumentException("column %s must hold one option".formatted(by));
        }
        int[] places = new int[choices.options().size()];
        Arrays.fill(places, Rows.NONE);
        for (int option = 0; option < places.length; option++) {
            String code = choices.options().get(option).code();
            for (int group = 0; group < codes.size(); group++) {
                if (codes.get(group).contains(code)) {
                    places[option] = group;
                }
            }
        }
        return new Rows(choices, places);
    }

    /// The place of each row's group.
    static final class Rows {

        /// The row is in none of the groups.
        static final int NONE = -1;

        private final Column.Choices choices;
        private final int[] places;

        private Rows(Column.Choices choices, int[] places) {
            this.choices = choices;
            this.places = places;
        }

        boolean isAnswered(int row) {
            return choices.isAnswered(row);
        }

        int group(int row) {
            return places[choices.index(row)];
        }
    }
}
