package eyebright.plan;

import eyebright.frame.Frame;
import eyebright.frame.Levels;
import java.util.List;

/// Respondents by their answer to a one-of question.
///
/// @param by the question
/// @param labels the groups, in the order of the plan
/// @param codes the options of each group
public record Groups(String by, List<Label> labels, List<List<String>> codes) {

    /// Groups of one option each.
    public Groups(String by, List<Label> labels) {
        this(by, labels, labels.stream().map(label -> List.of(label.code())).toList());
    }

    public Groups {
        labels = List.copyOf(labels);
        codes = codes.stream().map(List::copyOf).toList();
    }

    public int size() {
        return labels.size();
    }

    /// The groups of the rows of one frame, by their places here.
    public Levels in(Frame frame) {
        return frame.levels(by, codes);
    }
}
