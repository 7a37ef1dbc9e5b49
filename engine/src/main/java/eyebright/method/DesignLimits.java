package eyebright.method;

import eyebright.analysis.Finding;
import eyebright.analysis.Findings;
import eyebright.plan.Claim;
import eyebright.plan.Plan;
import eyebright.replication.Verdict;
import eyebright.study.Study;
import java.util.ArrayList;
import java.util.List;

/// What a study cannot say by the way it is made, each as a sentence or two.
public final class DesignLimits {

    private final Study study;
    private final Plan plan;
    private final Findings findings;

    /// @param findings as they may be told where the sentences appear
    public DesignLimits(Study study, Plan plan, Findings findings) {
        this.study = study;
        this.plan = plan;
        this.findings = findings;
    }

    /// The sentences, those of every survey first.
    public List<String> sentences() {
        var sentences = new ArrayList<String>();
        sentences.add(
                "Who answered chose to, and whoever had the address could. Those who were invited and those who came by chance cannot be told apart, and a share here is a share of those who answered.");
        sentences.add(
                "Everything is told by respondents about themselves, at one time. That two things go together does not make one the cause of the other.");
        planned(sentences);
        undecided(sentences);
        frozen(sentences);
        if (study.eligibility().isPresent()) {
            sentences.add(
                    "Whom the study is for was decided by what respondents said of themselves; nobody checked it.");
        }
        if (plan.claims().stream().anyMatch(DesignLimits::isHeldAgainst)) {
            sentences.add(
                    "A difference from a published figure can come from other people, other times or other words of a question as well as from the thing itself.");
        }
        return sentences;
    }

    private static boolean isHeldAgainst(Claim claim) {
        return !claim.originals().isEmpty();
    }

    private void planned(List<String> sentences) {
        int now = findings.data().respondents();
        int wanted = findings.plan().respondents();
        if (now > 0 && now < wanted) {
            sentences.add(
                    "%,d respondents were planned and %,d count so far, so that each finding is less certain than was meant."
                            .formatted(wanted, now));
        }
    }

    private void undecided(List<String> sentences) {
        long judged = findings.findings().stream().filter(DesignLimits::isJudged).count();
        long open = findings.findings().stream().filter(DesignLimits::isOpen).count();
        if (open > 0) {
            sentences.add(
                    "Of the %,d claims that were decided by a rule, %,d %s inconclusive: neither supported nor contradicted. That is no finding that there is nothing."
                            .formatted(judged, open, open == 1 ? "is" : "are"));
        }
    }

    private static boolean isOpen(Finding finding) {
        return finding.verdict().filter(Verdict.INCONCLUSIVE::equals).isPresent();
    }

    private static boolean isJudged(Finding finding) {
        return finding.verdict().isPresent();
    }

    private void frozen(List<String> sentences) {
        if (findings.plan().frozen().isEmpty()) {
            sentences.add(
                    "The plan is not frozen, so that nobody but its authors can know what was planned before the answers.");
        }
    }
}
