package eyebright.server.reading;

import eyebright.analysis.Finding;
import eyebright.analysis.Findings;
import eyebright.article.FindingView;
import eyebright.freeze.Deviation;
import eyebright.freeze.Standing;
import java.util.ArrayList;
import java.util.Optional;

/// The frozen plan as pages show it.
final class Frost {

    private Frost() {}

    static Optional<FindingsPage.Frozen> of(Findings findings) {
        return findings.plan()
                .frozen()
                .map(
                        standing -> {
                            var sentences = new ArrayList<String>();
                            sentences.add(standing.confirmed());
                            standing.order(FindingView::publicNumber).ifPresent(sentences::add);
                            return new FindingsPage.Frozen(
                                    title(standing),
                                    sentences,
                                    standing.links(),
                                    standing.deviations().stream()
                                            .map(Deviation::sentence)
                                            .toList());
                        });
    }

    private static String title(Standing standing) {
        String when = "The plan was frozen on " + standing.day();
        return switch (standing.answers()) {
            case 0 -> when;
            case 1 -> when + ", after 1 answer";
            default -> when + ", after %,d answers".formatted(standing.answers());
        };
    }

    /// Why a finding is planned, or is not.
    static String standing(Finding finding, Standing standing) {
        if (finding.planned().orElse(false)) {
            return "The claim and everything it reads stand as they were frozen on %s."
                    .formatted(standing.day());
        }
        if (standing.planned().contains(finding.id())) {
            return "The claim was frozen on %s, after people had answered."
                    .formatted(standing.day());
        }
        return standing.deviationsOf(finding.id()).isEmpty()
                ? "The claim does not stand as it was frozen on %s.".formatted(standing.day())
                : "Changed since the plan was frozen on %s.".formatted(standing.day());
    }
}
