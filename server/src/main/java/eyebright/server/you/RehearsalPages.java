package eyebright.server.you;

import eyebright.chart.Table;
import eyebright.rehearsal.Advice;
import eyebright.rehearsal.ClaimRun;
import eyebright.rehearsal.ClaimSaid;
import eyebright.rehearsal.Frequency;
import eyebright.rehearsal.MarginRun;
import eyebright.rehearsal.Rehearsal;
import eyebright.rehearsal.ScenarioRun;
import eyebright.rehearsal.Tables;
import eyebright.replication.Verdict;
import eyebright.server.page.Fielded;
import eyebright.server.page.JteView;
import eyebright.server.page.Shell.Place;
import eyebright.server.page.Shells;
import eyebright.server.page.Studies;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/// The rehearsal that was saved in a study folder, as advice.
@Controller
final class RehearsalPages {

    private final Studies studies;
    private final Shells shells;

    RehearsalPages(Studies studies, Shells shells) {
        this.studies = studies;
        this.shells = shells;
    }

    @GetMapping("/{study}/rehearsal")
    ModelAndView rehearsal(@PathVariable String study) {
        Fielded fielded = studies.named(study);
        return JteView.of(
                "you/rehearsal",
                new RehearsalPage(
                        shells.of(fielded, Place.READING, "Rehearsal"),
                        fielded.name(),
                        fielded.folder()
                                .rehearsal()
                                .map(rehearsal -> told(rehearsal, changed(fielded, rehearsal)))));
    }

    private static String changed(Fielded fielded, Rehearsal rehearsal) {
        List<String> changed = rehearsal.stamp().changed(fielded.folder().rehearsable().stamp());
        return changed.isEmpty()
                ? ""
                : "This was rehearsed before %s changed, and is no longer about the study as it is now."
                        .formatted(String.join(" and ", changed));
    }

    private static RehearsalPage.Told told(Rehearsal rehearsal, String changed) {
        Advice advice = Advice.of(rehearsal);
        ScenarioRun first = rehearsal.scenarios().getFirst();
        return new RehearsalPage.Told(
                advice.likely(),
                advice.steps(),
                advice.basis(),
                advice.gaps(),
                changed,
                advice.weak().stream()
                        .filter(weak -> weak.claim().primary())
                        .map(
                                weak ->
                                        new RehearsalPage.Weak(
                                                outcome(weak.claim(), List.of(first)),
                                                weak.says(),
                                                weak.mends()))
                        .toList(),
                unsafe(rehearsal, advice),
                advice.firm(),
                advice.alarms(),
                advice.beside(),
                rehearsal.judged().stream()
                        .flatMap(claim -> margin(rehearsal, claim).stream())
                        .toList(),
                advice.sampleSize(),
                rehearsal.judged().stream()
                        .map(claim -> outcome(claim, rehearsal.about(claim.id())))
                        .toList(),
                tables(rehearsal, first));
    }

    private static List<RehearsalPage.Unsafe> unsafe(Rehearsal rehearsal, Advice advice) {
        List<Advice.Weak> others =
                advice.weak().stream().filter(weak -> !weak.claim().primary()).toList();
        List<List<String>> rows = Tables.unsafe(rehearsal, others).rows();
        return IntStream.range(0, others.size())
                .mapToObj(
                        i ->
                                new RehearsalPage.Unsafe(
                                        others.get(i).claim().id(),
                                        others.get(i).claim().asks(),
                                        says(
                                                rows.get(i).get(1),
                                                rows.get(i).get(2),
                                                others.get(i).margin())))
                .toList();
    }

    private static String says(String supported, String respondents, String margin) {
        String mends =
                Stream.of(
                                respondents.isEmpty() ? "" : respondents + " respondents",
                                margin.isEmpty() ? "" : "a margin of " + margin)
                        .filter(each -> !each.isEmpty())
                        .collect(Collectors.joining(" or "));
        return "supported in %s%s"
                .formatted(supported, mends.isEmpty() ? "" : "; 80 % takes " + mends);
    }

    /// What stands on the page already is not repeated; of intervals, those of the first scenario.
    private static List<Table> tables(Rehearsal rehearsal, ScenarioRun first) {
        var tables = new ArrayList<Table>();
        tables.add(Tables.supported(rehearsal));
        Tables.sizes(rehearsal, first).ifPresent(tables::add);
        tables.addAll(Tables.verdicts(rehearsal));
        tables.add(Tables.together(rehearsal));
        tables.add(Tables.figures(first));
        return tables.stream().filter(table -> !table.rows().isEmpty()).toList();
    }

    private static RehearsalPage.Outcome outcome(ClaimSaid claim, List<ScenarioRun> scenarios) {
        return new RehearsalPage.Outcome(
                claim.id(),
                claim.asks(),
                scenarios.stream()
                        .flatMap(
                                scenario ->
                                        scenario
                                                .claim(claim.id())
                                                .filter(ClaimRun::isJudged)
                                                .map(run -> bar(scenario, run))
                                                .stream())
                        .toList());
    }

    private static RehearsalPage.Bar bar(ScenarioRun scenario, ClaimRun run) {
        Frequency supported = run.supported();
        Frequency open = run.of(Verdict.INCONCLUSIVE);
        Frequency contradicted = run.of(Verdict.CONTRADICTED);
        double after = supported.share() + open.share();
        return new RehearsalPage.Bar(
                Tables.headAbout(scenario),
                Stream.of(
                                words("supported", supported),
                                words("inconclusive", open),
                                words("contradicted", contradicted))
                        .filter(each -> !each.isEmpty())
                        .collect(Collectors.joining(", ")),
                List.of(
                        part("good", 0, supported.share()),
                        part("line-fill", supported.share(), open.share()),
                        part("bad", after, contradicted.share())));
    }

    private static String words(String verdict, Frequency often) {
        return often.count() == 0 ? "" : verdict + " " + Tables.percent(often);
    }

    private static RehearsalPage.Part part(String look, double from, double width) {
        return new RehearsalPage.Part(look, hundredths(from), hundredths(width));
    }

    private static String hundredths(double share) {
        return String.format(Locale.ROOT, "%.1f", 100 * share);
    }

    private static Optional<RehearsalPage.Margin> margin(Rehearsal rehearsal, ClaimSaid claim) {
        Optional<Table> table = Tables.margins(rehearsal, claim);
        Optional<MarginRun> first =
                rehearsal.scenarios().stream()
                        .flatMap(each -> each.claim(claim.id()).stream())
                        .flatMap(run -> run.margins().stream())
                        .findFirst();
        if (table.isEmpty() || first.isEmpty() || claim.margin().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new RehearsalPage.Margin(
                        claim.id(),
                        claim.asks(),
                        Double.toString(claim.margin().getAsDouble()),
                        first.get().unit(),
                        Double.toString(first.get().from()),
                        Double.toString(first.get().step()),
                        rehearsal.about(claim.id()).stream()
                                .flatMap(each -> line(each, claim).stream())
                                .collect(Collectors.joining("|")),
                        table.get()));
    }

    /// The percentages a slider shows, step by step.
    private static Optional<String> line(ScenarioRun scenario, ClaimSaid claim) {
        return scenario.claim(claim.id())
                .flatMap(ClaimRun::margins)
                .map(
                        margins ->
                                Tables.headAbout(scenario)
                                        + ":"
                                        + IntStream.rangeClosed(1, margins.counts().size())
                                                .mapToObj(
                                                        step ->
                                                                Long.toString(
                                                                        Math.round(
                                                                                100
                                                                                        * margins.at(
                                                                                                        margins
                                                                                                                .margin(
                                                                                                                        step))
                                                                                                .share())))
                                                .collect(Collectors.joining(",")));
    }
}
