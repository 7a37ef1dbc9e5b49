package eyebright.article;

import eyebright.analysis.Finding;
import eyebright.analysis.Missing;
import eyebright.analysis.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What stands below a finding: planned or not, n, who is missing, what it is judged together with.
final class Notes {

    private Notes() {}

    /// How exactly people are counted.
    enum Counts {
        EXACT,
        /// For everybody to see: some but fewer than ten are `fewer than 10`.
        FROM_TEN
    }

    static List<String> of(Finding finding, Counts counts) {
        var notes = new ArrayList<String>();
        if (finding.primary()) {
            notes.add("primary");
        }
        // Before the plan is frozen nothing is either, and the head of the findings says so.
        finding.planned().ifPresent(planned -> notes.add(planned ? "planned" : "exploratory"));
        if (finding.withheld().isEmpty() && !(finding.shape() instanceof Shape.Unanalysed)) {
            notes.add(base(finding, counts));
        }
        finding.family().ifPresent(family -> notes.add("family: " + family));
        return notes;
    }

    private static String base(Finding finding, Counts counts) {
        var words = new StringBuilder("n = " + finding.n());
        if (finding.missing().isEmpty()) {
            return words.append(", nobody missing").toString();
        }
        for (Map.Entry<Missing, Integer> each : finding.missing().entrySet()) {
            words.append(", ")
                    .append(number(each.getValue(), counts))
                    .append(' ')
                    .append(words(each.getKey()));
        }
        return words.toString();
    }

    private static String number(int people, Counts counts) {
        return switch (counts) {
            case EXACT -> Integer.toString(people);
            case FROM_TEN -> FindingView.publicNumber(people);
        };
    }

    private static String words(Missing reason) {
        return switch (reason) {
            case SKIPPED -> "skipped";
            case NOT_SHOWN -> "not asked";
            case NOT_REACHED -> "stopped before";
            case UNREADABLE -> "unreadable";
            case WITHHELD -> "withheld";
            case NOT_COMPUTABLE -> "not computable";
            case ANOTHER_ANSWER -> "with another answer";
            case BASE_UNKNOWN -> "for whom it is not known";
        };
    }
}
