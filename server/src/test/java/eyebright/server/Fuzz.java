package eyebright.server;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import eyebright.publish.OutputFolder;
import eyebright.server.FuzzedSite.Known;
import eyebright.server.page.Mode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.LoggerFactory;

/// Sends a site requests that are almost right, one after the other, and tells what it did that it should not have:
/// status 500 and above, a trace of the program, an answer without the headers, a text of ours run as script, no answer
/// at all, a line in the log. `scripts/fuzz.sh` runs it for long.
final class Fuzz {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int OF_A_ROUND = 500;
    private static final int TOLD_EVERY = 10_000;
    private static final int SHOWN = 3_000;

    private Fuzz() {}

    /// A request that went wrong.
    record Fault(String what, long seed, int number, String request, String answer) {
        @Override
        public String toString() {
            return "%s, seed %d, request %d:\n%s\nanswered:\n%s\n"
                    .formatted(what, seed, number, cut(request), cut(answer));
        }

        private static String cut(String text) {
            return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + " …";
        }
    }

    /// What a run came to.
    ///
    /// @param statuses how often each came; 0 for connections closed without a word
    /// @param times of each request, ascending
    record Outcome(List<Fault> faults, Map<Integer, Integer> statuses, List<Duration> times) {

        /// In lines.
        String said() {
            return "statuses %s%nmilliseconds: half under %.1f, 99 of 100 under %.1f, longest %.1f%n%d faults"
                    .formatted(
                            statuses,
                            millis(times.size() / 2),
                            millis(times.size() * 99 / 100),
                            millis(times.size() - 1),
                            faults.size());
        }

        private double millis(int at) {
            return times.get(at).toNanos() / 1e6;
        }
    }

    /// Sends that many.
    ///
    /// @param seed the same seed changes the same things
    static Outcome run(Path folder, int requests, long seed) throws IOException {
        Path study = Gardens.giving(folder);
        Files.writeString(
                study.resolve("article.md"),
                "---\ntitle: Gardens\n---\n\n# Introduction\n\nWords.\n");
        Path data = folder.resolve("data");
        var hands = new Seat.Hands();
        var faults = new ArrayList<Fault>();
        var statuses = new TreeMap<Integer, Integer>();
        var times = new ArrayList<Duration>();
        try (RunningSite site =
                        Gardens.start(new Mode.Collecting(), data, study, hands, Optional.empty());
                var log = Heard.begun()) {
            var fuzzed = new FuzzedSite(site, data, hands);
            List<String> routes = List.copyOf(RoutesTest.mapped(site));
            Known known = fuzzed.round();
            for (int number = 0; number < requests; number++) {
                if (number > 0 && number % TOLD_EVERY == 0) {
                    System.err.println("%d sent, %d faults".formatted(number, faults.size()));
                }
                if (number % OF_A_ROUND == OF_A_ROUND - 1) {
                    known = fuzzed.round();
                }
                var made = new FuzzedRequest(seed * 1_000_003 + number, routes, known, site.port());
                byte[] request = made.bytes();
                String text = new String(request, StandardCharsets.ISO_8859_1);
                try {
                    var answer = RawSocket.send(site.port(), request, PATIENCE);
                    statuses.merge(answer.status(), 1, Integer::sum);
                    times.add(answer.time());
                    String what = log.take() + wrong(answer, made.isWhole());
                    if (!what.isEmpty()) {
                        faults.add(new Fault(what, seed, number, text, answer.bytes()));
                    }
                } catch (IOException silent) {
                    faults.add(
                            new Fault("no answer: " + silent.getMessage(), seed, number, text, ""));
                }
            }
        }
        times.sort(null);
        return new Outcome(faults, statuses, times);
    }

    /// What is wrong with an answer; nothing if it may be as it is.
    ///
    /// @param isWhole whether the request came to its end, so that there must be an answer
    private static String wrong(RawSocket.Answer answer, boolean isWhole) {
        if (answer.isSilent()) {
            return isWhole ? "silence" : "";
        }
        if (answer.status() >= 500 || (answer.status() == 0 && isWhole && !isRefusal(answer))) {
            return "status " + answer.status();
        }
        for (String header : List.of("Content-Security-Policy", "X-Content-Type-Options")) {
            if (answer.status() > 0 && answer.headers(header).isEmpty()) {
                return "no " + header;
            }
        }
        for (String trace : List.of("Exception", "\tat ", "java.lang", "org.apache", "SQLITE")) {
            if (answer.bytes().contains(trace)) {
                return "says " + trace.strip();
            }
        }
        for (String script : List.of("<script>alert", "<svg onload")) {
            if (answer.bytes().contains(script)) {
                return "repeats " + script.strip();
            }
        }
        if (answer.headers("Set-Cookie").contains("a=b")) {
            return "sets a cookie that was sent as text";
        }
        return "";
    }

    /// What names no version of HTTP, or is refused before that is read, is answered as in 1991: a page without a head.
    private static boolean isRefusal(RawSocket.Answer answer) {
        return answer.bytes().startsWith("<!doctype html>");
    }

    /// What is logged meanwhile, from warnings on: nobody may fill the log of an operator from outside.
    private static final class Heard extends AppenderBase<ILoggingEvent> implements AutoCloseable {

        private final ch.qos.logback.classic.Logger root =
                (ch.qos.logback.classic.Logger)
                        LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        private String said = "";

        /// Listens to the log of a site that has started.
        static Heard begun() {
            var heard = new Heard();
            heard.setContext(heard.root.getLoggerContext());
            heard.start();
            heard.root.addAppender(heard);
            return heard;
        }

        /// The first since it was last asked; nothing if there was none.
        synchronized String take() {
            String taken = said;
            said = "";
            return taken;
        }

        @Override
        protected synchronized void append(ILoggingEvent line) {
            if (said.isEmpty() && line.getLevel().isGreaterOrEqual(Level.WARN)) {
                said =
                        "logged \"%s\" %s"
                                .formatted(
                                        line.getFormattedMessage(),
                                        line.getThrowableProxy() == null
                                                ? ""
                                                : line.getThrowableProxy().getClassName());
            }
        }

        @Override
        public void close() {
            root.detachAppender(this);
        }
    }

    /// Arguments: how many requests, the seed.
    public static void main(String[] arguments) throws IOException {
        int requests = Integer.parseInt(arguments[0]);
        long seed = Long.parseLong(arguments[1]);
        Path folder = Files.createTempDirectory("eyebright-fuzz-");
        Outcome outcome = run(folder, requests, seed);
        outcome.faults().stream().limit(20).forEach(System.out::println);
        System.out.println("%d requests, seed %d".formatted(requests, seed));
        System.out.println(outcome.said());
        OutputFolder.discard(folder);
        System.exit(outcome.faults().isEmpty() ? 0 : 1);
    }
}
