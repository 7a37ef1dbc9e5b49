package eyebright.manuscript;

import eyebright.analysis.Finding;
import eyebright.analysis.Findings;
import eyebright.plan.Plan;
import eyebright.study.Study;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/// All that blanks are filled from.
///
/// @param findings as they may be told where the article appears
/// @param sampleSize what the rehearsal says of the number of respondents; absent if the study was not rehearsed
/// @param people how a number of people is written: exactly, or for everybody to see
public record Facts(
        Study study,
        Plan plan,
        Findings findings,
        Optional<String> sampleSize,
        IntFunction<String> people) {

    /// Every finding by its id, also those beside others.
    public Map<String, Finding> byId() {
        var all = new LinkedHashMap<String, Finding>();
        add(findings.findings(), all);
        return all;
    }

    private static void add(List<Finding> findings, Map<String, Finding> into) {
        for (Finding finding : findings) {
            into.put(finding.id(), finding);
            add(finding.beside(), into);
        }
    }
}
