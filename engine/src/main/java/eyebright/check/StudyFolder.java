package eyebright.check;

import eyebright.analysis.Findings;
import eyebright.disclosure.PublicData;
import eyebright.disclosure.PublicDataReader;
import eyebright.feedback.Feedback;
import eyebright.feedback.FeedbackReader;
import eyebright.freeze.Deviation;
import eyebright.freeze.Frozen;
import eyebright.freeze.FrozenReader;
import eyebright.freeze.Standing;
import eyebright.manuscript.Article;
import eyebright.manuscript.Manuscript;
import eyebright.manuscript.Manuscripts;
import eyebright.method.Traffic;
import eyebright.plan.Plan;
import eyebright.plan.PlanReader;
import eyebright.population.Population;
import eyebright.population.PopulationReader;
import eyebright.population.Scenario;
import eyebright.rehearsal.Rehearsable;
import eyebright.rehearsal.Rehearsal;
import eyebright.rehearsal.SavedRehearsal;
import eyebright.reporting.Basis;
import eyebright.reporting.Checklists;
import eyebright.reporting.Reporting;
import eyebright.reporting.ReportingReader;
import eyebright.respondents.Respondents;
import eyebright.score.Scales;
import eyebright.score.ScalesReader;
import eyebright.source.FolderReader;
import eyebright.source.Place;
import eyebright.source.Problem;
import eyebright.source.Problems;
import eyebright.source.Rule;
import eyebright.source.Sources;
import eyebright.study.Canonical;
import eyebright.study.Study;
import eyebright.study.StudyReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;

/// A whole study folder that kept every rule: what is asked, scored, claimed and rehearsed.
///
/// @param sources its texts, as the store keeps them of each version
/// @param study the questionnaire
/// @param scales its scales and flags; none if it declares none
/// @param plan its claims; an empty plan if it has none
/// @param population its margins; even ones if it declares none
/// @param feedback what it gives back to who answers; nothing if it declares nothing
/// @param frozen what of it was frozen; nothing if nothing was
/// @param manuscripts what is written around its findings, and what that cites
/// @param reporting what its author tells for the checklists; nothing where there is no `reporting.yaml`
/// @param publicData what it lets be published of each respondent; absent if it declares nothing, and then no rows may be
/// @param rehearsal the latest one that was saved in the folder; it may be of an earlier plan
public record StudyFolder(
        Sources sources,
        Study study,
        Scales scales,
        Plan plan,
        Population population,
        Feedback feedback,
        Frozen frozen,
        Manuscripts manuscripts,
        Reporting reporting,
        Optional<PublicData> publicData,
        Optional<Rehearsal> rehearsal) {

    /// What reading a folder came to.
    public sealed interface Reading {

        /// It keeps every rule.
        ///
        /// @param warnings what deserves a look all the same, in file order
        record Valid(StudyFolder folder, List<Problem> warnings) implements Reading {
            public Valid {
                warnings = List.copyOf(warnings);
            }
        }

        /// It breaks rules.
        ///
        /// @param problems errors and warnings, in file order; one error or more
        record Invalid(List<Problem> problems) implements Reading {
            public Invalid {
                problems = List.copyOf(problems);
            }
        }
    }

    /// Reads a folder, and reports everything that is wrong with it at once.
    ///
    /// @throws IOException if the disk fails; whatever the folder holds, it is a problem
    public static Reading read(Path folder) throws IOException {
        var problems = new Problems();
        FolderReader.KNOWN.forEach(problems::expect);
        Sources sources = FolderReader.read(folder, problems);
        return of(
                sources,
                problems,
                FolderReader.rehearsal(folder, problems)
                        .map(Kept::reading)
                        .orElseGet(() -> CompletableFuture.completedFuture(Kept.NOTHING)));
    }

    /// The saved rehearsal, and what is wrong with its file.
    private record Kept(Optional<Rehearsal> rehearsal, List<Problem> problems) {

        static final Kept NOTHING = new Kept(Optional.empty(), List.of());

        /// Reads it beside the other files: it is the largest, and none of them needs it.
        static CompletableFuture<Kept> reading(String text) {
            return CompletableFuture.supplyAsync(
                    () -> read(text), task -> Thread.ofPlatform().daemon().start(task));
        }

        private static Kept read(String text) {
            var problems = new Problems();
            Optional<Rehearsal> rehearsal = SavedRehearsal.read(text, problems);
            return new Kept(rehearsal, problems.inFileOrder());
        }
    }

    /// Reads the texts of a folder, such as the store keeps them.
    public static Reading of(Sources sources) {
        return of(sources, new Problems(), CompletableFuture.completedFuture(Kept.NOTHING));
    }

    private static Reading of(Sources sources, Problems problems, CompletableFuture<Kept> reading) {
        FolderReader.KNOWN.forEach(problems::expect);
        Optional<Study> study = StudyReader.read(sources, problems);
        if (study.isEmpty()) {
            reading.join().problems().forEach(problems::add);
            return new Reading.Invalid(problems.inFileOrder());
        }
        Scales scales = ScalesReader.read(sources, study.get(), problems);
        Plan claims =
                PlanReader.read(sources, study.get(), scales, problems)
                        .orElseGet(() -> Plan.empty(study.get(), scales));
        var nameable = Nameable.begun(sources, study.get(), scales, claims);
        Population population = PopulationReader.read(sources, study.get(), scales, problems);
        Eligible.check(sources, study.get(), scales, population, problems);
        Feedback feedback = FeedbackReader.read(sources, study.get(), scales, claims, problems);
        AskedOfAll.check(study.get(), scales, feedback, problems);
        Manuscripts manuscripts = Manuscripts.read(sources, nameable::with, problems);
        Reporting reporting = ReportingReader.read(sources, problems);
        Frozen frozen = FrozenReader.read(sources, problems);
        Optional<PublicData> publicData = PublicDataReader.read(sources, study.get(), problems);
        Kept kept = reading.join();
        kept.problems().forEach(problems::add);
        if (problems.hasErrors()) {
            return new Reading.Invalid(problems.inFileOrder());
        }
        changed(frozen.changesSinceLast(claims, study.get()), problems);
        return new Reading.Valid(
                new StudyFolder(
                        sources,
                        study.get(),
                        scales,
                        claims,
                        population,
                        feedback,
                        frozen,
                        manuscripts,
                        reporting,
                        publicData,
                        kept.rehearsal()),
                problems.inFileOrder());
    }

    private static void changed(List<Deviation> changes, Problems problems) {
        for (Deviation change : changes) {
            problems.add(
                    Rule.FROZEN_CHANGED,
                    Place.start(change.of().file()),
                    "since it was frozen, " + change.words(),
                    "change it back, or freeze it again: eyebright freeze");
        }
    }

    /// How its plan stands to what was frozen; empty if nothing was.
    public Optional<Standing> standing() {
        return frozen.standing(plan, study);
    }

    /// Its checklists of what readers must be told, filled.
    ///
    /// @param findings as they may be told where the checklists appear
    /// @param traffic how many came and began; absent where the answers come from elsewhere
    /// @param people how a number of people is written: exactly, or for everybody to see
    public Article checklists(
            Findings findings, Optional<Traffic> traffic, IntFunction<String> people) {
        return Checklists.article(reportingBasis(findings, traffic, people), reporting);
    }

    /// What its checklists are filled from, beside what its author tells.
    public Basis reportingBasis(
            Findings findings, Optional<Traffic> traffic, IntFunction<String> people) {
        return new Basis(
                study,
                plan,
                findings,
                rehearsal
                        .map(done -> OptionalInt.of(done.replications()))
                        .orElseGet(OptionalInt::empty),
                manuscripts.article().map(Manuscript::front),
                publicData,
                !feedback.equals(Feedback.NONE),
                traffic,
                people);
    }

    /// The study with all that rehearsing it takes.
    public Rehearsable rehearsable() {
        return Rehearsable.of(sources, study, scales, plan, population);
    }

    /// Respondents made up from its population, as published. Solving them takes a while: keep them to draw
    /// more than once.
    public Respondents respondents() {
        return respondents(Scenario.AS_PUBLISHED);
    }

    /// Respondents made up from its population in a scenario.
    public Respondents respondents(Scenario scenario) {
        return Respondents.of(study, scales, population, scenario);
    }

    /// The hash of what is claimed.
    public String planHash() {
        return plan.hash();
    }

    /// The hash every saved page carries.
    public String questionnaireHash() {
        return Canonical.questionnaireHash(study);
    }
}
