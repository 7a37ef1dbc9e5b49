package eyebright.server.reading;

import eyebright.manuscript.Front;
import eyebright.manuscript.Manuscript;
import eyebright.method.Day;
import eyebright.publish.cite.Apa;
import eyebright.publish.cite.Home;
import eyebright.publish.cite.ScholarlyArticle;
import eyebright.publish.cite.Tags;
import eyebright.publish.cite.Tags.Tag;
import eyebright.publish.cite.Work;
import eyebright.publish.version.KeptVersions.Kept;
import eyebright.publish.version.Version;
import eyebright.server.figures.Releases;
import eyebright.server.page.Fielded;
import eyebright.server.page.FollowsEdits;
import eyebright.server.page.Mode;
import eyebright.server.page.Stop;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/// How the articles of a site and their data are cited. Safe for many threads.
final class Citings implements FollowsEdits {

    private final Home home;
    private final Mode mode;
    private final Releases releases;
    private final InstantSource clock;

    /// References by what they are of: making one takes some tenths of a second.
    private final Map<String, Made> made = new ConcurrentHashMap<>();

    /// References of the studies that are repeated, by the name of the study that repeats them.
    private final Map<String, Optional<String>> originals = new ConcurrentHashMap<>();

    Citings(Home home, Mode mode, Releases releases, InstantSource clock) {
        this.home = home;
        this.mode = mode;
        this.releases = releases;
        this.clock = clock;
    }

    /// A reference and what it was made of.
    private record Made(Work work, String html) {}

    /// The article of a study: its latest version, or as it stands today while there is none.
    ///
    /// @throws Stop.NothingHere if the study has none
    Work article(Fielded fielded) {
        Front front =
                fielded.folder()
                        .manuscripts()
                        .article()
                        .map(Manuscript::front)
                        .orElseThrow(Stop.NothingHere::new);
        Optional<Version> latest = releases.of(fielded).latest().map(Kept::version);
        return Work.article(
                fielded.name(),
                front,
                latest.map(Version::day).orElseGet(this::today),
                latest.map(Version::number).map(OptionalInt::of).orElseGet(OptionalInt::empty),
                home,
                isRehearsed(latest));
    }

    /// How the article of a study is cited.
    Citing citing(Fielded fielded) {
        Work work = article(fielded);
        String file = "/" + fielded.name() + "/article.";
        return new Citing(
                reference("article", fielded, work),
                original(fielded),
                notes(work),
                List.of(
                        new Citing.Link(file + "bib", "BibTeX"),
                        new Citing.Link(file + "ris", "RIS"),
                        new Citing.Link(file + "csl.json", "CSL-JSON")));
    }

    /// How the data of a version are cited.
    Citing data(Fielded fielded, Version version) {
        Work article =
                fielded.folder().manuscripts().article().isPresent()
                        ? article(fielded)
                        : Work.article(
                                fielded.name(),
                                Front.of(version.title()),
                                version.day(),
                                OptionalInt.of(version.number()),
                                home,
                                isRehearsed(Optional.of(version)));
        Work data = Work.data(article, fielded.study().title(), version.data().licence(), home);
        String file = "/%s/article/%d/cite/data.".formatted(fielded.name(), version.number());
        return new Citing(
                reference("data", fielded, data),
                Optional.empty(),
                notes(data),
                List.of(
                        new Citing.Link(file + "bib", "BibTeX"),
                        new Citing.Link(file + "ris", "RIS"),
                        new Citing.Link(file + "json", "CSL-JSON")));
    }

    /// What the head of an article's page says of it.
    Head head(Fielded fielded) {
        Work work = article(fielded);
        String path = "/" + fielded.name() + "/article";
        var shared = new ArrayList<Tag>();
        shared.add(new Tag("og:type", "article"));
        shared.add(new Tag("og:title", work.title()));
        shared.add(new Tag("og:description", work.summary().orElse(fielded.study().asks())));
        home.of(path).ifPresent(url -> shared.add(new Tag("og:url", url)));
        var tags = new ArrayList<>(Tags.of(work, pdf(fielded)));
        tags.add(new Tag("description", work.summary().orElse(fielded.study().asks())));
        return new Head(
                home.of(path),
                isHidden(fielded),
                path + ".atom",
                Optional.of(ScholarlyArticle.of(work)),
                tags,
                shared);
    }

    /// Where the latest version stands as a file to print.
    private Optional<String> pdf(Fielded fielded) {
        return releases.of(fielded)
                .latest()
                .filter(kept -> kept.files().containsKey("article.pdf"))
                .flatMap(
                        kept ->
                                home.of(
                                        "/%s/article/%d/article.pdf"
                                                .formatted(
                                                        fielded.name(), kept.version().number())));
    }

    /// Where the site is found.
    Home home() {
        return home;
    }

    /// Whether searches are asked to leave a study's article out: what it says is about nobody.
    boolean isHidden(Fielded fielded) {
        return !(mode instanceof Mode.Collecting)
                || isRehearsed(releases.of(fielded).latest().map(Kept::version));
    }

    private boolean isRehearsed(Optional<Version> version) {
        return mode instanceof Mode.Rehearsed
                || version.filter(each -> each.data().isRehearsed()).isPresent();
    }

    private String reference(String kind, Fielded fielded, Work work) {
        return made.compute(
                        kind + " " + fielded.name(),
                        (_, before) ->
                                before != null && before.work().equals(work)
                                        ? before
                                        : new Made(work, Apa.html(Apa.of(work))))
                .html();
    }

    @Override
    public void edited(Fielded fielded) {
        originals.remove(fielded.name());
    }

    private Optional<String> original(Fielded fielded) {
        return originals.computeIfAbsent(fielded.name(), _ -> madeOriginal(fielded));
    }

    private static Optional<String> madeOriginal(Fielded fielded) {
        return fielded.folder()
                .manuscripts()
                .article()
                .flatMap(article -> article.front().repeats())
                .flatMap(key -> Apa.of(fielded.folder().manuscripts().bibliography(), key))
                .map(Apa::html);
    }

    private List<String> notes(Work work) {
        var notes = new ArrayList<String>();
        if (work.rehearsed()) {
            notes.add(
                    "Nobody answered: the respondents are rehearsed, so there is nothing to cite yet."
                            + " This is how the reference will read.");
        } else if (mode instanceof Mode.Preview || mode instanceof Mode.Watch) {
            notes.add(
                    "This is a preview, so there is nothing to cite. This is how the reference will read.");
        } else {
            notes.add(version(work));
        }
        if (work.authors().isEmpty()) {
            notes.add(
                    "Nobody has put their name to the article yet. The title therefore comes first, as the style"
                            + " of the American Psychological Association has it.");
        }
        return notes;
    }

    private static String version(Work work) {
        return work.version().isPresent()
                ? "Please cite a version, since its numbers stay as they are. The latest is version %d of %s."
                        .formatted(work.version().getAsInt(), Day.inWords(work.day()))
                : "No version has been published yet. This cites the article as it stands today; its"
                        + " numbers may still change.";
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
