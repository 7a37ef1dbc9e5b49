package eyebright.bench;

import eyebright.bench.Respondents.Way;
import eyebright.database.Databases;
import eyebright.database.PostgresqlUrl;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// How many pages a second a real `eyebright serve` saves durably over HTTP, beside what bounds it: the same saves
/// without HTTP, the disk, and a page of the framework that does nothing. `scripts/bench.sh saves [RESPONDENTS
/// [SECONDS [URL]]]`; with the URL of a PostgreSQL, as `serve --database` takes it, saves go there.
///
/// Who answers is a process of its own on the same machine: both sides share its cores, so the processor's time that
/// the server takes for each save is told as well. Every save that was acknowledged is looked up at the end.
public final class SaveTimes {

    private static final int REHEARSED = 100;
    private static final int LEAST_PAGES = 20;
    private static final double FIRST_GUESS = 200;
    private static final int SPARE = 8;

    /// Nobody is measured before so many saves were made, or that many thirds of the time measured have passed: java translates
    /// what runs often, its second compiler stands behind a server that is busy (decision 71), and a server lives long.
    private static final int WARM_SAVES = 200_000;

    private static final int WARM = 20;

    private static final Duration SETTLING = Duration.ofSeconds(2);
    private static final double MILLION = TimeUnit.MILLISECONDS.toNanos(1);

    private SaveTimes() {}

    /// Prints all figures.
    ///
    /// @param arguments how many respondents at once, 64 if left out; for how many seconds, 30 if left out; the URL of an empty
    ///   database of PostgreSQL, SQLite if left out
    /// @throws IllegalStateException if a save that was acknowledged is not in the store, or is there twice
    public static void main(String[] arguments)
            throws IOException, InterruptedException, SQLException {
        int atOnce = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 64;
        double seconds = arguments.length > 1 ? Double.parseDouble(arguments[1]) : 30;
        try (var study = ReadyStudy.make()) {
            String url = "jdbc:sqlite:" + study.data().resolve("eyebright.db");
            if (arguments.length > 2) {
                url = arguments[2];
                Databases.use(study.data(), new PostgresqlUrl(url));
            }
            Forms forms = Forms.of(study.read(), REHEARSED);
            System.out.printf(
                    "%d respondents at once, %.0f s each, java of the server with %s%n",
                    atOnce, seconds, Served.options());
            System.out.println(Latencies.HEAD);
            served(study, url, forms, atOnce, seconds);
            nothing(forms, atOnce, seconds / 3);
            var limits = new SaveLimits(study);
            limits.store(atOnce, seconds / 4);
            print("the store without HTTP, as many threads", limits.store(atOnce, seconds / 3));
            print("the store without HTTP, one thread", limits.store(1, seconds / 3));
            print("a block written and synced", limits.disk(seconds / 3));
        }
    }

    private static void served(
            ReadyStudy study, String url, Forms forms, int atOnce, double seconds)
            throws IOException, InterruptedException, SQLException {
        Respondents respondents;
        try (var server = Served.eyebright(study)) {
            Thread.sleep(SETTLING);
            long atStart = server.resident();
            respondents = new Respondents(server.port(), atOnce, forms);
            double rate = warm(respondents, seconds / 3);
            measured(server, respondents, "pages saved", Way.SAVES, rate, seconds);
            measured(
                    server,
                    respondents,
                    "pages saved, and the next shown",
                    Way.SAVES_AND_PAGES,
                    rate,
                    seconds);
            System.out.printf("%d s until it rests%n", server.settle());
            for (String path : List.of("/tears", "/tears/questionnaire", "/tears/findings")) {
                respondents.read(path, seconds / 4);
                print(path, respondents.read(path, seconds / 2));
            }
            Thread.sleep(SETTLING);
            System.out.printf(
                    "memory of the server in MB: %d at its start, %d at its most, %d idle after%n",
                    atStart, server.mostResident(), server.resident());
        }
        lookUp(url, respondents);
    }

    /// Prints how it gets faster: most sites never get as far as what is measured then.
    ///
    /// @return how many pages were saved a second at the end
    private static double warm(Respondents respondents, double seconds)
            throws IOException, InterruptedException {
        double rate = FIRST_GUESS;
        int saves = 0;
        for (int part = 0; part < WARM && saves < WARM_SAVES; part++) {
            Way way = part % 2 == 0 ? Way.SAVES_AND_PAGES : Way.SAVES;
            respondents.begin(people(rate, seconds));
            Latencies times = respondents.answer(way, seconds);
            if (way == Way.SAVES) {
                print(String.format(Locale.ROOT, "pages saved, after %,d", saves), times);
            }
            saves += times.count();
            rate = Math.max(rate, times.perSecond());
        }
        return rate;
    }

    /// As many as do not come to the end in that time.
    private static int people(double rate, double seconds) {
        return (int) (2 * rate * seconds / LEAST_PAGES) + SPARE;
    }

    private static void measured(
            Served server,
            Respondents respondents,
            String name,
            Way way,
            double rate,
            double seconds)
            throws IOException, InterruptedException {
        respondents.begin(people(rate, seconds));
        Duration ours = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
        Duration theirs = server.processorTime();
        Latencies times = respondents.answer(way, seconds);
        theirs = server.processorTime().minus(theirs);
        ours = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).minus(ours);
        print(name, times);
        System.out.printf(
                Locale.ROOT,
                "  processor's milliseconds for each: server %.3f, who asks %.3f; cores busy: %.2f and %.2f%n",
                theirs.toNanos() / MILLION / times.count(),
                ours.toNanos() / MILLION / times.count(),
                theirs.toNanos() / MILLION / 1000 / times.seconds(),
                ours.toNanos() / MILLION / 1000 / times.seconds());
    }

    private static void nothing(Forms forms, int atOnce, double seconds)
            throws IOException, InterruptedException {
        try (var server = Served.nothing()) {
            Respondents.nothing(server.port(), atOnce, forms, seconds);
            Duration before = server.processorTime();
            Latencies times = Respondents.nothing(server.port(), atOnce, forms, seconds);
            print("a page of the framework that does nothing", times);
            System.out.printf(
                    Locale.ROOT,
                    "  processor's milliseconds for each: server %.3f%n",
                    server.processorTime().minus(before).toNanos() / MILLION / times.count());
        }
    }

    /// Every save that was acknowledged is there, none twice, and none that nobody sent.
    private static void lookUp(String url, Respondents respondents) throws SQLException {
        Map<String, Integer> kept = new HashMap<>();
        try (var database = DriverManager.getConnection(url)) {
            // The schema of answers in PostgreSQL; a file of SQLite has none.
            if (url.startsWith("jdbc:postgresql:")) {
                database.setSchema("eyebright");
            }
            count(database, kept);
        }
        List<String> acknowledged = respondents.acknowledged();
        long lost = acknowledged.stream().filter(save -> !kept.containsKey(save)).count();
        long twice = kept.values().stream().filter(times -> times > 1).count();
        var unknown = new HashSet<>(kept.keySet());
        unknown.removeAll(new HashSet<>(respondents.sent()));
        System.out.printf(
                Locale.ROOT,
                "%,d saves acknowledged: %d of them not in the store, %d there twice, %d there that nobody sent%n",
                acknowledged.size(),
                lost,
                twice,
                unknown.size());
        if (lost + twice + unknown.size() > 0) {
            throw new IllegalStateException("the store does not hold what was acknowledged");
        }
    }

    private static void count(Connection database, Map<String, Integer> kept) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery("SELECT save_id FROM log WHERE kind = 'page'")) {
            while (rows.next()) {
                kept.merge(rows.getString(1), 1, Integer::sum);
            }
        }
    }

    private static void print(String name, Latencies times) {
        System.out.println(times.row(name));
    }
}
