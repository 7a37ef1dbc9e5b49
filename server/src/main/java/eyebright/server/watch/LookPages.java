package eyebright.server.watch;

import eyebright.server.page.Following;
import eyebright.server.page.JteView;
import eyebright.server.page.KindPage;
import eyebright.server.page.Shells;
import eyebright.server.page.Stop;
import eyebright.server.page.Watching;
import eyebright.server.watch.LookPage.Each;
import eyebright.server.watch.LookPage.OfFolder;
import eyebright.source.Problem;
import eyebright.source.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What is wrong with the folders that a preview follows, and word of every change. A site that follows none has no such
/// pages.
@Controller
final class LookPages {

    /// Shorter than anything between a browser and a site cuts off.
    private static final int SECONDS = 20;

    private final Optional<Watching> watching;
    private final Shells shells;
    private final Explained explained;

    LookPages(Optional<Watching> watching, Shells shells, Explained explained) {
        this.watching = watching;
        this.shells = shells;
        this.explained = explained;
    }

    @GetMapping(Watching.PROBLEMS)
    ModelAndView problems() {
        return JteView.of("watch/look", page(watching().all()));
    }

    /// How often folders have been read, once it is more often than the page knows, or after a while.
    @GetMapping("/look/changes")
    ResponseEntity<String> changes(@RequestParam(defaultValue = "") String seen)
            throws InterruptedException {
        int known = seen.matches("[0-9]{1,9}") ? Integer.parseInt(seen) : -1;
        return ResponseEntity.ok()
                .header("Cache-Control", "no-store")
                .contentType(MediaType.TEXT_PLAIN)
                .body(Integer.toString(watching().after(known, SECONDS)));
    }

    private Watching watching() {
        return watching.orElseThrow(Stop.NothingHere::new);
    }

    /// The page about some folders.
    LookPage page(List<Following> folders) {
        List<OfFolder> problems =
                folders.stream()
                        .filter(folder -> !folder.problems().isEmpty())
                        .map(this::ofFolder)
                        .toList();
        String heading =
                problems.isEmpty()
                        ? "No problems"
                        : folders.stream().anyMatch(Following::isBroken)
                                ? "Mend this first"
                                : "Worth a look";
        return new LookPage(
                shells.plain(heading),
                heading,
                problems,
                watching.stream()
                        .flatMap(all -> all.all().stream())
                        .filter(folder -> !folder.isBroken())
                        .map(
                                folder ->
                                        KindPage.Link.other(
                                                "/" + folder.name(),
                                                folder.study().orElseThrow().study().title()))
                        .toList());
    }

    private OfFolder ofFolder(Following folder) {
        return new OfFolder(
                folder.name(),
                summary(folder.problems()),
                folder.problems().stream().map(problem -> each(folder, problem)).toList());
    }

    private Each each(Following folder, Problem problem) {
        return new Each(
                problem.place().toString(),
                problem.rule().severity() == Severity.ERROR,
                problem.problem(),
                Optional.ofNullable(folder.texts().get(problem.place().file()))
                        .flatMap(text -> Excerpt.of(text, problem.place())),
                problem.fix(),
                problem.rule().slug(),
                explained.html(problem.rule()));
    }

    private static String summary(List<Problem> problems) {
        int errors =
                (int)
                        problems.stream()
                                .filter(problem -> problem.rule().severity() == Severity.ERROR)
                                .count();
        var parts = new ArrayList<String>();
        if (errors > 0) {
            parts.add(Watching.count(errors, "error"));
        }
        if (problems.size() > errors) {
            parts.add(Watching.count(problems.size() - errors, "warning"));
        }
        return String.join(", ", parts);
    }
}
