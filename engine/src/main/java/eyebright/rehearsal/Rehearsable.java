package eyebright.rehearsal;

import eyebright.analysis.CompiledPlan;
import eyebright.frame.Frame;
import eyebright.plan.Plan;
import eyebright.population.Origins;
import eyebright.population.Population;
import eyebright.population.Scenario;
import eyebright.respondents.Respondents;
import eyebright.score.Scales;
import eyebright.source.Sources;
import eyebright.study.Study;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// A study with all that rehearsing it takes. The only way in: who draws, runs and counts is behind it.
///
/// @param stamp what a rehearsal of it will say it is of
/// @param scales those the plan was read with
public record Rehearsable(
        Stamp stamp, Study study, Scales scales, Plan plan, Population population) {

    /// That of a study folder.
    ///
    /// @param sources its texts
    public static Rehearsable of(
            Sources sources, Study study, Scales scales, Plan plan, Population population) {
        return new Rehearsable(Stamp.of(sources, study, plan), study, scales, plan, population);
    }

    /// The scenarios that are rehearsed unless asked for otherwise: as published, half, nothing, and at the margin of
    /// each claim for which the population says how.
    public List<Scenario> scenarios() {
        var all = new ArrayList<Scenario>();
        all.add(Scenario.AS_PUBLISHED);
        all.add(Scenario.HALF);
        all.add(Scenario.NOTHING);
        population.declared().stream().filter(each -> !all.contains(each)).forEach(all::add);
        return all;
    }

    /// The scenario of that word.
    public Optional<Scenario> scenario(String word) {
        return scenarios().stream().filter(each -> each.word().equals(word)).findFirst();
    }

    /// Rehearses it.
    ///
    /// @param threads how many work at once, 1 or more; the result does not depend on it
    /// @param before what was run already, with the same settings, to go on from
    /// @param soFar told, on the calling thread, what there is after every 64 replicates
    /// @throws IllegalArgumentException if a scenario of the settings is not one of the study, or what was run before is
    ///   of something else
    public Rehearsal rehearse(
            Settings settings, int threads, Optional<Rehearsal> before, Consumer<Rehearsal> soFar) {
        before.ifPresent(
                earlier -> {
                    if (!differs(earlier, settings).isEmpty()) {
                        throw new IllegalArgumentException(
                                "a rehearsal to go on from must be of the same, but "
                                        + String.join(", ", differs(earlier, settings))
                                        + " differ");
                    }
                });
        try (var workers = new Workers(threads)) {
            return new Rehearser(
                            CompiledPlan.of(plan, study, scales),
                            word -> drawing(named(word), settings.seed()),
                            settings,
                            nothing(settings))
                    .run(before, workers, soFar);
        }
    }

    /// What keeps a rehearsal with these settings from going on from an earlier one, each in words; empty if nothing
    /// does.
    public List<String> differs(Rehearsal earlier, Settings settings) {
        var differs = new ArrayList<>(earlier.stamp().changed(stamp));
        if (earlier.seed() != settings.seed()) {
            differs.add("the seed (%d, not %d)".formatted(earlier.seed(), settings.seed()));
        }
        if (earlier.respondents() != settings.respondents()) {
            differs.add(
                    "the number of respondents (%d, not %d)"
                            .formatted(earlier.respondents(), settings.respondents()));
        }
        if (earlier.replications() != settings.replications()) {
            differs.add(
                    "the number of replications (%d, not %d)"
                            .formatted(earlier.replications(), settings.replications()));
        }
        if (earlier.census() != settings.census()) {
            differs.add(
                    "the size of the census (%d, not %d)"
                            .formatted(earlier.census(), settings.census()));
        }
        if (!earlier.sizes().equals(settings.sizes())) {
            differs.add("the other numbers of respondents");
        }
        return differs;
    }

    /// One replicate, to be looked at.
    ///
    /// @param replicate from 1
    public Frame replicate(Scenario scenario, long seed, long replicate, int respondents) {
        return drawing(scenario, seed).frame(replicate, respondents);
    }

    private Drawing drawing(Scenario scenario, long seed) {
        return new Populated(Respondents.of(study, scales, population, scenario), seed);
    }

    private Scenario named(String word) {
        return scenario(word)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "no scenario \"%s\"; there are %s"
                                                .formatted(
                                                        word,
                                                        scenarios().stream()
                                                                .map(Scenario::word)
                                                                .toList())));
    }

    private Rehearsal nothing(Settings settings) {
        Origins origins = population.origins();
        return new Rehearsal(
                stamp,
                settings.seed(),
                settings.respondents(),
                settings.replications(),
                settings.census(),
                plan.alpha(),
                settings.sizes(),
                new Rehearsal.Grounds(origins.published(), origins.assumed()),
                ClaimSaid.of(plan),
                List.of());
    }
}
