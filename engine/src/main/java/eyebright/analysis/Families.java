package eyebright.analysis;

import eyebright.stats.family.Adjustment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Adjusts p values within the families a plan declares, by Holm's method.
///
/// What is adjusted together: of every claim with a rule, the tests that decide it; where these are a bounded
/// family, such as the options of one question, all of them. A claim of which several things must hold at once, or
/// several analyses, enters with the largest of their p values, which is the p value of the whole claim. A claim of
/// no family is a family of its own. Descriptions, which have no rule, are not adjusted, nor what stands beside a
/// claim without deciding it. Sources: Holm (1979) <https://www.jstor.org/stable/4615733>; for several things at
/// once Berger (1982), Technometrics 24, 295-300.
final class Families {

    private Families() {}

    /// A finding that is to be adjusted.
    ///
    /// @param family what tells its family from others
    /// @param judge who judges it; empty where no rule in numbers does
    /// @param deciding the names of the tests that decide
    /// @param entering the p values with which it enters: one for each test that decides, or the largest
    record Member(
            Finding finding,
            String family,
            Optional<Judge> judge,
            List<String> deciding,
            List<Double> entering) {

        Member {
            deciding = List.copyOf(deciding);
            entering = List.copyOf(entering);
        }

        static Member of(Finding finding, String family, Optional<Judge> judge) {
            if (finding.expects().isEmpty() || finding.tests().isEmpty()) {
                return new Member(finding, family, judge, List.of(), List.of());
            }
            List<Tested> deciding = deciding(finding, judge);
            var names = new ArrayList<String>(deciding.size());
            var entering = new ArrayList<Double>(deciding.size());
            for (Tested test : deciding) {
                names.add(test.name());
                entering.add(test.result().p());
            }
            return new Member(
                    finding,
                    family,
                    judge,
                    names,
                    entersOnce(judge) && !entering.isEmpty()
                            ? List.of(largest(entering, finding, judge.orElseThrow()))
                            : entering);
        }

        private static double largest(List<Double> entering, Finding finding, Judge judge) {
            double largest = 0;
            for (double p : entering) {
                largest = Math.max(largest, p);
            }
            for (Judge.Also also : judge.also()) {
                largest = Math.max(largest, also.p(finding));
            }
            return largest;
        }

        private static boolean entersOnce(Optional<Judge> judge) {
            return judge.isPresent() && judge.get().entersOnce();
        }

        /// The tests that decide: those of its rule, or without one the first, and those that share its name up to a
        /// bracket.
        private static List<Tested> deciding(Finding finding, Optional<Judge> judge) {
            var deciding = new ArrayList<Tested>();
            String first = judge.isPresent() ? "" : stem(finding.tests().getFirst());
            for (Tested test : finding.tests()) {
                if (judge.isPresent()) {
                    if (judge.get().reads(test.name())) {
                        deciding.add(test);
                    }
                } else if (stem(test).equals(first)) {
                    deciding.add(test);
                } else {
                    break;
                }
            }
            return deciding;
        }

        private static String stem(Tested test) {
            int bracket = test.name().indexOf('[');
            return bracket < 0 ? test.name() : test.name().substring(0, bracket);
        }

        /// The finding with these adjusted p values.
        private Finding with(List<Double> adjusted) {
            Map<String, Double> byName = new HashMap<>();
            for (int i = 0; i < deciding.size(); i++) {
                byName.put(deciding.get(i), adjusted.get(entersOnce(judge) ? 0 : i));
            }
            Finding own = finding.with(finding.estimates(), with(finding.tests(), byName));
            return entersOnce(judge) ? own.beside(beside(adjusted.getFirst())) : own;
        }

        /// What must meet the rule too has the same adjusted p.
        private List<Finding> beside(double adjusted) {
            return finding.beside().stream()
                    .map(
                            other -> {
                                Map<String, Double> byName = new LinkedHashMap<>();
                                judge.orElseThrow().also().stream()
                                        .filter(also -> also.id().equals(other.id()))
                                        .flatMap(also -> also.judge().parts().stream())
                                        .forEach(part -> byName.put(part.test(), adjusted));
                                return other.with(other.estimates(), with(other.tests(), byName));
                            })
                    .toList();
        }

        private static List<Tested> with(List<Tested> tests, Map<String, Double> adjusted) {
            var all = new ArrayList<Tested>(tests.size());
            for (Tested test : tests) {
                Double p = adjusted.get(test.name());
                // Rounding may leave an adjusted p a digit below its raw one.
                all.add(p == null ? test : test.adjusted(Math.max(p, test.result().p())));
            }
            return all;
        }
    }

    /// The family of a claim. The words before them keep a family and a claim of the same name apart.
    static String of(Finding finding) {
        return finding.family().map("family "::concat).orElse("claim " + finding.id());
    }

    /// The findings with adjusted p values.
    static List<Finding> adjusted(List<Member> members) {
        Map<String, List<Integer>> families = new LinkedHashMap<>();
        for (int i = 0; i < members.size(); i++) {
            if (!members.get(i).entering().isEmpty()) {
                families.computeIfAbsent(members.get(i).family(), _ -> new ArrayList<>()).add(i);
            }
        }
        var findings = new ArrayList<>(members.stream().map(Member::finding).toList());
        families.values().forEach(family -> adjust(members, family, findings));
        return findings;
    }

    /// How many p values each family holds.
    static Map<String, Integer> together(List<Member> members) {
        Map<String, Integer> together = new LinkedHashMap<>();
        members.forEach(
                member -> together.merge(member.family(), member.entering().size(), Integer::sum));
        return together;
    }

    private static void adjust(List<Member> members, List<Integer> family, List<Finding> findings) {
        var raw = new ArrayList<Double>();
        family.forEach(i -> raw.addAll(members.get(i).entering()));
        if (raw.size() < 2) {
            return;
        }
        List<Double> adjusted = Adjustment.HOLM.adjust(raw);
        int next = 0;
        for (int i : family) {
            int count = members.get(i).entering().size();
            findings.set(i, members.get(i).with(adjusted.subList(next, next + count)));
            next += count;
        }
    }
}
