package eyebright.postgresql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The programs of a PostgreSQL that this machine has, and who runs them.
///
/// @param folder with `initdb` and `postgres`
/// @param user who runs them where this process is root, whom PostgreSQL refuses; empty where it is not
public record PostgresqlPrograms(Path folder, Optional<String> user) {

    /// Why there are none; for a test that does not run.
    public static final String MISSING =
            "this machine has no PostgreSQL 15 or newer that could be started: install it, or name its bin folder in"
                    + " EYEBRIGHT_POSTGRESQL";

    private static final int LEAST_VERSION = 15;

    /// Those of this machine, the newest of them; nothing where there are none, or only root could run them.
    public static Optional<PostgresqlPrograms> find() {
        Optional<String> user = Optional.empty();
        if ("root".equals(System.getProperty("user.name"))) {
            user = Stream.of("postgres", "nobody").filter(PostgresqlPrograms::isUser).findFirst();
            if (user.isEmpty() || !Files.isExecutable(Path.of("/usr/bin/setpriv"))) {
                return Optional.empty();
            }
        }
        Optional<String> runs = user;
        return folders()
                .filter(each -> Files.isExecutable(each.resolve("initdb")))
                .filter(each -> version(each) >= LEAST_VERSION)
                .map(each -> new PostgresqlPrograms(each, runs))
                .findFirst();
    }

    private static Stream<Path> folders() {
        String named = System.getenv("EYEBRIGHT_POSTGRESQL");
        if (named != null && !named.isEmpty()) {
            return Stream.of(Path.of(named));
        }
        return Stream.of(
                        installed("/usr/lib/postgresql", "bin"),
                        installed("/opt/homebrew/opt", "bin"),
                        installed("/usr", "bin"),
                        Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                                .filter(part -> !part.isEmpty())
                                .map(Path::of))
                .flatMap(each -> each);
    }

    /// Folders of versions, the newest first: `15/bin`, `postgresql@16/bin`, `pgsql-17/bin`.
    private static Stream<Path> installed(String parent, String bin) {
        try (Stream<Path> versions = Files.list(Path.of(parent))) {
            return versions
                    .filter(
                            each ->
                                    each.getFileName()
                                            .toString()
                                            .matches("(postgresql@|pgsql-)?[0-9]+"))
                    .sorted(Comparator.comparingInt(PostgresqlPrograms::number).reversed())
                    .map(each -> each.resolve(bin))
                    .toList()
                    .stream();
        } catch (IOException absent) {
            return Stream.empty();
        }
    }

    private static int number(Path folder) {
        return Integer.parseInt(folder.getFileName().toString().replaceAll("[^0-9]", ""));
    }

    /// As `initdb --version` says it: the last number of `initdb (PostgreSQL) 15.9`, before its dot.
    private static int version(Path folder) {
        try {
            Process process =
                    new ProcessBuilder(folder.resolve("initdb").toString(), "--version").start();
            String said =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(said.replaceFirst("(?s).*\\) ([0-9]+).*", "$1"));
        } catch (IOException | NumberFormatException unreadable) {
            return 0;
        }
    }

    private static boolean isUser(String name) {
        try (Stream<String> users = Files.lines(Path.of("/etc/passwd"))) {
            return users.anyMatch(line -> line.startsWith(name + ":"));
        } catch (IOException unreadable) {
            return false;
        }
    }

    /// A command of these programs, run by that user.
    List<String> asUser(String... command) {
        var whole = new ArrayList<String>();
        user.ifPresent(
                name ->
                        whole.addAll(
                                List.of(
                                        "/usr/bin/setpriv",
                                        "--reuid=" + name,
                                        "--regid=" + group(name),
                                        "--clear-groups")));
        whole.add(folder.resolve(command[0]).toString());
        whole.addAll(List.of(command).subList(1, command.length));
        return whole;
    }

    private static String group(String user) {
        try (Stream<String> users = Files.lines(Path.of("/etc/passwd"))) {
            return users.filter(line -> line.startsWith(user + ":"))
                    .map(line -> line.split(":", -1)[3])
                    .findFirst()
                    .orElseThrow();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// Gives a folder to that user.
    Path ownFolder(Path fresh) throws IOException {
        if (user.isPresent()) {
            Files.setOwner(
                    fresh,
                    fresh.getFileSystem()
                            .getUserPrincipalLookupService()
                            .lookupPrincipalByName(user.get()));
        }
        return fresh;
    }
}
