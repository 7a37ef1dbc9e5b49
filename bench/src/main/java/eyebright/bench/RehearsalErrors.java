package eyebright.bench;

import eyebright.plan.Claim;
import eyebright.plan.Plan;
import eyebright.population.Population;
import eyebright.population.Scenario;
import eyebright.rehearsal.ClaimRun;
import eyebright.rehearsal.ClaimSaid;
import eyebright.rehearsal.Claimed;
import eyebright.rehearsal.FigureRun;
import eyebright.rehearsal.Frequency;
import eyebright.rehearsal.Rehearsable;
import eyebright.rehearsal.Rehearsal;
import eyebright.rehearsal.ScenarioRun;
import eyebright.rehearsal.Settings;
import eyebright.replication.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/// How often every claim of the tears plan is judged wrongly, and how often every interval holds what is so: the
/// page `docs/rehearsed-errors.md`. `scripts/bench.sh errors [REPLICATIONS [RESPONDENTS [CLAIM ...]]]`.
///
/// With claims named, only these are rehearsed, with the others of their families, in the scenarios that are about them.
/// Respondents skip as the population says, and nobody is careless: what carelessness does to an interval is the
/// rehearsal's own to tell. What is so is a census of 200,000.
public final class RehearsalErrors {

    private static final double MOST_ERRORS = 3;

    /// How many times its level a test may err that is exact for very many respondents only.
    private static final double ASYMPTOTIC = 1.2;

    private static final double LEAST_COVERAGE = 0.94;

    private RehearsalErrors() {}

    /// Prints the page.
    ///
    /// @param arguments how many replications of each scenario, 10,000 if left out; how many respondents, 684 if
    ///   left out; ids of claims, all if left out
    public static void main(String[] arguments) {
        int replications = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
        int respondents = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 684;
        List<String> claims =
                List.of(arguments).subList(Math.min(2, arguments.length), arguments.length);
        Rehearsable tears = of(claims, careful(Tears.read().folder().rehearsable()));
        var settings =
                new Settings(
                        tears.scenarios().stream()
                                .filter(each -> isAbout(each, claims))
                                .map(Scenario::word)
                                .toList(),
                        respondents,
                        replications,
                        1,
                        Settings.CENSUS,
                        Settings.Curve.WITHOUT);
        Rehearsal rehearsal =
                tears.rehearse(
                        settings,
                        Runtime.getRuntime().availableProcessors(),
                        Optional.empty(),
                        _ -> {});
        head(rehearsal);
        errors(rehearsal);
        coverage(rehearsal);
    }

    private static Rehearsable careful(Rehearsable tears) {
        Population declared = tears.population();
        return new Rehearsable(
                tears.stamp(),
                tears.study(),
                tears.scales(),
                tears.plan(),
                new Population(
                        declared.entries(),
                        declared.skipping(),
                        Optional.empty(),
                        declared.changes()));
    }

    /// The study with these claims and the others of their families, whose p values count too.
    private static Rehearsable of(List<String> claims, Rehearsable tears) {
        if (claims.isEmpty()) {
            return tears;
        }
        Plan plan = tears.plan();
        List<Claim> named =
                plan.claims().stream().filter(each -> claims.contains(each.id())).toList();
        if (named.size() < claims.size()) {
            throw new IllegalArgumentException(
                    "claims must be different ones of the plan, not " + claims);
        }
        Set<String> families =
                named.stream().flatMap(each -> each.family().stream()).collect(Collectors.toSet());
        var rest =
                new Plan(
                        plan.name(),
                        plan.respondents(),
                        plan.level(),
                        plan.alpha(),
                        plan.simultaneous(),
                        plan.claims().stream()
                                .filter(
                                        each ->
                                                named.contains(each)
                                                        || each.family()
                                                                .filter(families::contains)
                                                                .isPresent())
                                .toList(),
                        plan.lets(),
                        plan.words(),
                        plan.published(),
                        plan.scales(),
                        plan.exclusions(),
                        plan.stopping());
        return new Rehearsable(
                tears.stamp(), tears.study(), tears.scales(), rest, tears.population());
    }

    private static boolean isAbout(Scenario scenario, List<String> claims) {
        return switch (scenario) {
            case Scenario.Plain plain -> plain != Scenario.Plain.HALF;
            case Scenario.AtTheMargin(String claim) -> claims.isEmpty() || claims.contains(claim);
        };
    }

    private static void head(Rehearsal rehearsal) {
        print("# How often the tears plan errs");
        print("");
        print(
                "Every claim of the tears plan, judged in %,d rehearsed studies of %,d respondents in each scenario. Respondents"
                        .formatted(rehearsal.replications(), rehearsal.respondents()));
        print(
                "skip questions as `studies/tears/population.yaml` says; none is careless. What is so is a census of %,d careful"
                        .formatted(rehearsal.census()));
        print(
                "respondents who answer everything. ± is the Monte Carlo error. Repeat it with `scripts/bench.sh errors`.");
        print("");
    }

    private static void errors(Rehearsal rehearsal) {
        print("## Wrong verdicts");
        print("");
        print(
                "A claim that there is something errs where there is *nothing* and something is found, in one direction or the");
        print(
                "other; a share errs where it stands exactly at the bound of its rule. A claim of too little to matter errs where");
        print(
                "the difference is *at the margin* and it is called none, and where there is nothing and a difference is found.");
        print(
                "Each may err in %s at most; a claim of a family less often, since its family is held to that together."
                        .formatted(percent(rehearsal.alpha())));
        print(
                "Most of these tests are exact for very many respondents only; with so few as here one may err in %s."
                        .formatted(percent(ASYMPTOTIC * rehearsal.alpha())));
        print("");
        print("| claim | where | wrong | how often | |");
        print("|---|---|---|--:|---|");
        for (ClaimSaid claim : rehearsal.judged()) {
            for (ScenarioRun run : rehearsal.scenarios()) {
                run.claim(claim.id())
                        .ifPresent(found -> error(claim, run.scenario(), found, rehearsal.alpha()));
            }
        }
        print("");
    }

    private static void error(ClaimSaid claim, String scenario, ClaimRun run, double alpha) {
        if (scenario.equals(Scenario.NOTHING.word())) {
            if (claim.kind() == Claimed.NOTHING) {
                row(claim, "nothing", "contradicted", run.of(Verdict.CONTRADICTED), alpha);
            } else {
                Frequency found =
                        new Frequency(
                                run.supported().count() + run.of(Verdict.CONTRADICTED).count(),
                                run.replicates());
                row(claim, "nothing", "supported or contradicted", found, alpha);
            }
        } else if (scenario.equals("at-the-margin." + claim.id())) {
            row(claim, "at the margin", "supported", run.supported(), alpha);
        }
    }

    private static void row(
            ClaimSaid claim, String where, String wrong, Frequency chance, double alpha) {
        boolean isHeld = chance.share() <= alpha + MOST_ERRORS * chance.error();
        print(
                "| %s | %s | %s | %s ± %s | %s |"
                        .formatted(
                                claim.id(),
                                where,
                                wrong,
                                percent(chance.share()),
                                percent(chance.error()),
                                isHeld
                                        ? "held"
                                        : chance.share() <= ASYMPTOTIC * alpha
                                                ? "held to %s"
                                                        .formatted(percent(ASYMPTOTIC * alpha))
                                                : "**above**"));
    }

    private static void coverage(Rehearsal rehearsal) {
        print("## What intervals hold");
        print("");
        print(
                "As published. Bias and width are of logarithms where the figure is a ratio. Levels above 95 % are those of");
        print(
                "intervals that hold together. **Low** is what covers, by more than three errors, less than a point below its level.");
        print(
                "A chance of a rare answer is had only where somebody gave it, which is where it comes out too high: *had in* says how often.");
        print("");
        print("| claim | figure | what is so | level | coverage | bias | width | |");
        print("|---|---|--:|--:|--:|--:|--:|---|");
        for (ScenarioRun run : rehearsal.scenarios()) {
            if (run.scenario().equals(Scenario.AS_PUBLISHED.word())) {
                for (ClaimRun claim : run.claims()) {
                    claim.figures().stream()
                            .filter(figure -> figure.bounded() > 0)
                            .forEach(figure -> row(claim.id(), figure, run.replicates()));
                }
            }
        }
    }

    private static void row(String claim, FigureRun figure, int replicates) {
        Frequency coverage = figure.coverage();
        double least = figure.level() - (0.95 - LEAST_COVERAGE);
        boolean isHeld = coverage.share() >= least - MOST_ERRORS * coverage.error();
        print(
                "| %s | `%s` | %s | %s | %s ± %s | %s ± %s | %s | %s |"
                        .formatted(
                                claim,
                                figure.name(),
                                number(figure.estimand()),
                                percent(figure.level()),
                                percent(coverage.share()),
                                percent(coverage.error()),
                                number(figure.bias()),
                                number(figure.biasError()),
                                number(figure.width()),
                                (isHeld ? "" : "**low** ") + had(figure.bounded(), replicates)));
    }

    private static String had(int bounded, int replicates) {
        return bounded == replicates
                ? ""
                : "had in " + percent((double) bounded / Math.max(1, replicates));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private static String number(OptionalDouble value) {
        return value.isPresent() ? number(value.getAsDouble()) : "";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, Math.abs(value) < 10 ? "%.4f" : "%.2f", value);
    }

    private static void print(String line) {
        System.out.println(line);
    }
}
