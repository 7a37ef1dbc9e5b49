package eyebright.publish;

import eyebright.analysis.Findings;
import eyebright.analysis.PublicFindings;
import eyebright.article.FindingView;
import eyebright.chart.Origin;
import eyebright.chart.Picture;
import eyebright.chart.Table;
import eyebright.check.StudyFolder;
import eyebright.manuscript.Article;
import eyebright.manuscript.Facts;
import eyebright.manuscript.Manuscript;
import eyebright.method.Traffic;
import eyebright.publish.article.Citations;
import eyebright.publish.article.Origins;
import eyebright.publish.article.Paper;
import eyebright.publish.article.PdfFile;
import eyebright.publish.article.StandaloneHtml;
import eyebright.publish.data.DataPackage;
import eyebright.publish.data.FileFacts;
import eyebright.publish.data.Release;
import eyebright.publish.picture.PngFile;
import eyebright.publish.picture.SvgFile;
import eyebright.publish.word.WordArticle;
import eyebright.rehearsal.Advice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/// All that leaves the house of a study in one version: its article and its review for reading, the pictures of its
/// findings, and the package of data.
///
/// ```
/// article.html  article.pdf  article.docx  the article, where the study has an article.md
/// review.html   review.pdf   review.docx   what was known before, where it has a review.md
/// reporting.html reporting.pdf reporting.docx  what readers must be told, by the checklists of the field
/// pictures/CLAIM.svg  CLAIM.png            the picture of each finding
/// data-package/…                           the answers, and all that others need to compute the numbers again
/// ```
///
/// Texts and pictures show what public pages show, [PublicFindings]. Equal input gives equal bytes, whatever number of
/// threads makes them.
public final class PublishedFolder {

    /// The part that is the package of data.
    public static final String DATA_PACKAGE = "data-package";

    private static final String PICTURES = "pictures/";

    private final StudyFolder study;
    private final Release release;
    private final Optional<Traffic> traffic;
    private final int number;
    private final Findings findings;
    private final Map<Shown, Once<byte[]>> pngs = new ConcurrentHashMap<>();

    private final List<Once<Paper>> papers = new ArrayList<>();

    /// @param release what goes out of its answers
    /// @param traffic how many came and began; absent where the answers come from elsewhere
    /// @param number of the version, from 1: what texts are called by, as they are cited
    public PublishedFolder(
            StudyFolder study, Release release, Optional<Traffic> traffic, int number) {
        this.study = study;
        this.release = release;
        this.traffic = traffic;
        this.number = number;
        this.findings = PublicFindings.of(release.own());
    }

    /// The findings as texts and pictures tell them.
    public Findings findings() {
        return findings;
    }

    /// Whether there is an article in it; pictures and data there are always.
    public boolean hasArticle() {
        return study.manuscripts().article().isPresent();
    }

    /// The data and what is said of them.
    public Release release() {
        return release;
    }

    /// One file.
    ///
    /// @param path below the folder, with slashes
    /// @param is what it holds, in a few words
    /// @param bytes made by any thread
    private record Output(String path, String is, Supplier<byte[]> bytes) {}

    /// A file that is on its way.
    private record Begun(Output output, Future<byte[]> bytes) {}

    /// Writes all of it.
    ///
    /// @param folder is there and empty
    /// @return the files, in the order in which they are told
    public List<FileFacts> write(Path folder) throws IOException {
        var files = new ArrayList<FileFacts>();
        try (var threads = Executors.newFixedThreadPool(2)) {
            List<Output> outputs = outputs();
            // First what several files wait for.
            List<Future<Paper>> prepared =
                    papers.stream().map(paper -> threads.submit(paper::get)).toList();
            List<Begun> begun =
                    outputs.stream()
                            .map(each -> new Begun(each, threads.submit(each.bytes()::get)))
                            .toList();
            List<FileFacts> data = DataPackage.write(release, folder.resolve(DATA_PACKAGE));
            prepared.forEach(PublishedFolder::made);
            for (Begun each : begun) {
                Path file = folder.resolve(each.output().path());
                Files.createDirectories(file.getParent() == null ? folder : file.getParent());
                Files.write(file, made(each.bytes()));
                files.add(FileFacts.of(folder, each.output().path(), each.output().is()));
            }
            for (FileFacts each : data) {
                files.add(each.below(DATA_PACKAGE));
            }
        }
        return List.copyOf(files);
    }

    private static <T> T made(Future<T> making) {
        try {
            return making.get();
        } catch (ExecutionException fault) {
            throw new IllegalStateException(fault.getCause());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while files were made");
        }
    }

    /// What is made, in the order in which it is told; the longest to make are begun first.
    private List<Output> outputs() {
        var outputs = new ArrayList<Output>();
        study.manuscripts()
                .article()
                .ifPresent(
                        text -> texts("article", "article", () -> paper("Article", text), outputs));
        study.manuscripts()
                .review()
                .ifPresent(text -> texts("review", "review", () -> paper("Review", text), outputs));
        texts("reporting", "checklists for readers", this::reporting, outputs);
        pictures(outputs);
        return outputs;
    }

    private void texts(String name, String called, Supplier<Paper> making, List<Output> outputs) {
        var paper = new Once<>(making);
        papers.add(paper);
        outputs.add(
                new Output(
                        name + ".html",
                        "the %s, for any browser, without a network".formatted(called),
                        () -> StandaloneHtml.of(paper.get())));
        outputs.add(
                new Output(
                        name + ".pdf",
                        "the %s, for reading and printing".formatted(called),
                        () -> PdfFile.of(paper.get())));
        outputs.add(
                new Output(
                        name + ".docx",
                        "the %s, as a manuscript for journals".formatted(called),
                        () -> WordArticle.of(paper.get(), this::png)));
    }

    /// A picture that stands in several files is drawn once.
    private byte[] png(Picture picture) {
        return pngs.computeIfAbsent(
                        new Shown(picture.title(), picture.description(), picture.table()),
                        _ -> new Once<>(() -> PngFile.of(picture)))
                .get();
    }

    /// What a picture shows: pictures that show the same look the same.
    private record Shown(String title, String description, Table table) {}

    private void pictures(List<Output> outputs) {
        Origin origin = findings.data().mark().isPresent() ? Origin.REHEARSED : Origin.REAL;
        findings.findings().stream()
                .map(finding -> FindingView.ofPublic(finding, origin, "picture"))
                .forEach(view -> view.picture().ifPresent(it -> picture(view.id(), it, outputs)));
    }

    private void picture(String claim, Picture picture, List<Output> outputs) {
        outputs.add(
                new Output(PICTURES + claim + ".svg", picture.title(), () -> SvgFile.of(picture)));
        outputs.add(new Output(PICTURES + claim + ".png", picture.title(), () -> png(picture)));
    }

    private Facts facts() {
        return new Facts(
                study.study(),
                study.plan(),
                findings,
                study.rehearsal().map(Advice::of).map(Advice::sampleSize),
                FindingView::publicNumber);
    }

    private Paper paper(String kind, Manuscript manuscript) {
        Facts facts = facts();
        Article article = Article.of(manuscript, facts);
        return paper(
                kind,
                article,
                Citations.of(study.manuscripts().bibliography(), manuscript.cited()),
                facts);
    }

    private Paper paper(String kind, Article article, Citations citations, Facts facts) {
        return new Paper(
                kind,
                article,
                citations,
                Origins.of(article, facts),
                Integer.toString(number),
                release.about().day());
    }

    /// What readers must be told, by the checklists of the field.
    private Paper reporting() {
        return paper(
                "Checklists",
                study.checklists(findings, traffic, FindingView::publicNumber),
                Citations.none(),
                facts());
    }

    /// What two files are made of, and made once.
    private static final class Once<T> {

        private final Supplier<T> making;
        private Optional<T> made = Optional.empty();

        Once(Supplier<T> making) {
            this.making = making;
        }

        synchronized T get() {
            if (made.isEmpty()) {
                made = Optional.of(making.get());
            }
            return made.get();
        }
    }
}
