package eyebright.bench;

import eyebright.server.NotReadyException;
import eyebright.server.PortTakenException;
import eyebright.server.RunningSite;
import eyebright.server.Site;
import eyebright.server.SiteSettings;
import eyebright.server.page.Mode;
import eyebright.store.Snapshots;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;

/// Milliseconds until a respondent has the page that the tears study gives back, over HTTP on one machine, with many
/// rehearsed respondents in the snapshot; and how long a new snapshot and its predictions take, while pages are asked
/// for. `scripts/bench.sh you [RESPONDENTS [REQUESTS]]`.
public final class YouTimes {

    private static final String STUDY = ReadyStudy.NAME;
    private static final double MILLION = TimeUnit.MILLISECONDS.toNanos(1);
    private static final double BILLION = TimeUnit.SECONDS.toNanos(1);
    private static final int WARM = 100;
    private static final int PAUSE = 20;
    private static final long STILL = TimeUnit.SECONDS.toNanos(3);
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    /// Has tears at times: what is told of her holds every kind of sentence.
    private static final Map<String, List<String>> OFTEN =
            Map.ofEntries(
                    said("adult", "yes"),
                    said("seen_clients", "yes"),
                    said("age", "51"),
                    said("gender", "woman"),
                    said("training", "licensed"),
                    said("experience", "20"),
                    said("experience_months", "0"),
                    said("seeing_now", "yes"),
                    said("weekly_sessions", "18"),
                    said("sessions_28", "66"),
                    said("orientation", "psychodynamic"),
                    said("cried_daily_ever", "yes"),
                    said("cried_daily", "4"),
                    said("recent_loss", "yes"),
                    said("felt_daily", "sadness", "grief"),
                    said("cried_ever", "yes"),
                    said("tears_sessions", "3"),
                    said("career_one_in", "25"),
                    said("urge_sessions", "5"),
                    said("held_back", "yes"),
                    said("intensity", "few_tears"),
                    said("felt", "touched", "warmth"),
                    said("client_cried", "yes"),
                    said("effect_relationship", "better"),
                    said("beliefs", "caring", "burden"),
                    said("guess", "40"));

    private YouTimes() {}

    private static Map.Entry<String, List<String>> said(String field, String... values) {
        return Map.entry(field, List.of(values));
    }

    /// Prints all times.
    ///
    /// @param arguments how many respondents, 100,000 if left out; how many requests, 300 if left out
    public static void main(String[] arguments)
            throws IOException, InterruptedException, NotReadyException, PortTakenException {
        int respondents = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        int requests = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 300;
        try (var ready = ReadyStudy.make()) {
            Path study = ready.study();
            Path data = ready.data();
            long begun = System.nanoTime();
            FullStore.fill(data, ready.read(), respondents);
            print(
                    String.format(
                            Locale.ROOT,
                            "%,d respondents, in the store after %.1f s",
                            respondents,
                            since(begun)));
            begun = System.nanoTime();
            try (RunningSite site = site(study, data)) {
                print(
                        String.format(
                                Locale.ROOT,
                                "first snapshot, until the site answers           %9.1f s",
                                since(begun)));
                ask(site, requests);
            }
        }
    }

    private static RunningSite site(Path study, Path data)
            throws IOException, NotReadyException, PortTakenException {
        return Site.start(
                new SiteSettings(
                        List.of(study),
                        "127.0.0.1",
                        0,
                        Optional.empty(),
                        data,
                        new Mode.Collecting()));
    }

    private static void ask(RunningSite site, int requests)
            throws IOException, InterruptedException {
        var often = new Visitor(site.port());
        long begun = System.nanoTime();
        String code = often.takePart(STUDY, OFTEN);
        settled(often, "");
        print(
                String.format(
                        Locale.ROOT,
                        "until predictions stand in her page              %9.1f s",
                        since(begun)));
        for (int i = 0; i < WARM; i++) {
            you(often);
        }
        print(
                String.format(
                        Locale.ROOT,
                        "milliseconds                              median      95 %%      99 %%      most"));
        times("her page, by the cookie", requests, () -> you(often));
        var other = new Visitor(site.port());
        times("form, code, her page", requests, () -> other.enter(STUDY, code));
        size(often);
        renewed(site, often);
    }

    private static void you(Visitor visitor) throws IOException, InterruptedException {
        visitor.open("/" + STUDY + "/you");
    }

    /// As many others join as a new snapshot takes, and her page is asked for until it rests on that.
    private static void renewed(RunningSite site, Visitor often)
            throws IOException, InterruptedException {
        you(often);
        String before = often.text();
        for (int i = 0; i < Snapshots.LEAST_JOINED; i++) {
            new Visitor(site.port()).takePart(STUDY, OFTEN);
        }
        long begun = System.nanoTime();
        List<Double> during = settled(often, before);
        print(
                String.format(
                        Locale.ROOT,
                        "snapshot and predictions anew, while she asks on %9.1f s",
                        since(begun)));
        row("her page meanwhile", during);
    }

    /// Asks for the page until it tells of predictions, differs from what it was, and has not changed for as long as
    /// that took.
    ///
    /// @return how long each page took
    private static List<Double> settled(Visitor visitor, String before)
            throws IOException, InterruptedException {
        var times = new ArrayList<Double>();
        long begun = System.nanoTime();
        long changed = begun;
        String last = before;
        while (System.nanoTime() - begun < PATIENCE.toNanos()) {
            long asked = System.nanoTime();
            you(visitor);
            times.add((System.nanoTime() - asked) / MILLION);
            String now = visitor.text();
            if (!now.equals(last)) {
                last = now;
                changed = System.nanoTime();
            }
            boolean isTold = !now.equals(before) && now.contains("This prediction was tried on");
            if (isTold && System.nanoTime() - changed > Math.max(changed - begun, STILL)) {
                return times;
            }
            Thread.sleep(PAUSE);
        }
        throw new IllegalStateException("the page did not come to rest");
    }

    private static void size(Visitor visitor) throws IOException, InterruptedException {
        you(visitor);
        print(
                String.format(
                        Locale.ROOT,
                        "kB of gzip: %.1f as it is sent, %.1f without pictures",
                        visitor.compressed("/" + STUDY + "/you") / 1000.0,
                        gzip(visitor.text().replaceAll("(?s)<svg.*?</svg>", "")) / 1000.0));
    }

    private static int gzip(String text) throws IOException {
        var bytes = new java.io.ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        return bytes.size();
    }

    /// Something that is asked for.
    private interface Asking {
        void once() throws IOException, InterruptedException;
    }

    private static void times(String name, int requests, Asking asking)
            throws IOException, InterruptedException {
        var times = new ArrayList<Double>();
        for (int i = 0; i < requests; i++) {
            long begun = System.nanoTime();
            asking.once();
            times.add((System.nanoTime() - begun) / MILLION);
        }
        row(name, times);
    }

    private static void row(String name, List<Double> times) {
        List<Double> sorted = times.stream().sorted().toList();
        print(
                String.format(
                        Locale.ROOT,
                        "%-38s %9.1f %9.1f %9.1f %9.1f   of %,d",
                        name,
                        quantile(sorted, 0.5),
                        quantile(sorted, 0.95),
                        quantile(sorted, 0.99),
                        sorted.getLast(),
                        sorted.size()));
    }

    /// The smallest that this share does not exceed.
    private static double quantile(List<Double> sorted, double share) {
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }

    private static double since(long begun) {
        return (System.nanoTime() - begun) / BILLION;
    }

    private static void print(String line) {
        System.out.println(line);
    }
}
