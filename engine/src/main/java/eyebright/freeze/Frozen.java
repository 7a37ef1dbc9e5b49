package eyebright.freeze;

import eyebright.plan.Plan;
import eyebright.study.Canonical;
import eyebright.study.Study;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Everything a study has frozen, oldest first: a chain in which each entry names the hash of the one before.
///
/// @param freezes the entries, numbered from 1
public record Frozen(List<Freeze> freezes) {

    /// Of a study that has frozen nothing.
    public static final Frozen NOTHING = new Frozen(List.of());

    public Frozen {
        freezes = List.copyOf(freezes);
    }

    /// The latest entry.
    public Optional<Freeze> last() {
        return freezes.isEmpty() ? Optional.empty() : Optional.of(freezes.getLast());
    }

    /// The entry that planned and exploratory are told by: the latest that was frozen before anybody had
    /// answered, else the first. Whoever freezes again after answers makes nothing planned by it.
    public Optional<Freeze> decisive() {
        return freezes.reversed().stream()
                .filter(freeze -> freeze.entry().answers() == 0)
                .findFirst()
                .or(() -> freezes.stream().findFirst());
    }

    /// How a plan stands to what was frozen; empty if nothing was.
    public Optional<Standing> standing(Plan plan, Study study) {
        return decisive().map(freeze -> standing(freeze, plan, study));
    }

    private Standing standing(Freeze decisive, Plan plan, Study study) {
        var changes = new PlanChanges(decisive.plan(), plan.canonical());
        return new Standing(
                decisive.day(),
                decisive.number(),
                freezes.size(),
                decisive.entry().answers(),
                decisive.entry().planHash(),
                decisive.hash(),
                decisive.stamp(),
                decisive.links(),
                changes.unchanged(),
                changes(decisive, plan, study),
                Optional.empty());
    }

    /// What has changed since the latest entry, which freezing again would write down; nothing if nothing was
    /// frozen.
    public List<Deviation> changesSinceLast(Plan plan, Study study) {
        return last().map(freeze -> changes(freeze, plan, study)).orElse(List.of());
    }

    /// What has changed since an entry: in the plan, then in the questionnaire.
    private static List<Deviation> changes(Freeze since, Plan plan, Study study) {
        var deviations = new LinkedHashSet<Deviation>();
        if (!since.entry().planHash().equals(plan.hash())) {
            deviations.addAll(new PlanChanges(since.plan(), plan.canonical()).deviations());
        }
        String questionnaire = Canonical.questionnaire(study);
        deviations.addAll(QuestionnaireChanges.between(since.questionnaire(), questionnaire));
        return List.copyOf(deviations);
    }

    /// The hashes of the plans frozen.
    public Set<String> planHashes() {
        var hashes = new LinkedHashSet<String>();
        freezes.forEach(freeze -> hashes.add(freeze.entry().planHash()));
        return hashes;
    }
}
