package eyebright.freeze;

import eyebright.plan.Plan;
import eyebright.study.Canonical;
import eyebright.study.Study;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Whether a study can be frozen now, and the entry if it can.
public final class Freezing {

    private Freezing() {}

    /// What it came to.
    public sealed interface Outcome {

        /// The entry that follows the last.
        ///
        /// @param advice what the plan could say as well, a sentence each; nothing of it is required
        record Ready(Freeze freeze, List<String> advice) implements Outcome {
            public Ready {
                advice = List.copyOf(advice);
            }
        }

        /// It cannot.
        ///
        /// @param reasons a sentence each, without the full stop; 1 or more
        record Refused(List<String> reasons) implements Outcome {
            public Refused {
                reasons = List.copyOf(reasons);
            }
        }
    }

    /// The next entry of a study.
    ///
    /// @param before what was frozen before
    /// @param day as the clock of this machine says
    /// @param answers how many people have answered
    /// @param afterData how many the researcher says have; absent if they say none have
    /// @param notes why, in the researcher's words
    public static Outcome of(
            Frozen before,
            Study study,
            Plan plan,
            LocalDate day,
            int answers,
            OptionalInt afterData,
            Optional<String> notes) {
        List<String> reasons = refusals(before, study, plan, answers, afterData);
        if (!reasons.isEmpty()) {
            return new Outcome.Refused(reasons);
        }
        String questionnaire = Canonical.questionnaire(study);
        var entry =
                new FreezeEntry(
                        before.freezes().size() + 1,
                        study.name(),
                        before.last().map(Freeze::hash),
                        day,
                        plan.hash(),
                        Canonical.questionnaireHash(study),
                        plan.respondents(),
                        plan.stopping(),
                        answers,
                        notes);
        return new Outcome.Ready(
                new Freeze(entry, plan.canonical(), questionnaire, Optional.empty(), List.of()),
                advice(plan));
    }

    private static List<String> refusals(
            Frozen before, Study study, Plan plan, int answers, OptionalInt afterData) {
        var reasons = new ArrayList<String>();
        List<String> placeholders = study.consent().placeholders();
        if (!placeholders.isEmpty()) {
            reasons.add(
                    "the consent still has placeholders (%s), and what respondents agree to is frozen too"
                            .formatted(String.join(", ", placeholders)));
        }
        if (plan.claims().isEmpty()) {
            reasons.add("the plan has no claims: plan.yaml says what a study claims");
        }
        if (answers > 0 && afterData.isEmpty()) {
            reasons.add(
                    "%s already; write --after-data %d, and the entry will say so"
                            .formatted(haveAnswered(answers), answers));
        } else if (afterData.isPresent() && afterData.getAsInt() != answers) {
            reasons.add(
                    "--after-data must be %d, not %d: %s"
                            .formatted(answers, afterData.getAsInt(), haveAnswered(answers)));
        }
        Optional<Freeze> last = before.last();
        if (last.isPresent()
                && last.get().entry().planHash().equals(plan.hash())
                && last.get().questionnaire().equals(Canonical.questionnaire(study))) {
            reasons.add(
                    "nothing has changed since %s was frozen"
                            .formatted(FreezeFiles.folder(last.get().number())));
        }
        return reasons;
    }

    private static String haveAnswered(int people) {
        return switch (people) {
            case 0 -> "nobody has answered";
            case 1 -> "1 person has answered";
            default -> "%,d people have answered".formatted(people);
        };
    }

    private static List<String> advice(Plan plan) {
        var advice = new ArrayList<String>();
        if (plan.respondents() == 0) {
            advice.add(
                    "The plan does not say how many respondents it waits for (respondents: N in its first entry).");
        }
        if (plan.stopping().isEmpty()) {
            advice.add(
                    "The plan does not say when the study stops gathering answers (stopping: WORDS in its first entry).");
        }
        plan.claims().stream()
                .filter(claim -> claim.primary() && claim.expects().isEmpty())
                .map(
                        claim ->
                                "%s is primary and has no rule to be judged by (expects)."
                                        .formatted(claim.id()))
                .forEach(advice::add);
        return advice;
    }
}
