package eyebright.server;

import eyebright.check.StudyFolder;
import eyebright.desk.Desk;
import eyebright.discussion.Discussion;
import eyebright.frame.Origin;
import eyebright.population.Scenario;
import eyebright.publish.OutputFolder;
import eyebright.publish.cite.Home;
import eyebright.retention.RetentionLog;
import eyebright.server.figures.Flow;
import eyebright.server.figures.GivingBack;
import eyebright.server.figures.Publishing;
import eyebright.server.figures.Releases;
import eyebright.server.metrics.SiteMetrics;
import eyebright.server.page.Fielded;
import eyebright.server.page.Following;
import eyebright.server.page.FormTokens;
import eyebright.server.page.Limits;
import eyebright.server.page.Mode;
import eyebright.server.page.Proxies;
import eyebright.server.page.Requests;
import eyebright.server.page.Seal;
import eyebright.server.page.Shells;
import eyebright.server.page.Studies;
import eyebright.server.page.Turns;
import eyebright.server.page.Visitors;
import eyebright.server.page.Watching;
import eyebright.server.retention.Retention;
import eyebright.server.watch.FolderWatch;
import eyebright.server.watch.Renewing;
import eyebright.store.Keys;
import eyebright.store.Store;
import eyebright.store.Version;
import eyebright.visitors.VisitorDays;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/// Fields studies: the door to this module.
public final class Site {

    private static final System.Logger LOG = System.getLogger(Site.class.getName());

    private static final int NEARBY = 50;
    private static final String LOOPBACK = "127.0.0.1";

    /// Where published versions are kept, below the folder of the store.
    private static final String PUBLISHED = "published";

    private Site() {}

    /// Starts a site, and comes back when it answers.
    ///
    /// @throws NotReadyException if a folder has problems, two hold one study, or answers are to be kept and a consent has
    ///   placeholders
    /// @throws PortTakenException if something else listens on the port
    /// @throws eyebright.store.StoreLockedException if another process writes to the data folder
    /// @throws IOException if a folder cannot be read, the host is not one of this machine, or its system does not let this
    ///   process listen on the port
    public static RunningSite start(SiteSettings settings)
            throws NotReadyException, PortTakenException, IOException {
        return start(settings, Clock.systemUTC());
    }

    /// As above, at another time.
    static RunningSite start(SiteSettings settings, InstantSource clock)
            throws NotReadyException, PortTakenException, IOException {
        Turns.prepare();
        try (var framework = Framework.begin(WebApplication.at(settings.host(), settings.port()))) {
            return start(settings, clock, framework);
        }
    }

    private static RunningSite start(
            SiteSettings settings, InstantSource clock, Framework framework)
            throws NotReadyException, PortTakenException, IOException {
        Optional<Watching> watching = Optional.empty();
        List<StudyFolder> folders;
        if (settings.mode() instanceof Mode.Watch) {
            List<Following> followed = follow(settings.studyFolders());
            watching = Optional.of(new Watching(followed));
            folders = followed.stream().flatMap(each -> each.study().stream()).toList();
        } else {
            folders = read(settings.studyFolders());
        }
        if (settings.mode() instanceof Mode.Collecting) {
            refusePlaceholders(folders);
        }
        refuseTakenPort(settings);
        return switch (settings.mode()) {
            case Mode.Collecting _ ->
                    start(
                            settings,
                            clock,
                            framework,
                            folders,
                            watching,
                            kept(settings, clock),
                            settings.data(),
                            () -> {});
            case Mode.Preview _, Mode.Watch _, Mode.Rehearsed _ -> {
                Path thrownAway = Files.createTempDirectory("eyebright-");
                yield start(
                        settings,
                        clock,
                        framework,
                        folders,
                        watching,
                        Store.open(thrownAway, clock),
                        thrownAway,
                        () -> discard(thrownAway));
            }
        };
    }

    /// Where the answers are kept that are collected.
    private static Store kept(SiteSettings settings, InstantSource clock) {
        return settings.database()
                .map(url -> Store.open(settings.data(), url, clock))
                .orElseGet(() -> Store.open(settings.data(), clock));
    }

    private static void discard(Path thrownAway) {
        try {
            OutputFolder.discard(thrownAway);
        } catch (IOException left) {
            LOG.log(Level.WARNING, "could not be deleted: {0}", left.getMessage());
        }
    }

    private static RunningSite start(
            SiteSettings settings,
            InstantSource clock,
            Framework framework,
            List<StudyFolder> folders,
            Optional<Watching> watching,
            Store store,
            Path data,
            Runnable afterwards)
            throws PortTakenException {
        var opened = new Opened();
        opened.toClose(afterwards);
        opened.toClose(store::close);
        try {
            Optional<SiteMetrics> metrics = metrics(settings);
            metrics.ifPresent(running -> opened.toClose(running::close));
            Discussion discussion = Discussion.open(data, clock);
            opened.toClose(discussion::close);
            for (StudyFolder folder : folders) {
                store.addVersion(Version.of(folder));
            }
            Origin origin = new Origin.Real();
            if (settings.mode() instanceof Mode.Rehearsed rehearsed) {
                for (StudyFolder folder : folders) {
                    Rehearsing.fill(store, folder, rehearsed.seed(), rehearsed.respondents());
                }
                origin =
                        new Origin.Rehearsed(Scenario.AS_PUBLISHED.word() + ":" + rehearsed.seed());
            }
            var studies =
                    new Studies(
                            folders.stream()
                                    .map(
                                            folder ->
                                                    new Fielded(
                                                            folder,
                                                            store,
                                                            watching.isPresent()
                                                                    ? Fielded.Versions.LATEST
                                                                    : Fielded.Versions.AS_BEGUN))
                                    .toList());
            var givingBack = new GivingBack(origin);
            opened.toClose(givingBack::close);
            var publishing = new Publishing(studies, store, origin, givingBack);
            opened.toClose(publishing::close);
            Optional<Desk> desk = Optional.empty();
            Optional<Visitors> visitors = Optional.empty();
            if (settings.mode() instanceof Mode.Collecting) {
                studies.all().forEach(Fielded::tellUnreadable);
                var open = Desk.open(data, store.keys().key(Keys.COOKIE), clock);
                opened.toClose(open::close);
                desk = Optional.of(open);
                var counting = new Visitors(VisitorDays.open(data), clock);
                opened.toClose(counting::close);
                counting.begin();
                visitors = Optional.of(counting);
            }
            Optional<Retention> retention =
                    desk.map(
                            open ->
                                    new Retention(
                                            studies,
                                            store,
                                            RetentionLog.of(data),
                                            open,
                                            clock,
                                            publishing::renew));
            publishing.begin(fielded -> retention.map(days -> days.isInUse(fielded)).orElse(true));
            retention.ifPresent(
                    days -> {
                        opened.toClose(days::close);
                        days.begin();
                    });
            metrics.ifPresent(running -> running.watch(store::waiting, publishing::ages));
            var home = new Home(settings.publicUrl());
            var flow = new Flow(store, visitors);
            var parts =
                    new ArrayList<Object>(
                            List.of(
                                    clock,
                                    settings.mode(),
                                    home,
                                    studies,
                                    store,
                                    discussion,
                                    givingBack,
                                    publishing,
                                    flow,
                                    new Releases(
                                            studies,
                                            store,
                                            flow,
                                            publishing,
                                            origin,
                                            data.resolve(PUBLISHED),
                                            home),
                                    requests(settings, clock, store, visitors, watching)));
            desk.ifPresent(parts::add);
            visitors.ifPresent(parts::add);
            metrics.ifPresent(parts::add);
            watching.ifPresent(parts::add);
            retention.ifPresent(parts::add);
            var context = serve(framework, settings, parts);
            givingBack.served();
            if (settings.mode() instanceof Mode.Watch watch && watching.isPresent()) {
                try {
                    follow(watching.get(), watch, context.getBean(Renewing.class), opened);
                } catch (RuntimeException fault) {
                    context.close();
                    throw fault;
                }
            }
            return new RunningSite(
                    context, metrics, () -> watching.ifPresent(Watching::close), opened::close);
        } catch (RuntimeException | PortTakenException fault) {
            opened.close();
            throw fault;
        }
    }

    private static Optional<SiteMetrics> metrics(SiteSettings settings) throws PortTakenException {
        if (settings.metricsPort().isEmpty()) {
            return Optional.empty();
        }
        int port = settings.metricsPort().getAsInt();
        try {
            if (port != 0 && Port.of(LOOPBACK, port) == Port.FORBIDDEN) {
                throw forbidden(port, "--metrics-port");
            }
            return Optional.of(SiteMetrics.start(port));
        } catch (BindException taken) {
            throw PortTakenException.ofMetrics(port);
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    private static Requests requests(
            SiteSettings settings,
            InstantSource clock,
            Store store,
            Optional<Visitors> visitors,
            Optional<Watching> watching) {
        return new Requests(
                new Shells(settings.mode(), visitors, watching),
                new FormTokens(new Seal(store.keys().key(Keys.COOKIE)), clock),
                new Limits(clock),
                settings.publicUrl(),
                new Proxies(settings.proxies()),
                settings.isSecure());
    }

    private static ServletWebServerApplicationContext serve(
            Framework framework, SiteSettings settings, List<Object> parts)
            throws PortTakenException {
        try {
            return framework.serve(parts);
        } catch (PortInUseException taken) {
            throw new PortTakenException(settings.port(), freeAfter(settings));
        }
    }

    private static List<StudyFolder> read(List<Path> folders)
            throws NotReadyException, IOException {
        var read = new ArrayList<StudyFolder>();
        var paths = new HashMap<String, Path>();
        for (Path folder : folders) {
            switch (StudyFolder.read(folder)) {
                case StudyFolder.Reading.Valid valid -> {
                    String study = valid.folder().study().name();
                    Path same = paths.putIfAbsent(study, folder);
                    if (same != null) {
                        throw NotReadyException.sameName(study, same, folder);
                    }
                    read.add(valid.folder());
                }
                case StudyFolder.Reading.Invalid invalid ->
                        throw NotReadyException.broken(invalid.problems());
            }
        }
        return read;
    }

    /// As `read`, but a folder with errors is no reason not to begin.
    private static List<Following> follow(List<Path> folders)
            throws NotReadyException, IOException {
        var read = new ArrayList<Following>();
        var paths = new HashMap<String, Path>();
        for (Path folder : folders) {
            Following following = Following.read(folder);
            Path same = paths.putIfAbsent(following.name(), folder);
            if (same != null) {
                throw NotReadyException.sameName(following.name(), same, folder);
            }
            read.add(following);
        }
        return read;
    }

    private static void follow(
            Watching watching, Mode.Watch watch, Renewing renewing, Opened opened) {
        var folders =
                new FolderWatch(
                        watching.all().stream().map(Following::folder).toList(),
                        folder -> renewing.read(folder, watch.told()));
        opened.toClose(folders::close);
        watching.all().forEach(each -> watch.told().accept(each.folder(), each.problems()));
        folders.begin();
    }

    private static void refusePlaceholders(List<StudyFolder> folders) throws NotReadyException {
        var placeholders = new TreeMap<String, List<String>>();
        for (StudyFolder folder : folders) {
            List<String> keys = folder.study().consent().placeholders();
            if (!keys.isEmpty()) {
                placeholders.put(folder.study().name(), keys);
            }
        }
        if (!placeholders.isEmpty()) {
            throw NotReadyException.unfilled(placeholders);
        }
    }

    private static void refuseTakenPort(SiteSettings settings)
            throws PortTakenException, IOException {
        if (settings.port() == 0) {
            return;
        }
        switch (Port.of(settings.host(), settings.port())) {
            case FREE -> {}
            case TAKEN -> throw new PortTakenException(settings.port(), freeAfter(settings));
            case FORBIDDEN ->
                    throw forbidden(
                            settings.port(),
                            "--port, with nginx or Caddy before it (docs/guide/operate.md); or have the system give the right, as a unit of systemd does by AmbientCapabilities=CAP_NET_BIND_SERVICE");
        }
    }

    /// @param advice where to name another
    private static IOException forbidden(int port, String advice) {
        return new IOException(
                "port %d is not one that you may listen on: those below %d are kept for the system. Name a higher one by %s"
                        .formatted(port, Port.FIRST_FOR_ALL, advice));
    }

    private static OptionalInt freeAfter(SiteSettings settings) {
        return IntStream.rangeClosed(
                        settings.port() + 1, Math.min(65_535, settings.port() + NEARBY))
                .filter(
                        port -> {
                            try {
                                return Port.of(settings.host(), port) == Port.FREE;
                            } catch (IOException unusable) {
                                return false;
                            }
                        })
                .findFirst();
    }
}
