package eyebright.postgresql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A PostgreSQL of its own in a temporary folder: made by `initdb` as a user who is not root, syncing to disk, listening on
/// a free port of 127.0.0.1. Safe for many threads, but for what starts and ends it.
///
/// Whoever connects is let in without a password, but for the role `locked`.
public final class Cluster implements AutoCloseable {

    /// Who may do everything.
    private static final String OWNER = "eyebright";

    private static final int SECONDS_TO_START = 30;
    private static final int SECONDS_TO_END = 30;
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private final PostgresqlPrograms programs;
    private final Path folder;
    private final int port;
    private @Nullable Process server;

    private Cluster(PostgresqlPrograms programs, Path folder, int port) {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
    }

    /// Makes one and starts it.
    public static Cluster start(PostgresqlPrograms programs) {
        try {
            Path folder = programs.ownFolder(Files.createTempDirectory("eyebright-postgresql"));
            run(
                    programs.asUser(
                            "initdb",
                            "--pgdata=" + folder.resolve("data"),
                            "--username=" + OWNER,
                            "--auth=trust",
                            "--encoding=UTF8",
                            // The order of words must not depend on it.
                            "--locale=C.UTF-8",
                            "--no-sync"),
                    folder);
            Files.writeString(
                    folder.resolve("data").resolve("pg_hba.conf"),
                    "host all locked 127.0.0.1/32 scram-sha-256\nhost all all 127.0.0.1/32 trust\n");
            var cluster = new Cluster(programs, folder, freePort());
            cluster.begin();
            return cluster;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static int freePort() throws IOException {
        try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    /// Starts it again.
    ///
    /// @param settings beside those of the cluster, such as `fsync=off`
    public void begin(String... settings) throws IOException {
        var command =
                new ArrayList<>(
                        List.of(
                                "postgres",
                                "-D",
                                folder.resolve("data").toString(),
                                "-p",
                                Integer.toString(port),
                                "-c",
                                "listen_addresses=127.0.0.1",
                                "-c",
                                "unix_socket_directories=",
                                "-c",
                                "shared_buffers=16MB",
                                "-c",
                                "max_connections=100"));
        for (String setting : settings) {
            command.add("-c");
            command.add(setting);
        }
        server =
                new ProcessBuilder(programs.asUser(command.toArray(String[]::new)))
                        .redirectErrorStream(true)
                        .redirectOutput(
                                ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
                        .start();
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_START);
        while (!answers()) {
            if (!server.isAlive() || System.nanoTime() - until > 0) {
                throw new IllegalStateException(
                        "PostgreSQL did not start: " + Files.readString(folder.resolve("log")));
            }
            pause();
        }
    }

    private boolean answers() {
        try (Connection connection = connect("postgres")) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /// Kills the server and everything it has begun, as a power cut does to programs.
    public void crash() {
        signal("QUIT");
    }

    /// Ends the server, and every connection with it.
    public void end() {
        signal("INT");
    }

    private void signal(String name) {
        Process running = server;
        if (running == null) {
            return;
        }
        try {
            run(List.of("kill", "-" + name, Long.toString(running.pid())), folder);
            if (!running.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                running.destroyForcibly();
            }
            server = null;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /// A database that nobody has used; the URL of it.
    public String newDatabase() {
        return newDatabase("template1");
    }

    /// As above, with all that another has, to which nobody may be connected.
    ///
    /// @param template its name
    public String newDatabase(String template) {
        String name = "test" + DATABASES.incrementAndGet();
        sql("postgres", "CREATE DATABASE %s TEMPLATE %s".formatted(name, template));
        return url(name);
    }

    /// The URL of a database, as `--database` takes it.
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s?user=%s".formatted(port, database, OWNER);
    }

    /// The name of the database of a URL.
    public static String name(String url) {
        return url.replaceFirst(".*/", "").replaceFirst("\\?.*", "");
    }

    /// Runs a statement in a database.
    public void sql(String database, String statement) {
        try (Connection connection = connect(database);
                var run = connection.createStatement()) {
            run.execute(statement);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /// The first column of the first row of an answer.
    public String ask(String database, String query) {
        try (Connection connection = connect(database);
                var run = connection.createStatement();
                var rows = run.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database));
    }

    /// The folder with all it keeps.
    public Path data() {
        return folder.resolve("data");
    }

    /// Ends it and deletes its folder, which nobody needs to have on the disk first.
    @Override
    public void close() {
        crash();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static void run(List<String> command, Path folder) throws IOException {
        Path log = folder.resolve("log");
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .start();
        try {
            if (process.waitFor() != 0) {
                throw new IllegalStateException(
                        "%s: %s".formatted(String.join(" ", command), Files.readString(log)));
            }
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
