package eyebright.rehearsal;

import eyebright.analysis.CompiledPlan;
import eyebright.analysis.NamedEstimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// Runs a study on made-up respondents, scenario after scenario, and counts what comes of it.
///
/// Replicates are run in blocks of 64, each on one thread, and merged in their order: the same seed gives the same
/// bytes on any number of threads. Memory does not grow with the number of replicates.
final class Rehearser {

    private static final int BLOCK = 64;

    private final CompiledPlan plan;
    private final Function<String, Drawing> drawings;
    private final Settings settings;
    private final Rehearsal nothing;

    /// @param drawings the respondents of a scenario, by its word
    /// @param nothing what is known before the first replicate
    Rehearser(
            CompiledPlan plan,
            Function<String, Drawing> drawings,
            Settings settings,
            Rehearsal nothing) {
        this.plan = plan;
        this.drawings = drawings;
        this.settings = settings;
        this.nothing = nothing;
    }

    /// Runs what is left to run.
    ///
    /// @param before what was run already, of the same settings; empty to begin
    /// @param soFar told after every block what there is
    Rehearsal run(Optional<Rehearsal> before, Workers workers, Consumer<Rehearsal> soFar) {
        var done = new ArrayList<ScenarioRun>();
        for (String scenario : settings.scenarios()) {
            Optional<ScenarioRun> earlier = before.flatMap(it -> it.scenario(scenario));
            if (earlier.filter(it -> it.replicates() >= settings.replications()).isPresent()) {
                done.add(earlier.get());
                continue;
            }
            var latest = new ArrayList<ScenarioRun>();
            earlier.ifPresent(latest::add);
            scenario(
                    scenario,
                    earlier,
                    workers,
                    run -> {
                        latest.clear();
                        latest.add(run);
                        soFar.accept(of(done, latest));
                    });
            done.addAll(latest);
        }
        return of(done, List.of());
    }

    private Rehearsal of(List<ScenarioRun> done, List<ScenarioRun> latest) {
        var all = new ArrayList<>(done);
        all.addAll(latest);
        return new Rehearsal(
                nothing.stamp(),
                nothing.seed(),
                nothing.respondents(),
                nothing.replications(),
                nothing.census(),
                nothing.alpha(),
                nothing.sizes(),
                nothing.grounds(),
                nothing.claims(),
                all);
    }

    private void scenario(
            String scenario,
            Optional<ScenarioRun> earlier,
            Workers workers,
            Consumer<ScenarioRun> soFar) {
        Drawing drawing = drawings.apply(scenario);
        List<List<NamedEstimate>> census = Census.of(plan, drawing, settings.census(), workers);
        var watched = new ArrayList<Watched>();
        for (int i = 0; i < plan.claims().size(); i++) {
            watched.add(Watched.of(plan.claims().get(i), nothing.claims().get(i), census.get(i)));
        }
        var block =
                new Block(
                        scenario, plan, watched, drawing, settings.respondents(), settings.sizes());
        int from = earlier.map(ScenarioRun::replicates).orElse(0);
        int left = settings.replications() - from;
        var sum = new ArrayList<ScenarioRun>();
        earlier.ifPresent(sum::add);
        workers.<ScenarioRun>inOrder(
                (left + BLOCK - 1) / BLOCK,
                piece ->
                        () ->
                                block.run(
                                        from + piece * BLOCK + 1,
                                        Math.min(BLOCK, left - piece * BLOCK)),
                run -> {
                    ScenarioRun all = sum.isEmpty() ? run : sum.getFirst().plus(run);
                    sum.clear();
                    sum.add(all);
                    soFar.accept(all);
                });
    }
}
