package eyebright.bench;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Respondents who answer the tears study all at once, in a closed loop: each sends a page as soon as the one before was
/// acknowledged, and somebody else begins when one has come to the end. For one thread.
final class Respondents {

    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]*)\"");
    private static final String TAKE_PART = "/" + ReadyStudy.NAME + "/take-part";
    private static final int SEE_OTHER = 303;

    private final int port;
    private final int atOnce;
    private final Forms forms;
    private final AtomicInteger begun = new AtomicInteger();
    private final Queue<Ready> ready = new ConcurrentLinkedQueue<>();
    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<String> sent = new ConcurrentLinkedQueue<>();

    /// @param port of the server
    /// @param atOnce how many answer at once, each on a connection of their own
    Respondents(int port, int atOnce, Forms forms) {
        this.port = port;
        this.atOnce = atOnce;
        this.forms = forms;
    }

    /// Somebody who has agreed and sees the first page.
    private record Ready(String headers, String token, String first, Map<String, String> forms) {}

    /// What a respondent does between two pages.
    enum Way {
        /// Sends the next page at once: what is measured is the save.
        SAVES,
        /// Asks for the next page as well, in gzip, as a browser does.
        SAVES_AND_PAGES
    }

    /// Has that many people agree, which is not measured.
    void begin(int people) throws IOException, InterruptedException {
        var left = new AtomicInteger(people);
        together(
                _ -> {
                    try (var wire = new Wire(port)) {
                        while (left.getAndDecrement() > 0) {
                            ready.add(begin(wire));
                        }
                    }
                    return new long[0];
                });
    }

    private Ready begin(Wire wire) throws IOException {
        int number = begun.getAndIncrement();
        String from =
                "X-Forwarded-For: 10.%d.%d.%d\r\n"
                        .formatted(number >> 16 & 255, number >> 8 & 255, number & 255);
        String token = token(wire.get(TAKE_PART, from).text());
        Wire.Answer agreed = wire.post(TAKE_PART, from, "answer=agree&token=" + token);
        expect(agreed, SEE_OTHER, "agreeing");
        String headers = from + "Cookie: " + agreed.cookie() + "\r\n";
        Wire.Answer first = wire.get(TAKE_PART, headers);
        expect(first, SEE_OTHER, "the first page");
        String page = wire.get(TAKE_PART + "/" + first.next(), headers).text();
        return new Ready(headers, token(page), first.next(), forms.of(number));
    }

    /// Lets them answer until the time is over, or nobody is left who has begun.
    ///
    /// @return how long each save took from the first byte sent to the last of its answer; with pages, the save and the
    ///   page after it
    Latencies answer(Way way, double seconds) throws IOException, InterruptedException {
        long start = System.nanoTime();
        long end = start + (long) (seconds * TimeUnit.SECONDS.toNanos(1));
        List<long[]> parts = together(_ -> answer(way, end));
        return Latencies.of(
                parts, (System.nanoTime() - start) / (double) TimeUnit.SECONDS.toNanos(1));
    }

    private long[] answer(Way way, long end) throws IOException {
        var times = new ArrayList<Long>();
        // From a seed that nobody can guess; drawing from it costs next to nothing.
        var random = new SplittableRandom(new SecureRandom().nextLong());
        try (var wire = new Wire(port)) {
            for (Ready one = ready.poll();
                    one != null && System.nanoTime() < end;
                    one = ready.poll()) {
                String page = one.first();
                while (System.nanoTime() < end && one.forms().containsKey(page)) {
                    String save = id(random);
                    String form = one.forms().get(page) + "&token=" + one.token() + "&save=" + save;
                    long asked = System.nanoTime();
                    sent.add(save);
                    Wire.Answer answer = wire.post(TAKE_PART + "/" + page, one.headers(), form);
                    expect(answer, SEE_OTHER, page);
                    acknowledged.add(save);
                    page = answer.next();
                    if (way == Way.SAVES_AND_PAGES) {
                        expect(
                                wire.get(
                                        answer.location(),
                                        one.headers() + "Accept-Encoding: gzip\r\n"),
                                200,
                                page);
                    }
                    times.add(System.nanoTime() - asked);
                }
                if (page.equals("review")) {
                    String form = "token=" + one.token() + "&save=" + id(random);
                    expect(wire.post(TAKE_PART + "/send", one.headers(), form), SEE_OTHER, "send");
                }
            }
        }
        return times.stream().mapToLong(Long::longValue).toArray();
    }

    /// How long each of many requests for one page took, by as many readers at once.
    Latencies read(String path, double seconds) throws IOException, InterruptedException {
        long start = System.nanoTime();
        long end = start + (long) (seconds * TimeUnit.SECONDS.toNanos(1));
        List<long[]> parts =
                together(
                        _ -> {
                            var times = new ArrayList<Long>();
                            try (var wire = new Wire(port)) {
                                while (System.nanoTime() < end) {
                                    long asked = System.nanoTime();
                                    expect(wire.get(path, "Accept-Encoding: gzip\r\n"), 200, path);
                                    times.add(System.nanoTime() - asked);
                                }
                            }
                            return times.stream().mapToLong(Long::longValue).toArray();
                        });
        return Latencies.of(
                parts, (System.nanoTime() - start) / (double) TimeUnit.SECONDS.toNanos(1));
    }

    /// How long forms of the study took where nothing is done with them.
    static Latencies nothing(int port, int atOnce, Forms forms, double seconds)
            throws IOException, InterruptedException {
        var respondents = new Respondents(port, atOnce, forms);
        long start = System.nanoTime();
        long end = start + (long) (seconds * TimeUnit.SECONDS.toNanos(1));
        List<long[]> parts =
                respondents.together(
                        number -> {
                            var times = new ArrayList<Long>();
                            String form = String.join("", forms.of(number).values());
                            try (var wire = new Wire(port)) {
                                while (System.nanoTime() < end) {
                                    long asked = System.nanoTime();
                                    expect(wire.post("/any", "", form), SEE_OTHER, "nothing");
                                    times.add(System.nanoTime() - asked);
                                }
                            }
                            return times.stream().mapToLong(Long::longValue).toArray();
                        });
        return Latencies.of(
                parts, (System.nanoTime() - start) / (double) TimeUnit.SECONDS.toNanos(1));
    }

    /// The ids of all saves that the server has acknowledged.
    List<String> acknowledged() {
        return List.copyOf(acknowledged);
    }

    /// The ids of all saves that were sent, acknowledged or not.
    List<String> sent() {
        return List.copyOf(sent);
    }

    private static String id(SplittableRandom random) {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static String token(String page) {
        Matcher token = TOKEN.matcher(page);
        if (!token.find()) {
            throw new IllegalStateException("no token in a page of " + page.length() + " letters");
        }
        return token.group(1);
    }

    private static void expect(Wire.Answer answer, int status, String what) {
        if (answer.status() != status) {
            throw new IllegalStateException(
                    "%s was answered with %d instead of %d: %s"
                            .formatted(what, answer.status(), status, answer.text()));
        }
    }

    /// What one of them does.
    private interface Doing {
        long[] with(int number) throws IOException;
    }

    private List<long[]> together(Doing doing) throws IOException, InterruptedException {
        var parts = new ArrayList<long[]>();
        try (var threads = Executors.newFixedThreadPool(atOnce)) {
            var all = new ArrayList<Future<long[]>>();
            for (int i = 0; i < atOnce; i++) {
                int number = i;
                all.add(threads.submit(() -> doing.with(number)));
            }
            for (Future<long[]> each : all) {
                parts.add(each.get());
            }
            return parts;
        } catch (ExecutionException failed) {
            throw new IOException(failed.getCause());
        }
    }
}
