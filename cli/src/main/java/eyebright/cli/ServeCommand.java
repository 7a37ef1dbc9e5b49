package eyebright.cli;

import eyebright.database.Databases;
import eyebright.database.PostgresqlUrl;
import eyebright.server.NotReadyException;
import eyebright.server.PortTakenException;
import eyebright.server.RunningSite;
import eyebright.server.Site;
import eyebright.server.SiteSettings;
import eyebright.server.page.Mode;
import eyebright.source.Problem;
import eyebright.store.StoreLockedException;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Fields studies. The only command that loads the server.
@Command(
        name = "serve",
        description = "Fields studies: all of studies/ when none is named.",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

    private static final int MOST_REHEARSED = 100_000;

    @Spec private CommandSpec spec;

    @Parameters(
            arity = "0..*",
            paramLabel = "STUDY",
            description = "Folders, or names of folders in studies/.")
    private List<Path> studies = List.of();

    @Option(
            names = "--host",
            defaultValue = "127.0.0.1",
            description = "The address to listen on. Default: ${DEFAULT-VALUE}.")
    private String host = "127.0.0.1";

    @Option(
            names = "--port",
            defaultValue = "8080",
            description = "The port to listen on, 0 for any. Default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--public-url",
            paramLabel = "URL",
            description = "What respondents type, where it is another: https://study.example.org.")
    private @Nullable URI publicUrl;

    @Option(
            names = "--proxy",
            paramLabel = "ADDRESS",
            description = {
                "A server before this one whose X-Forwarded-For is believed, or a range of them; may be given"
                        + " again. Default: this machine. Only with --public-url."
            })
    private List<String> proxies = List.of();

    @Option(
            names = "--metrics-port",
            paramLabel = "PORT",
            description =
                    "Where this machine reads figures for Prometheus, 0 for any. Default: nowhere.")
    private @Nullable Integer metricsPort;

    @Mixin private final DataFolderOption data = new DataFolderOption();

    @Option(
            names = "--database",
            paramLabel = "URL",
            description =
                    "A PostgreSQL that keeps answers instead of files in the data folder, which remembers it:"
                            + " jdbc:postgresql://127.0.0.1/eyebright.")
    private @Nullable String database;

    @Option(
            names = "--rehearsed",
            paramLabel = "N",
            description = "A throw-away site with N rehearsed respondents: collects nothing.")
    private @Nullable Integer rehearsed;

    @Option(
            names = "--preview",
            description = "A throw-away site to try the questionnaire: collects nothing.")
    private boolean preview;

    @Option(
            names = "--watch",
            description =
                    "A preview that follows its folders: what is edited is seen in the browser at once.")
    private boolean watch;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        List<Path> folders =
                studies.isEmpty()
                        ? StudyArgument.all()
                        : studies.stream().map(StudyArgument::folder).toList();
        if (folders.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "there is no folder studies/ with a study here; name one: eyebright serve STUDY");
        }
        var closed = new CountDownLatch(1);
        try (RunningSite site = Site.start(settings(folders))) {
            err.println(ready(site));
            site.metricsPort()
                    .ifPresent(
                            metrics ->
                                    err.println(
                                            "Figures are at http://127.0.0.1:%d/metrics."
                                                    .formatted(metrics)));
            awaitStop(closed);
            return Exit.FINE;
        } catch (NotReadyException notReady) {
            notReady.problems().stream().map(Problem::toString).forEach(err::println);
            err.println("eyebright: " + notReady.getMessage());
            return Exit.PROBLEMS;
        } catch (PortTakenException | StoreLockedException taken) {
            err.println("eyebright: " + taken.getMessage());
            return Exit.FAILURE;
        } finally {
            closed.countDown();
        }
    }

    /// The PostgreSQL that the data folder shall name, for this run and for every other command.
    private Optional<PostgresqlUrl> namedDatabase() {
        if (database != null && !(mode() instanceof Mode.Collecting)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--database keeps answers; --preview, --watch and --rehearsed keep none");
        }
        return DatabaseOption.url(database, spec.commandLine());
    }

    private SiteSettings settings(List<Path> folders) {
        if (port < 0 || port > 65_535) {
            throw new ParameterException(
                    spec.commandLine(), "--port must be 0 to 65535, not " + port);
        }
        if (!proxies.isEmpty() && publicUrl == null) {
            throw new ParameterException(spec.commandLine(), "--proxy must come with --public-url");
        }
        try {
            return new SiteSettings(
                    folders,
                    host,
                    port,
                    Optional.ofNullable(publicUrl),
                    data.path(),
                    namedDatabase(),
                    mode(),
                    proxies,
                    metricsPort == null ? OptionalInt.empty() : OptionalInt.of(metricsPort));
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), wrong.getMessage(), wrong);
        }
    }

    private Mode mode() {
        if (watch && rehearsed != null) {
            throw new ParameterException(
                    spec.commandLine(), "--rehearsed and --watch cannot go together");
        }
        if (watch) {
            return new Mode.Watch(this::tell);
        }
        if (rehearsed == null) {
            return preview ? new Mode.Preview() : new Mode.Collecting();
        }
        if (preview || rehearsed < 1 || rehearsed > MOST_REHEARSED) {
            throw new ParameterException(
                    spec.commandLine(),
                    preview
                            ? "--rehearsed and --preview cannot go together"
                            : "--rehearsed must be 1 to %,d, not %,d"
                                    .formatted(MOST_REHEARSED, rehearsed));
        }
        return new Mode.Rehearsed(rehearsed, 1);
    }

    /// Each time a folder was read, as `check` would say it.
    private void tell(Path folder, List<Problem> problems) {
        PrintWriter err = spec.commandLine().getErr();
        problems.forEach(problem -> err.println(problem.print(folder.toString())));
        err.println(CheckCommand.summary(folder, problems));
        err.flush();
    }

    private String ready(RunningSite site) {
        String address = "http://%s:%d/".formatted(host, site.port());
        return switch (mode()) {
            case Mode.Collecting _ ->
                    "Eyebright is collecting answers at %s, kept in %s. Ctrl-C stops it."
                            .formatted(address, kept());
            case Mode.Preview _ ->
                    "A preview is at %s. What is answered there is thrown away. Ctrl-C stops it."
                            .formatted(address);
            case Mode.Watch _ ->
                    "A preview is at %s and follows its folder: save a file to see it. What is answered there is thrown away. Ctrl-C stops it."
                            .formatted(address);
            case Mode.Rehearsed(int respondents, long _) ->
                    "%,d rehearsed respondents are at %s. Nothing is kept. Ctrl-C stops it."
                            .formatted(respondents, address);
        };
    }

    /// Where answers are kept, in words.
    private String kept() {
        return switch (Databases.of(data.path())) {
            case Databases.InFiles(Path folder) -> folder.toAbsolutePath().toString();
            case Databases.OnPostgresql(PostgresqlUrl url) -> url.toString();
        };
    }

    /// Waits until the process is told to stop. The process then ends only once `closed` is counted down:
    /// the last answers are written and what is thrown away is gone.
    private static void awaitStop(CountDownLatch closed) throws InterruptedException {
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(
                        Thread.ofPlatform()
                                .unstarted(
                                        () -> {
                                            stopped.countDown();
                                            awaitQuietly(closed);
                                        }));
        stopped.await();
    }

    private static void awaitQuietly(CountDownLatch closed) {
        try {
            closed.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
