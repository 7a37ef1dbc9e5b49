package eyebright.publish.version;

import eyebright.analysis.PublicFindings;
import eyebright.check.StudyFolder;
import eyebright.manuscript.Front;
import eyebright.manuscript.Manuscript;
import eyebright.publish.Gathered;
import eyebright.publish.Publication;
import eyebright.publish.PublishedFolder;
import eyebright.publish.cite.Home;
import eyebright.publish.cite.Work;
import eyebright.publish.data.About;
import eyebright.publish.data.FileFacts;
import eyebright.publish.data.Licence;
import eyebright.publish.data.Release;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A version that is about to be published: what it will say of itself is known before anything is written.
///
/// The study's own numbers go out as far as public pages show them, [PublicFindings], also in the package of data.
public final class Edition {

    private static final String DATA = PublishedFolder.DATA_PACKAGE + "/";

    private final PublishedFolder folder;
    private final Version version;
    private final Work article;
    private final Work data;

    private Edition(PublishedFolder folder, Version version, Work article, Work data) {
        this.folder = folder;
        this.version = version;
        this.article = article;
        this.data = data;
    }

    /// The number after another version's; 1 for the first.
    public static int number(Optional<Version> before) {
        return before.map(Version::number).orElse(0) + 1;
    }

    /// What the package of data of a version is called unless somebody names it: version 2 is `2.0.0`.
    public static String release(int number) {
        return number + ".0.0";
    }

    /// The version of a study that comes next.
    ///
    /// @param answers those it is of
    /// @param about what is said of it; the article's own authors, summary and licence where it says nothing
    /// @param home where the site is found
    /// @param number of the version
    /// @param before what it is compared with; absent if nothing came before
    public static Edition of(
            StudyFolder study,
            Gathered answers,
            About about,
            Home home,
            int number,
            Optional<Version> before) {
        Optional<Front> front = study.manuscripts().article().map(Manuscript::front);
        About whole = front.map(about::orElse).orElse(about);
        Release release =
                new Publication(study.study(), study.scales(), study.plan(), study.standing())
                        .release(answers.frame(), answers.allowed(), whole);
        var going =
                new PublishedFolder(
                        study,
                        new Release(
                                release.dataset(),
                                release.scales(),
                                release.plan(),
                                release.findings(),
                                PublicFindings.of(release.own()),
                                release.removed(),
                                release.about()),
                        answers.traffic(),
                        number);
        Version version =
                Making.of(
                        going.findings(),
                        release,
                        front.flatMap(
                                head ->
                                        study.sources()
                                                .file(Manuscript.ARTICLE)
                                                .map(
                                                        text ->
                                                                new Making.Article(
                                                                        head.title(), text))),
                        number,
                        before);
        Work article =
                Work.article(
                        version.study(),
                        cited(front.orElseGet(() -> Front.of(version.title())), whole),
                        version.day(),
                        OptionalInt.of(version.number()),
                        home,
                        version.data().isRehearsed());
        return new Edition(
                going,
                version,
                article,
                Work.data(article, study.study().title(), whole.licence().map(Licence::id), home));
    }

    /// Who is named for the data is cited where nobody is named above the article.
    private static Front cited(Front front, About about) {
        return front.authors().isEmpty()
                ? new Front(
                        front.title(),
                        front.summary(),
                        about.authors(),
                        front.keywords(),
                        front.licence(),
                        front.doi(),
                        front.repeats())
                : front;
    }

    /// Whether there is an article in it; pictures and data there are always.
    public boolean hasArticle() {
        return folder.hasArticle();
    }

    /// What it says of itself; its files are known once they are written.
    public Version version() {
        return version;
    }

    /// What goes out of the answers.
    public Release release() {
        return folder.release();
    }

    /// Writes the folder.
    ///
    /// @param into is there and empty
    /// @return the files, in the order in which they are told
    public List<FileFacts> write(Path into) throws IOException {
        var files = new ArrayList<>(folder.write(into));
        List<FileFacts> ofData =
                files.stream()
                        .filter(file -> file.path().startsWith(DATA))
                        .map(
                                file ->
                                        new FileFacts(
                                                file.path().substring(DATA.length()),
                                                file.is(),
                                                file.bytes(),
                                                file.hash()))
                        .toList();
        for (VersionFiles.Written written :
                VersionFiles.write(into, version.with(ofData), article, data)) {
            files.add(FileFacts.of(into, written.path(), written.is()));
        }
        return List.copyOf(files);
    }
}
