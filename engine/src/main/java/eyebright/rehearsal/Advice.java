package eyebright.rehearsal;

import eyebright.replication.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What a rehearsal says to who plans the study: what it will most likely say, what to do first, why, and what to know
/// beside.
///
/// @param likely what the study will most likely say
/// @param steps what to do first, the most important before others
/// @param basis what that rests on
/// @param gaps what the population wishes and cannot have, with the nearest that was rehearsed
/// @param weak claims that are not safe, the primary ones first, the least safe before others
/// @param firm the claims that are
/// @param alarms how often something would be claimed that is not so
/// @param beside what to know of intervals and models
/// @param sampleSize the section on sample size, for a plan or an article
public record Advice(
        String likely,
        List<String> steps,
        String basis,
        List<String> gaps,
        List<Weak> weak,
        String firm,
        List<String> alarms,
        List<String> beside,
        String sampleSize) {

    /// What is called safe.
    static final double SAFE = 0.8;

    private static final double VERY_SAFE = 0.9;
    private static final double RARE = 0.05;

    public Advice {
        steps = List.copyOf(steps);
        gaps = List.copyOf(gaps);
        weak = List.copyOf(weak);
        alarms = List.copyOf(alarms);
        beside = List.copyOf(beside);
    }

    /// A claim that is not safe.
    ///
    /// @param says what it will come to
    /// @param mends what would mend it, each a sentence; empty if nothing is known that would
    /// @param margin the margin that would do with the same respondents; empty if none would, or its rule has none
    public record Weak(ClaimSaid claim, String says, List<String> mends, String margin) {
        public Weak {
            mends = List.copyOf(mends);
        }
    }

    /// The advice of a rehearsal, going by its first scenario, which is the original as published.
    ///
    /// @throws IllegalArgumentException if no scenario was run
    public static Advice of(Rehearsal rehearsal) {
        if (rehearsal.scenarios().isEmpty()) {
            throw new IllegalArgumentException("a rehearsal must have a scenario that was run");
        }
        ScenarioRun first = rehearsal.scenarios().getFirst();
        List<Weak> weak = weak(rehearsal, first);
        return new Advice(
                likely(rehearsal, first),
                Steps.of(rehearsal, first, weak),
                basis(rehearsal),
                rehearsal.gaps(),
                weak,
                firm(rehearsal, first),
                alarms(rehearsal),
                Doubts.of(rehearsal, first),
                section(rehearsal, first, weak));
    }

    private static List<ClaimRun> runs(Rehearsal rehearsal, ScenarioRun scenario) {
        return rehearsal.judged().stream()
                .flatMap(claim -> scenario.claim(claim.id()).stream())
                .filter(ClaimRun::isJudged)
                .toList();
    }

    private static String likely(Rehearsal rehearsal, ScenarioRun scenario) {
        List<ClaimRun> runs = runs(rehearsal, scenario);
        if (runs.isEmpty()) {
            return "No claim of this study has a rule by which a rehearsal could judge it.";
        }
        var said = new ArrayList<String>();
        count(said, runs, List.of(Verdict.SUPPORTED, Verdict.NO_DIFFERENCE), "be supported");
        count(said, runs, List.of(Verdict.INCONCLUSIVE), "stay open");
        count(said, runs, List.of(Verdict.CONTRADICTED), "be contradicted");
        String together =
                scenario.family(FamilyTally.PRIMARY)
                        .filter(family -> family.claims() > 1)
                        .map(
                                family ->
                                        " %s primary claims come out supported at once in %s."
                                                .formatted(
                                                        family.claims() == 2
                                                                ? "Both"
                                                                : "All " + family.claims(),
                                                        Said.inStudies(family.together())))
                        .orElse("");
        return "With %s respondents, and if %s, of %s with a rule, %s.%s"
                .formatted(
                        Said.whole(rehearsal.respondents()),
                        Said.scenario(scenario.scenario()),
                        Said.claims(runs.size()),
                        Said.and(said),
                        together);
    }

    private static void count(
            List<String> said, List<ClaimRun> runs, List<Verdict> verdicts, String words) {
        long count = runs.stream().filter(run -> verdicts.contains(mostLikely(run))).count();
        if (count > 0) {
            said.add(
                    (said.isEmpty() ? "%s will most likely %s" : "%s will %s")
                            .formatted(Said.whole(count), words));
        }
    }

    /// The verdict that came out most often; support of either kind counts as one.
    static Verdict mostLikely(ClaimRun run) {
        int supported = run.supported().count();
        Verdict support =
                run.of(Verdict.NO_DIFFERENCE).count() > run.of(Verdict.SUPPORTED).count()
                        ? Verdict.NO_DIFFERENCE
                        : Verdict.SUPPORTED;
        Verdict other =
                run.of(Verdict.CONTRADICTED).count() > run.of(Verdict.INCONCLUSIVE).count()
                        ? Verdict.CONTRADICTED
                        : Verdict.INCONCLUSIVE;
        return supported >= run.of(other).count() ? support : other;
    }

    private static String basis(Rehearsal rehearsal) {
        int scenarios = rehearsal.scenarios().size();
        return "The whole study was rehearsed %s times with %s made-up respondents in %s, seed %d. %s"
                .formatted(
                        Said.whole(rehearsal.scenarios().getFirst().replicates()),
                        Said.whole(rehearsal.respondents()),
                        scenarios == 1
                                ? "one scenario"
                                : "each of %d scenarios".formatted(scenarios),
                        rehearsal.seed(),
                        grounds(rehearsal.grounds()));
    }

    private static String grounds(Rehearsal.Grounds grounds) {
        if (grounds.all() == 0) {
            return "Nothing is declared about who will answer: every answer was as likely as any other, so take"
                    + " none of this as a forecast.";
        }
        if (grounds.assumed() == 0) {
            return "All %s numbers behind this are published figures."
                    .formatted(Said.whole(grounds.all()));
        }
        return "%s of the %s numbers behind this are assumed, not published: it is as good as they are."
                .formatted(Said.whole(grounds.assumed()), Said.whole(grounds.all()));
    }

    private static List<Weak> weak(Rehearsal rehearsal, ScenarioRun scenario) {
        var weak = new ArrayList<Weak>();
        Comparator<ClaimSaid> order =
                Comparator.comparing((ClaimSaid claim) -> !claim.primary())
                        .thenComparing(
                                claim ->
                                        scenario.claim(claim.id())
                                                .map(run -> run.supported().share())
                                                .orElse(0.0));
        for (ClaimSaid claim : rehearsal.judged().stream().sorted(order).toList()) {
            Optional<ClaimRun> run = scenario.claim(claim.id()).filter(ClaimRun::isJudged);
            if (run.isPresent() && !isSafe(run.get())) {
                weak.add(
                        new Weak(
                                claim,
                                outcome(run.get()),
                                Mending.of(rehearsal, claim, run.get()),
                                Mending.margin(claim, run.get()).orElse("")));
            }
        }
        return weak;
    }

    /// Whether it is supported in 80 of 100 studies, as the chance is said.
    private static boolean isSafe(ClaimRun run) {
        return Math.round(100 * run.supported().share()) >= Math.round(100 * SAFE);
    }

    private static String outcome(ClaimRun run) {
        Verdict verdict = mostLikely(run);
        return switch (verdict) {
            case SUPPORTED, NO_DIFFERENCE ->
                    "It will probably %s, but not safely: in %s."
                            .formatted(Said.willBe(verdict), Said.inStudies(run.supported()));
            case INCONCLUSIVE ->
                    run.supported().share() < RARE
                            ? "It will almost surely stay open: it is supported in %s."
                                    .formatted(Said.inStudies(run.supported()))
                            : "It will most likely stay open, in %s; it is supported in %s."
                                    .formatted(
                                            Said.inStudies(run.of(verdict)),
                                            Said.inStudies(run.supported()));
            case CONTRADICTED ->
                    "It will most likely %s, in %s: what is assumed of the respondents and what is claimed do"
                                    .formatted(
                                            Said.willBe(verdict), Said.inStudies(run.of(verdict)))
                            + " not go together.";
        };
    }

    private static String firm(Rehearsal rehearsal, ScenarioRun scenario) {
        List<String> firm =
                rehearsal.judged().stream()
                        .filter(
                                claim ->
                                        scenario.claim(claim.id())
                                                .filter(ClaimRun::isJudged)
                                                .filter(Advice::isSafe)
                                                .isPresent())
                        .map(ClaimSaid::id)
                        .toList();
        return firm.isEmpty()
                ? ""
                : "Supported in 80 of 100 studies or more: %s.".formatted(Said.and(firm));
    }

    private static List<String> alarms(Rehearsal rehearsal) {
        var alarms = new ArrayList<String>();
        for (ScenarioRun scenario : rehearsal.shared()) {
            worst(rehearsal, scenario).ifPresent(alarms::add);
        }
        margins(rehearsal).ifPresent(alarms::add);
        return alarms;
    }

    /// Of a scenario that is about all claims: the family with most false alarms.
    private static Optional<String> worst(Rehearsal rehearsal, ScenarioRun scenario) {
        List<FamilyRun> families =
                scenario.families().stream()
                        .filter(family -> family.falsifiable() > 0)
                        .filter(family -> !family.name().equals(FamilyTally.PRIMARY))
                        .toList();
        return families.stream()
                .max(Comparator.comparingDouble(each -> each.anyFalseAlarm().share()))
                .filter(_ -> !runs(rehearsal, scenario).isEmpty())
                .map(
                        most ->
                                "If %s, there is a false alarm%s in %s.%s"
                                        .formatted(
                                                Said.scenario(scenario.scenario()),
                                                families.size() == 1
                                                        ? ""
                                                        : " most often in the %s:"
                                                                .formatted(most.name()),
                                                Said.inStudies(most.anyFalseAlarm()),
                                                tooMany(most.anyFalseAlarm(), rehearsal.alpha())));
    }

    /// Of the claims at their own margins, the one that is supported most often where it is just not true.
    private static Optional<String> margins(Rehearsal rehearsal) {
        List<ClaimRun> runs =
                rehearsal.judged().stream()
                        .flatMap(
                                claim ->
                                        rehearsal.atMarginOf(claim.id()).stream()
                                                .flatMap(each -> each.claim(claim.id()).stream()))
                        .filter(ClaimRun::isJudged)
                        .toList();
        return runs.stream()
                .max(Comparator.comparingDouble(each -> each.supported().share()))
                .map(
                        most ->
                                "Where a claim is exactly at its margin, and so just not true, %s is supported all the same%s in %s.%s"
                                        .formatted(
                                                most.id(),
                                                runs.size() == 1 ? "" : " most often:",
                                                Said.inStudies(most.supported()),
                                                careless(
                                                        tooMany(
                                                                most.supported(),
                                                                rehearsal.alpha()))));
    }

    private static String careless(String tooMany) {
        return tooMany.isEmpty()
                ? ""
                : tooMany
                        + " Careless answers can do that: they make a link look weaker than it is.";
    }

    private static String tooMany(Frequency chance, double alpha) {
        return chance.share() > alpha + 3 * chance.error()
                ? " That is more than the %s of 100 that the plan allows."
                        .formatted(Said.number(100 * alpha).replaceAll("\\.0+$", ""))
                : "";
    }

    private static String section(Rehearsal rehearsal, ScenarioRun scenario, List<Weak> weak) {
        var text = new ArrayList<String>();
        List<ClaimRun> runs = runs(rehearsal, scenario);
        long safe = runs.stream().filter(Advice::isSafe).count();
        text.add(
                "We plan for %s respondents. Before anybody answered, the whole plan was rehearsed %s times on"
                                .formatted(
                                        Said.whole(rehearsal.respondents()),
                                        Said.whole(scenario.replicates()))
                        + " made-up respondents, through skipped answers, careless respondents, scoring and the"
                        + " adjustment within families.");
        text.add(grounds(rehearsal.grounds()));
        if (!runs.isEmpty()) {
            text.add(
                    "If %s, of %s with a rule, %s supported in 80 of 100 studies or more."
                            .formatted(
                                    Said.scenario(scenario.scenario()),
                                    Said.claims(runs.size()),
                                    safe == 0
                                            ? "none is"
                                            : safe == 1 ? "1 is" : Said.whole(safe) + " are"));
        }
        for (Weak each : weak) {
            if (each.claim().primary()) {
                text.add(sentence(rehearsal, scenario, each.claim()));
            }
        }
        return String.join(" ", text);
    }

    private static String sentence(Rehearsal rehearsal, ScenarioRun scenario, ClaimSaid claim) {
        ClaimRun run = scenario.claim(claim.id()).orElseThrow();
        Verdict verdict = mostLikely(run);
        String margin =
                run.margins().isPresent() && claim.margin().isPresent()
                        ? " and a margin of "
                                + Said.margin(
                                        claim.margin().getAsDouble(), run.margins().get().unit())
                        : "";
        String mends =
                switch (rehearsal.sampleSize(SAFE, run)) {
                    case SampleSize.About(double n, double error) ->
                            "; %s respondents give 80 %%".formatted(Said.respondents(n, error));
                    case SampleSize.MoreThan(int n) ->
                            "; %s respondents do not mend it".formatted(Said.whole(n));
                    case SampleSize.AtMost _, SampleSize.Unknown _ -> "";
                };
        return "With %s respondents%s, \"%s\" will most likely %s (%s)%s."
                .formatted(
                        Said.whole(rehearsal.respondents()),
                        margin,
                        claim.says().replaceAll("\\.$", ""),
                        Said.willBe(verdict),
                        Said.percent(
                                verdict == Verdict.SUPPORTED || verdict == Verdict.NO_DIFFERENCE
                                        ? run.supported()
                                        : run.of(verdict)),
                        mends);
    }

    /// What would mend a claim.
    private static final class Mending {

        private Mending() {}

        static List<String> of(Rehearsal rehearsal, ClaimSaid claim, ClaimRun run) {
            var mends = new ArrayList<String>();
            size(rehearsal, run).ifPresent(mends::add);
            margin(claim, run)
                    .ifPresent(
                            wide ->
                                    mends.add(
                                            "Or a margin of %s in place of %s, if a difference of that size still does not matter."
                                                    .formatted(
                                                            wide,
                                                            Said.margin(
                                                                    claim.margin().getAsDouble(),
                                                                    run.margins()
                                                                            .orElseThrow()
                                                                            .unit()))));
            return mends;
        }

        private static Optional<String> size(Rehearsal rehearsal, ClaimRun run) {
            return switch (rehearsal.sampleSize(SAFE, run)) {
                case SampleSize.About(double n, double error) ->
                        Optional.of(
                                "%s respondents (give or take %s) would bring it to 80 of 100 studies%s."
                                        .formatted(
                                                Said.respondents(n, error),
                                                Said.giveOrTake(error),
                                                more(rehearsal, run)));
                case SampleSize.MoreThan(int n) ->
                        Optional.of(
                                "More respondents alone will not do: even with %s it is supported in %s of 100."
                                        .formatted(
                                                Said.whole(n),
                                                Said.whole(
                                                        Math.round(
                                                                100
                                                                        * run.curve()
                                                                                .at(
                                                                                        rehearsal
                                                                                                        .sizes()
                                                                                                        .size()
                                                                                                - 1)
                                                                                .share()))));
                case SampleSize.AtMost _, SampleSize.Unknown _ -> Optional.empty();
            };
        }

        private static String more(Rehearsal rehearsal, ClaimRun run) {
            return rehearsal.sampleSize(VERY_SAFE, run)
                            instanceof SampleSize.About(double n, double error)
                    ? ", %s to 90".formatted(Said.respondents(n, error))
                    : "";
        }

        static Optional<String> margin(ClaimSaid claim, ClaimRun run) {
            if (run.margins().isEmpty() || claim.margin().isEmpty()) {
                return Optional.empty();
            }
            MarginRun margins = run.margins().get();
            double wide = margins.reaching(SAFE);
            if (margins.at(wide).share() < SAFE || wide <= claim.margin().getAsDouble()) {
                return Optional.empty();
            }
            return Optional.of(Said.margin(wide, margins.unit()));
        }
    }
}
