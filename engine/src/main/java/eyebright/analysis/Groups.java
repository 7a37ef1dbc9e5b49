package eyebright.analysis;

import eyebright.frame.Frame;
import eyebright.frame.Levels;
import java.util.List;

/// Respondents by their answer to a one-of question.
///
/// @param by the question
/// @param labels the groups, in the order of the plan
record Groups(String by, List<Label> labels) {

    Groups {
        labels = List.copyOf(labels);
    }

    int size() {
        return labels.size();
    }

    /// The groups of the rows of one frame, by their places here.
    Levels in(Frame frame) {
        return frame.levels(by).only(labels.stream().map(Label::code).toList());
    }
}
