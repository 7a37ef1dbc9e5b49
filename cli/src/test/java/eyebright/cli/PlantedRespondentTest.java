package eyebright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.backup.Backup;
import eyebright.check.StudyFolder;
import eyebright.server.Rehearsing;
import eyebright.store.Store;
import eyebright.store.Version;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One respondent among others answers a server, meets faults, sends and withdraws. An attacker then has every public page
/// from before, in between and after, all that the server said, its temporary files, each file of its data without
/// the keys, and two backups: and looks for that person.
class PlantedRespondentTest {

    private static final String STUDY = "small";
    private static final String ADDRESS = "203.0.113.77";
    private static final String BROWSER = "Quernstone/7.1";
    private static final String WORDS = "zephyrine marmalade";
    private static final String NUMBER = "73519";
    private static final String LOST = "never kept wistaria";
    private static final String TYPED = "isinglass";
    private static final int OTHERS = 30;

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([a-z]+)\" value=\"([^\"]*)\">");
    private static final Pattern CODE = Pattern.compile("Your code: <strong>([a-z-]+)</strong>");
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"(/[^\"#?]*)");
    private static final Pattern VISITORS = Pattern.compile("(?s)<footer>.*?</footer>");

    @TempDir private static Path folder;
    @TempDir private static Path backups;

    private static String code = "";
    private static String cookie = "";
    private static final Map<String, Map<String, String>> PUBLIC = new LinkedHashMap<>();
    private static final Map<String, List<Path>> WITH_WORDS = new LinkedHashMap<>();
    private static int kept;
    private static int notKept;
    private static String said = "";

    @BeforeAll
    static void live() throws Exception {
        Path study = study();
        StudyFolder read = ((StudyFolder.Reading.Valid) StudyFolder.read(study)).folder();
        try (Store store = Store.open(data(), Clock.systemUTC())) {
            store.addVersion(Version.of(read));
            Rehearsing.fill(store, read, 1, OTHERS);
        }
        try (Served served =
                        Served.start(
                                folder.resolve("tmp"),
                                study.toString(),
                                "--port",
                                "0",
                                "--public-url",
                                "http://small.example.org",
                                "--data",
                                data().toString());
                HttpClient browser = HttpClient.newHttpClient()) {
            var site = new Planted(served.address(), browser);
            PUBLIC.put("before anybody came", site.crawl());
            site.answers();
            PUBLIC.put("after one had sent", site.crawl());
            site.meetsFaults();
            WITH_WORDS.put("kept", filesWith(data(), WORDS));
            Backup.write(data(), backups.resolve("kept"), Clock.systemUTC());
            site.withdraws();
            Backup.write(data(), backups.resolve("withdrawn"), Clock.systemUTC());
            PUBLIC.put("after the one had withdrawn", site.crawl());
            WITH_WORDS.put("withdrawn, while the server runs", filesWith(folder, WORDS));
            served.terminate();
            said = served.said() + Files.readString(folder.resolve("stdout"));
        }
    }

    private static Path data() {
        return folder.resolve("data");
    }

    private static Path study() throws IOException {
        Path study = Files.createDirectories(folder.resolve(STUDY));
        Files.writeString(
                study.resolve("study.yaml"),
                """
                study: small
                title: Small
                asks: Is anybody found?
                invitation: Two pages.
                consent:
                  controller: somebody
                  contact: somebody@example.org
                  ethics: exempt
                  retention-end: 2036-12-31
                  support: [somebody]
                  text: We keep your answers.
                """);
        Files.writeString(
                study.resolve("questions.yaml"),
                """
                - page: one
                  title: One
                  questions:
                    - {id: fine, ask: "Are you fine?", one-of: [{"yes": "Yes"}, {"no": "No"}]}
                    - {id: number, ask: "How many?", count: {from: 0, to: 100000, unit: things}}
                - page: two
                  title: Two
                  questions:
                    - {id: words, ask: "What do you say?", text: {up-to: 200}}
                """);
        Files.writeString(
                study.resolve("plan.yaml"),
                """
                - plan: small
                  respondents: 10
                - claim: fine
                  asks: Are most people fine?
                  says: Most are fine.
                  primary: true
                  share: fine == "yes"
                  expects: {above: 50%}
                """);
        return study;
    }

    /// The one, at a browser that says who it is.
    private record Planted(URI site, HttpClient browser) {

        void answers() throws IOException, InterruptedException {
            take(post("small/take-part", page("small/take-part"), Map.of("answer", "agree")));
            String one = page("small/take-part/one");
            code = found(CODE, one);
            keeps(
                    post(
                            "small/take-part/one",
                            one,
                            Map.of("go", "on", "fine", "no", "number", NUMBER)));
            keeps(
                    post(
                            "small/take-part/two",
                            page("small/take-part/two"),
                            Map.of("go", "on", "words", WORDS)));
        }

        private void keeps(HttpResponse<String> response) {
            assertThat(response.statusCode()).as(response.body()).isEqualTo(303);
            kept++;
        }

        /// Whatever may fail while something of the one is at hand.
        void meetsFaults() throws Exception {
            String form = page("small/take-part/two");
            for (String broken :
                    List.of(
                            "GET /small/" + TYPED + "\\?code=" + code + "{} HTTP/1.1",
                            "GET /small/take-part/%zz" + TYPED + " HTTP/1.1",
                            "GET /small//..%2f" + TYPED + ";" + code + " HTTP/1.1",
                            TYPED + " /" + code + " HTTP/9.9",
                            "POST /small/take-part/two?" + TYPED + "=%e0%80 HTTP/1.1")) {
                raw(broken);
            }
            page("small/" + TYPED);
            page("small/findings/" + TYPED + "?code=" + code);
            page("small/you?like=" + TYPED);
            // A page sent twice, with more than it may hold, with characters no database keeps, by
            // a stale form.
            post("small/take-part/two", form, Map.of("go", "on", "words", LOST.repeat(5000)));
            post("small/take-part/two", form, Map.of("go", "on", "words", LOST + "\0"));
            post("small/take-part/two", "", Map.of("go", "on", "words", LOST));
            post(
                    "small/resume",
                    page("small/resume"),
                    Map.of("go", "on", "code", code + "-" + TYPED));
            // The database fails in the middle.
            try (Connection other =
                    DriverManager.getConnection("jdbc:sqlite:" + data().resolve("eyebright.db"))) {
                run(other, "ALTER TABLE log RENAME TO log_elsewhere");
                HttpResponse<String> refused =
                        post("small/take-part/two", form, Map.of("go", "on", "words", LOST));
                notKept = refused.statusCode();
                page("small/take-part/one");
                run(other, "ALTER TABLE log_elsewhere RENAME TO log");
            }
            HttpResponse<String> sent =
                    post(
                            "small/take-part/send",
                            page("small/take-part/review"),
                            Map.of("go", "send"));
            assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
        }

        private static void run(Connection connection, String sql) throws SQLException {
            try (var statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }

        private void raw(String line) throws IOException {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), site.getPort())) {
                socket.setSoTimeout(10_000);
                OutputStream out = socket.getOutputStream();
                out.write(
                        "%s\r\nHost: small.example.org\r\nUser-Agent: %s\r\nX-Forwarded-For: %s\r\nCookie: %s; bad=\"%s\u0001\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                                .formatted(line, BROWSER, ADDRESS, cookie, TYPED)
                                .getBytes(StandardCharsets.ISO_8859_1));
                out.flush();
                socket.getInputStream().readAllBytes();
            }
        }

        void withdraws() throws IOException, InterruptedException {
            HttpResponse<String> asked =
                    post(
                            "small/withdraw",
                            page("small/withdraw"),
                            Map.of("go", "on", "code", code));
            HttpResponse<String> withdrawn =
                    post("small/withdraw", asked.body(), Map.of("confirm", "yes"));
            assertThat(withdrawn.statusCode()).as(withdrawn.body()).isLessThan(400);
            try (Store store = Store.read(data())) {
                assertThat(store.counts(STUDY).started()).isEqualTo(OTHERS);
            }
        }

        /// Every public page that a link leads to, with what its headers say; without the count of visitors and what a
        /// form carries.
        Map<String, String> crawl() throws IOException, InterruptedException {
            var pages = new TreeMap<String, String>();
            var open = new ArrayDeque<>(List.of("/", "/small", "/health", "/small/article.atom"));
            while (!open.isEmpty()) {
                String path = open.remove();
                if (pages.containsKey(path) || path.startsWith("/small/take-part/")) {
                    continue;
                }
                HttpResponse<String> response =
                        browser.send(
                                HttpRequest.newBuilder(site.resolve(path)).build(),
                                BodyHandlers.ofString());
                String body =
                        HIDDEN.matcher(VISITORS.matcher(response.body()).replaceAll(""))
                                .replaceAll("");
                var headers = new TreeMap<>(response.headers().map());
                headers.keySet().removeIf(name -> name.equalsIgnoreCase("date"));
                headers.keySet().removeIf(name -> name.equalsIgnoreCase("content-length"));
                pages.put(path, response.statusCode() + " " + headers + "\n" + body);
                Matcher links = LINK.matcher(response.body());
                while (links.find()) {
                    open.add(links.group(1));
                }
            }
            return pages;
        }

        private String page(String path) throws IOException, InterruptedException {
            return browser.send(request(path).build(), BodyHandlers.ofString()).body();
        }

        private HttpResponse<String> post(String path, String page, Map<String, String> typed)
                throws IOException, InterruptedException {
            var fields = new TreeMap<String, String>();
            Matcher hidden = HIDDEN.matcher(page);
            while (hidden.find()) {
                fields.put(hidden.group(1), hidden.group(2));
            }
            fields.putAll(typed);
            String body =
                    fields.entrySet().stream()
                            .map(
                                    field ->
                                            field.getKey()
                                                    + "="
                                                    + URLEncoder.encode(
                                                            field.getValue(),
                                                            StandardCharsets.UTF_8))
                            .collect(Collectors.joining("&"));
            return browser.send(
                    request(path)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .header("Origin", site.getScheme() + "://" + site.getAuthority())
                            .POST(BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString());
        }

        private void take(HttpResponse<String> response) {
            String given = response.headers().firstValue("Set-Cookie").orElseThrow();
            cookie = given.substring(0, given.indexOf(';'));
        }

        private HttpRequest.Builder request(String path) {
            return HttpRequest.newBuilder(site.resolve(path))
                    .header("Cookie", cookie)
                    .header("User-Agent", BROWSER)
                    .header("X-Forwarded-For", ADDRESS);
        }
    }

    private static String found(Pattern pattern, String page) {
        Matcher matcher = pattern.matcher(page);
        if (!matcher.find()) {
            throw new AssertionError("no %s on %s".formatted(pattern, page));
        }
        return matcher.group(1);
    }

    private static List<Path> filesWith(Path below, String text) throws IOException {
        var found = new ArrayList<Path>();
        try (Stream<Path> files = Files.walk(below)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                        .contains(text)) {
                    found.add(file);
                }
            }
        }
        return found;
    }

    @Test
    void theAttackerLooksAtSomethingThatHappened() {
        assertThat(kept).isEqualTo(2);
        assertThat(notKept).as("the save while the database failed").isGreaterThanOrEqualTo(500);
        assertThat(WITH_WORDS.get("kept")).isNotEmpty();
        assertThat(PUBLIC.get("before anybody came"))
                .containsKeys("/", "/small", "/small/findings", "/small/reporting");
        assertThat(said).contains("the store cannot keep answers");
    }

    @Test
    void noPublicPageOrHeaderMovesWithOnePerson() {
        Map<String, String> before = Objects.requireNonNull(PUBLIC.get("before anybody came"));
        PUBLIC.forEach((when, pages) -> assertThat(pages).as(when).isEqualTo(before));
        assertThat(before.values())
                .noneMatch(page -> page.contains("etag=") || page.contains("last-modified="));
    }

    @Test
    void whatTheServerSaysNamesNobodyAndRepeatsNothingTyped() {
        assertThat(said)
                .doesNotContain(ADDRESS, BROWSER, WORDS, NUMBER, "wistaria", TYPED)
                .doesNotContain(code)
                .doesNotContain(cookie.substring(cookie.indexOf('=') + 1));
        for (String word : code.split("-", -1)) {
            assertThat(said).doesNotContainPattern("\\b" + word + "-|-" + word + "\\b");
        }
    }

    @Test
    void noFileHoldsAnAddressABrowserOrACode() throws IOException {
        for (String text : List.of(ADDRESS, BROWSER, code, code.replace('-', ' '), TYPED)) {
            assertThat(filesWith(folder, text)).as(text).isEmpty();
        }
    }

    @Test
    void afterAWithdrawalNoByteOfTheAnswersIsLeft() throws IOException {
        assertThat(WITH_WORDS.get("withdrawn, while the server runs")).isEmpty();
        for (String text : List.of(WORDS, NUMBER, LOST)) {
            assertThat(filesWith(folder, text)).as(text).isEmpty();
        }
    }

    /// Whoever had a time of the day could hold it against the log of a proxy. Every number of the database is looked at:
    /// none is a moment of this run, in seconds or milliseconds since 1970.
    @Test
    void noNumberOfTheDatabaseIsAClockTime() throws Exception {
        long now = System.currentTimeMillis();
        int numbers = 0;
        for (String table :
                column("eyebright.db", "SELECT name FROM sqlite_schema WHERE type = 'table'")) {
            // When the tables were made is told by Flyway, and is no save.
            if (table.equals("flyway_schema_history")) {
                continue;
            }
            for (String field :
                    column(
                            "eyebright.db",
                            "SELECT name FROM pragma_table_info('%s') WHERE type = 'INTEGER'"
                                    .formatted(table))) {
                for (String value :
                        column(
                                "eyebright.db",
                                "SELECT \"%s\" FROM \"%s\"".formatted(field, table))) {
                    long number = Long.parseLong(value);
                    assertThat(Math.abs(number - now)).isGreaterThan(86_400_000);
                    assertThat(Math.abs(number - now / 1000)).isGreaterThan(86_400);
                    numbers++;
                }
            }
        }
        assertThat(numbers).isGreaterThan(OTHERS);
    }

    @Test
    void theFilesShareNothingByWhichTheyCouldBeJoined() throws Exception {
        List<String> respondents = column("eyebright.db", "SELECT id FROM respondent");
        respondents.addAll(column("eyebright.db", "SELECT respondent FROM tombstone"));
        respondents.addAll(column("eyebright.db", "SELECT hex(code) FROM respondent"));
        respondents.addAll(column("eyebright.db", "SELECT save_id FROM log"));
        assertThat(respondents).hasSizeGreaterThan(2 * OTHERS);
        for (String other : List.of("discussion.db", "visitors.db", "desk.db")) {
            assertThat(data().resolve(other)).exists();
            String bytes =
                    new String(
                            Files.readAllBytes(data().resolve(other)), StandardCharsets.ISO_8859_1);
            assertThat(respondents.stream().distinct().filter(bytes::contains)).isEmpty();
        }
    }

    @Test
    void aBackupHoldsWhatTheOneAnsweredAndNeitherWhoNorWhen() throws IOException {
        Map<String, String> entries = entries(backups.resolve("kept"));
        String keys = Files.readString(data().resolve("keys").resolve("eyebright.keys"));

        assertThat(entries.get("answers/log.jsonl")).contains(WORDS, NUMBER);
        assertThat(entries).containsKeys("manifest.json", "answers/respondent.jsonl");
        entries.forEach(
                (name, text) -> {
                    assertThat(text)
                            .as(name)
                            .doesNotContain(ADDRESS, BROWSER, TYPED, LOST, code)
                            .doesNotContain(code.replace('-', ' '))
                            .doesNotContain(cookie.substring(cookie.indexOf('=') + 1))
                            .doesNotContainPattern("[0-9]{2}:[0-9]{2}:[0-9]{2}");
                    for (String key : keys.split("\\s+", -1)) {
                        if (key.length() > 20) {
                            assertThat(text).as(name).doesNotContain(key);
                        }
                    }
                });
        // Sessions and links of the desk live for hours, and are not kept.
        assertThat(entries).doesNotContainKeys("desk/session.jsonl", "desk/link.jsonl");
    }

    @Test
    void noNumberOfABackupIsAClockTimeOfARespondent() throws IOException {
        long now = System.currentTimeMillis();
        int numbers = 0;
        for (Map.Entry<String, String> entry : entries(backups.resolve("kept")).entrySet()) {
            // When researchers did something at their desk is kept: they are no respondents.
            if (entry.getKey().startsWith("desk/")) {
                continue;
            }
            Matcher all =
                    Pattern.compile("(?<![0-9a-f])[0-9]+(?![0-9a-f])").matcher(entry.getValue());
            while (all.find()) {
                var number = new BigInteger(all.group());
                for (long moment : List.of(now, now / 1000)) {
                    assertThat(number.subtract(BigInteger.valueOf(moment)).abs())
                            .as("%s in %s", number, entry.getKey())
                            .isGreaterThan(BigInteger.valueOf(moment / 1000));
                }
                numbers++;
            }
        }
        assertThat(numbers).isGreaterThan(OTHERS);
        try (var zip = new ZipFile(backups.resolve("kept").toFile())) {
            assertThat(zip.stream().map(ZipEntry::getTime).distinct()).hasSize(1);
            assertThat(zip.stream().mapToLong(ZipEntry::getTime).max().orElseThrow())
                    .isLessThan(Duration.ofDays(3653).toMillis());
        }
    }

    @Test
    void aBackupMadeAfterAWithdrawalHoldsNothingThatTheOneAnswered() throws IOException {
        Map<String, String> entries = entries(backups.resolve("withdrawn"));

        assertThat(entries.getOrDefault("answers/tombstone.jsonl", "").lines()).hasSize(1);
        entries.forEach(
                (name, text) -> assertThat(text).as(name).doesNotContain(WORDS, NUMBER, LOST));
    }

    @Test
    void thePartsOfABackupShareNothingByWhichTheyCouldBeJoined() throws IOException {
        Map<String, String> entries = entries(backups.resolve("kept"));
        var tokens = new HashSet<String>();
        for (String table : List.of("answers/respondent.jsonl", "answers/log.jsonl")) {
            Matcher all =
                    Pattern.compile("\"(?:id|respondent|code|save_id|content)\":\"([^\"]+)\"")
                            .matcher(entries.get(table));
            while (all.find()) {
                tokens.add(all.group(1));
            }
        }
        assertThat(tokens).hasSizeGreaterThan(2 * OTHERS);
        entries.forEach(
                (name, text) -> {
                    if (!name.startsWith("answers/")) {
                        assertThat(tokens.stream().filter(text::contains)).as(name).isEmpty();
                    }
                });
    }

    private static Map<String, String> entries(Path backup) throws IOException {
        var entries = new TreeMap<String, String>();
        try (var zip = new ZipFile(backup.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                try (InputStream in = zip.getInputStream(entry)) {
                    entries.put(
                            entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        return entries;
    }

    private static List<String> column(String file, String sql) throws SQLException {
        try (Connection attacker =
                        DriverManager.getConnection("jdbc:sqlite:" + data().resolve(file));
                var statement = attacker.createStatement();
                var rows = statement.executeQuery(sql)) {
            var values = new ArrayList<String>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}
