package eyebright.method;

import eyebright.analysis.NumberWords;
import eyebright.plan.Analysis;
import eyebright.plan.Claim;
import eyebright.plan.Plan;
import eyebright.score.Scales;
import eyebright.study.Counting;
import eyebright.study.Page;
import eyebright.study.Study;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Sentences on what a plan computes, and of whom.
public final class AnalysisWords {

    private final Study study;
    private final Plan plan;

    /// Of a plan and the study it is of.
    public AnalysisWords(Study study, Plan plan) {
        this.study = study;
        this.plan = plan;
    }

    /// Whether unfinished answers count, and what becomes of what is missing.
    public String incomplete() {
        String whose =
                switch (study.counts()) {
                    case Counting.Completed _ -> "Only those who sent at the end count.";
                    case Counting.FromPage(String page) ->
                            "Those who came as far as the page \u201c%s\u201d count, also where they stopped later."
                                    .formatted(title(page));
                };
        return whose
                + " Each finding rests on those who answered what it reads; how many did not, and why, stands beside it."
                + (has(analysis -> analysis instanceof Analysis.Imputed)
                        ? " Where the plan says so, what was left out is imputed several times."
                        : "");
    }

    private String title(String page) {
        return study.pages().stream()
                .filter(each -> each.id().equals(page))
                .map(Page::title)
                .findFirst()
                .orElse(page);
    }

    /// What was declared about answers that are not to be trusted.
    public String care() {
        Scales scales = plan.scales();
        int flags = scales.flags().size() + scales.careless().size();
        return flags == 0
                ? "Nobody was left out for it."
                : "%s of carelessness declared before the answers: %s. One alone leaves nobody out; a claim is told with and without those who bear several where the plan says so."
                        .formatted(
                                QuestionnaireWords.sentence(
                                        QuestionnaireWords.counted(flags, "sign")),
                                String.join(
                                        "; ",
                                        Stream.concat(
                                                        scales.flags().stream()
                                                                .map(flag -> flag.because()),
                                                        scales.careless().stream()
                                                                .map(flag -> flag.because()))
                                                .toList()));
    }

    /// Whether answers are weighted, in a sentence.
    public String weights() {
        return isWeighted()
                ? "Where a claim is held against a published share, answers are weighted to what is known of those who were asked then; the shares without weights stand beside."
                : "None.";
    }

    /// Whether answers are weighted for some claim.
    public boolean isWeighted() {
        return has(analysis -> analysis instanceof Analysis.WeightedShare);
    }

    private boolean has(Predicate<Analysis> which) {
        return plan.claims().stream().flatMap(AnalysisWords::analyses).anyMatch(which);
    }

    private static Stream<Analysis> analyses(Claim claim) {
        return Stream.concat(
                Stream.of(claim.analysis()), claim.beside().stream().map(each -> each.analysis()));
    }

    /// How many claims there are, and how many of them decide.
    public String claims() {
        long primary = plan.claims().stream().filter(Claim::primary).count();
        int all = plan.claims().size();
        return primary == 0
                ? "%s."
                        .formatted(
                                QuestionnaireWords.sentence(
                                        QuestionnaireWords.counted(all, "claim")))
                : "%s, %s of them primary."
                        .formatted(
                                QuestionnaireWords.sentence(
                                        QuestionnaireWords.counted(all, "claim")),
                                NumberWords.of(Math.toIntExact(primary)));
    }

    /// Whether some claim is held against what was published before.
    public boolean isReplication() {
        return plan.claims().stream().anyMatch(claim -> !claim.originals().isEmpty());
    }
}
