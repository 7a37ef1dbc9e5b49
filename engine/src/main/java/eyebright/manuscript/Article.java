package eyebright.manuscript;

import eyebright.analysis.Findings;
import eyebright.chart.Origin;
import java.util.List;

/// An article in which every blank is filled.
///
/// @param front its title and its authors
/// @param origin where the answers come from: what is made of rehearsed ones says so
/// @param plan the plan its figures are of
/// @param data the data its figures are of
/// @param blocks from the first to the last
public record Article(
        Front front, Origin origin, Findings.PlanRef plan, Findings.Data data, List<Block> blocks) {

    public Article {
        blocks = List.copyOf(blocks);
    }

    /// A manuscript filled with what is known.
    public static Article of(Manuscript manuscript, Facts facts) {
        Findings findings = facts.findings();
        return new Article(
                manuscript.front(),
                findings.data().mark().isPresent() ? Origin.REHEARSED : Origin.REAL,
                findings.plan(),
                findings.data(),
                Filling.of(manuscript, facts));
    }
}
