package eyebright.analysis;

import eyebright.stats.family.Adjustment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Adjusts p values within the families a plan declares, by Holm's method.
///
/// What is adjusted together: of every claim with a rule, the test that decides it, which is its first;
/// where that is one of a bounded family, such as the options of one question, all of that family. A claim
/// of no family is a family of its own. Descriptions, which have no rule, and what stands beside a claim
/// are not adjusted. Source: Holm (1979) <https://www.jstor.org/stable/4615733>.
final class Families {

    private Families() {}

    /// The findings with adjusted p values.
    static List<Finding> adjusted(List<Finding> findings) {
        Map<String, List<Finding>> families = new LinkedHashMap<>();
        for (Finding finding : findings) {
            if (finding.expects().isPresent() && !finding.tests().isEmpty()) {
                families.computeIfAbsent(of(finding), _ -> new ArrayList<>()).add(finding);
            }
        }
        Map<String, Finding> adjusted = new LinkedHashMap<>();
        for (List<Finding> family : families.values()) {
            adjust(family).forEach(finding -> adjusted.put(finding.id(), finding));
        }
        return findings.stream()
                .map(finding -> adjusted.getOrDefault(finding.id(), finding))
                .toList();
    }

    /// The family of a finding. The words before them keep a family and a claim of the same name apart.
    static String of(Finding finding) {
        return finding.family().map("family "::concat).orElse("claim " + finding.id());
    }

    /// How many tests decide in each family.
    static Map<String, Integer> together(List<Finding> findings) {
        Map<String, Integer> together = new LinkedHashMap<>();
        for (Finding finding : findings) {
            if (finding.expects().isPresent() && !finding.tests().isEmpty()) {
                together.merge(of(finding), deciding(finding).size(), Integer::sum);
            }
        }
        return together;
    }

    private static List<Finding> adjust(List<Finding> family) {
        List<Double> raw =
                family.stream()
                        .flatMap(finding -> deciding(finding).stream())
                        .map(test -> test.result().p())
                        .toList();
        if (raw.size() < 2) {
            return family;
        }
        List<Double> adjusted = Adjustment.HOLM.adjust(raw);
        var done = new ArrayList<Finding>();
        int next = 0;
        for (Finding finding : family) {
            int count = deciding(finding).size();
            List<Double> own = adjusted.subList(next, next + count);
            next += count;
            done.add(finding.with(finding.estimates(), with(finding.tests(), own)));
        }
        return done;
    }

    /// The first test, and those that share its name up to a bracket; they stand together.
    private static List<Tested> deciding(Finding finding) {
        String first = stem(finding.tests().getFirst());
        return finding.tests().stream().takeWhile(test -> stem(test).equals(first)).toList();
    }

    private static String stem(Tested test) {
        int bracket = test.name().indexOf('[');
        return bracket < 0 ? test.name() : test.name().substring(0, bracket);
    }

    private static List<Tested> with(List<Tested> tests, List<Double> adjusted) {
        var all = new ArrayList<>(tests);
        for (int i = 0; i < adjusted.size(); i++) {
            // Rounding may leave an adjusted p a digit below its raw one.
            double p = Math.max(adjusted.get(i), tests.get(i).result().p());
            all.set(i, tests.get(i).adjusted(p));
        }
        return all;
    }
}
