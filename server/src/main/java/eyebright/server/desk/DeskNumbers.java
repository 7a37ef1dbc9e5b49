package eyebright.server.desk;

import eyebright.chart.Table;
import eyebright.discussion.Discussion;
import eyebright.server.page.Fielded;
import eyebright.server.page.KindPage;
import eyebright.server.page.Markdown;
import eyebright.server.page.Visitors;
import eyebright.server.retention.Retention;
import eyebright.server.talk.Talks;
import eyebright.store.Progress;
import eyebright.store.Snapshot;
import eyebright.store.SnapshotBasis;
import eyebright.store.Snapshots;
import eyebright.store.Store;
import eyebright.study.Commenting;
import eyebright.study.Page;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A study in numbers, for who runs it: how many came, how far, and what waits to become public. No answer is in them.
final class DeskNumbers {

    /// With fewer, who came to a page that only some are shown would tell what they had answered.
    private static final int LEAST_FOR_ALL_PAGES = 10;

    private final Store store;
    private final Discussion discussion;
    private final Optional<Visitors> visitors;
    private final Optional<Retention> retention;

    /// @param visitors who counts them; absent where nobody does
    /// @param retention what becomes of the answers; absent where none are kept
    DeskNumbers(
            Store store,
            Discussion discussion,
            Optional<Visitors> visitors,
            Optional<Retention> retention) {
        this.retention = retention;
        this.store = store;
        this.discussion = discussion;
        this.visitors = visitors;
    }

    /// The numbers of that study now.
    DeskPage.OfStudy of(Fielded fielded) {
        Progress progress = store.progress(fielded.name());
        return new DeskPage.OfStudy(
                fielded.name(),
                fielded.study().title(),
                numbers(fielded, progress),
                retention.map(days -> days.told(fielded)).orElse(List.of()),
                snapshot(fielded),
                progress.pages().isEmpty()
                        ? Optional.empty()
                        : Optional.of(pages(fielded, progress)),
                beside(fielded, progress),
                links(fielded));
    }

    private Table numbers(Fielded fielded, Progress progress) {
        var rows = new ArrayList<List<String>>();
        visitors.map(each -> each.seen(fielded.name()).all())
                .ifPresent(
                        came -> {
                            rows.add(row("Visited a page, each day anew", came.site()));
                            rows.add(row("Opened the consent, each day anew", came.survey()));
                        });
        rows.add(row("Agreed to take part", progress.started()));
        rows.add(row("Came to the end and sent", progress.sent()));
        rows.add(row("On the way, or stopped", progress.started() - progress.sent()));
        rows.add(row("Had their answers deleted", progress.removed()));
        int wanted = fielded.folder().plan().respondents();
        if (wanted > 0) {
            rows.add(row("The plan waits for", wanted));
        }
        return new Table("People in " + fielded.study().title(), List.of("Who", "People"), rows);
    }

    private List<String> snapshot(Fielded fielded) {
        SnapshotBasis basis = store.basis(fielded.name());
        Optional<Snapshot> latest = store.latestSnapshot(fielded.name());
        var sentences = new ArrayList<String>();
        sentences.add(
                latest.map(
                                snapshot ->
                                        "Public pages rest on snapshot %,d, of %,d respondents."
                                                .formatted(
                                                        snapshot.number(), snapshot.respondents()))
                        .orElse("There is no snapshot yet, so public pages show no answers."));
        sentences.add(
                "%s saved something%s. The next snapshot is made when %d have joined who count."
                        .formatted(
                                basis.active() < Snapshots.LEAST_JOINED
                                        ? people(basis.active())
                                        : Snapshots.LEAST_JOINED + " people or more have",
                                latest.isPresent() ? " since then" : "",
                                Snapshots.LEAST_JOINED));
        if (basis.removalsWait()) {
            sentences.add(
                    "%s gone since then, having withdrawn or since their day had come. They leave the public numbers with the next snapshot."
                            .formatted(people(basis.removals())));
        }
        return sentences;
    }

    /// In the order of the questionnaire; pages of earlier versions come last. While few have begun, a page that only some
    /// are shown counts with the page before it.
    private static Table pages(Fielded fielded, Progress progress) {
        Map<String, Progress.OfPage> byId = new HashMap<>();
        progress.pages().forEach(page -> byId.put(page.page(), page));
        boolean all = progress.started() >= LEAST_FOR_ALL_PAGES;
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("Before the first page", "", number(progress.withNothing())));
        String title = "";
        int saved = 0;
        int last = 0;
        for (Page page : fielded.study().pages()) {
            Progress.OfPage of =
                    Optional.ofNullable(byId.remove(page.id()))
                            .orElseGet(() -> new Progress.OfPage(page.id(), 0, 0));
            if (page.showIf().isPresent() && !all) {
                last += of.last();
                continue;
            }
            if (!title.isEmpty()) {
                rows.add(List.of(title, number(saved), number(last)));
            }
            title = title(page);
            saved = of.saved();
            last = of.last();
        }
        rows.add(List.of(title, number(saved), number(last)));
        if (all) {
            byId.values().stream()
                    .sorted(Comparator.comparing(Progress.OfPage::page))
                    .forEach(
                            page ->
                                    rows.add(
                                            List.of(
                                                    page.page() + " (an earlier version)",
                                                    number(page.saved()),
                                                    number(page.last()))));
        }
        rows.removeIf(row -> row.get(1).equals("0") && row.get(2).equals("0"));
        return new Table(
                "Where people stopped in " + fielded.study().title(),
                List.of("Page", "Saved it", "Stopped after it"),
                rows);
    }

    private static List<String> beside(Fielded fielded, Progress progress) {
        var sentences = new ArrayList<String>();
        sentences.add(
                "Whoever is answering just now, or comes back another day, counts as stopped until then.");
        sentences.add("Pages that nobody has saved yet are left out.");
        if (fielded.study().eligibility().isPresent()) {
            sentences.add("Whoever the study is not for stops after the page that asks for it.");
        }
        if (progress.started() < LEAST_FOR_ALL_PAGES
                && fielded.study().pages().stream().anyMatch(page -> page.showIf().isPresent())) {
            sentences.add(
                    "Until %d have begun, pages that only some are shown are left out: they would tell what somebody answered."
                            .formatted(LEAST_FOR_ALL_PAGES));
        }
        return sentences;
    }

    private List<KindPage.Link> links(Fielded fielded) {
        var links = new ArrayList<KindPage.Link>();
        String study = "/" + fielded.name();
        if (Talks.commenting(fielded) != Commenting.NONE) {
            int toRead = discussion.moderation().toRead(fielded.name());
            links.add(
                    KindPage.Link.main(
                            "/desk" + study + "/discussion",
                            "Discussion" + (toRead == 0 ? "" : ": %,d to read".formatted(toRead))));
        }
        links.add(KindPage.Link.other("/desk" + study + "/versions", "Publish a version"));
        links.add(KindPage.Link.other(study, "About the study"));
        links.add(KindPage.Link.other(study + "/findings", "Findings"));
        if (fielded.named().article()) {
            links.add(KindPage.Link.other(study + "/article", "Article"));
        }
        if (fielded.named().rehearsed()) {
            links.add(KindPage.Link.other(study + "/rehearsal", "Rehearsal"));
        }
        return links;
    }

    private static String title(Page page) {
        return Markdown.plain(page.title().replaceAll("\\{\\{[^}]*}}", "…"));
    }

    private static List<String> row(String what, int number) {
        return List.of(what, number(number));
    }

    private static String people(int number) {
        return switch (number) {
            case 0 -> "Nobody has";
            case 1 -> "1 person has";
            default -> number(number) + " people have";
        };
    }

    private static String number(int number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }
}
