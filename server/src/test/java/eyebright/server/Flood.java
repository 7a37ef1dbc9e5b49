package eyebright.server;

import eyebright.publish.OutputFolder;
import eyebright.server.page.Mode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/// Floods a site of its own, in a process of its own with the heap that `serve` has, from addresses of this machine, while
/// respondents at 127.0.0.1 save pages; prints how long their saves took beside those of a quiet site, and the memory of
/// the process. `scripts/flood.sh` runs it. Every attack ends after the seconds it is given.
final class Flood {

    private static final int RESPONDENTS = 8;

    /// Nobody may save more than 500 times, through all lines.
    private static final Duration THINKING = Duration.ofMillis(250);

    private static final int ATTACKERS = 8;
    private static final int ADDRESSES = 50;
    private static final int SLOW = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final int port;
    private final Duration each;
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();

    /// An address may begin only so often an hour: they go on in each line.
    private final List<Walk> waiting = new ArrayList<>();

    private Flood(int port, Duration each) {
        this.port = port;
        this.each = each;
    }

    /// What somebody does to a site until it is over.
    private interface Attack {
        void go(int attacker, long until) throws IOException, InterruptedException;
    }

    /// Arguments: the seconds of each attack. With `serve` and a folder it is the site that is flooded.
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments[0].equals("serve")) {
            serve(Path.of(arguments[1]));
            return;
        }
        Path folder = Files.createTempDirectory("eyebright-flood-");
        Process site =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx256m",
                                "-XX:+UseSerialGC",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Flood.class.getName(),
                                "serve",
                                folder.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (BufferedReader said = site.inputReader()) {
            int port = Integer.parseInt(said.readLine());
            new Flood(port, Duration.ofSeconds(Integer.parseInt(arguments[0])))
                    .all(site.pid(), System.out);
        } finally {
            site.getOutputStream().close();
            if (!site.waitFor(30, TimeUnit.SECONDS)) {
                site.destroyForcibly();
            }
            OutputFolder.discard(folder);
        }
    }

    /// Until nothing more is to be read.
    private static void serve(Path folder) throws IOException {
        try (RunningSite site =
                Gardens.start(
                        new Mode.Collecting(),
                        folder.resolve("data"),
                        Gardens.giving(folder),
                        Clock.systemUTC(),
                        Optional.empty())) {
            System.out.println(site.port());
            while (System.in.read() >= 0) {
                // The one who floods closes it.
            }
        }
    }

    private void all(long process, PrintStream out) throws IOException, InterruptedException {
        out.println(
                "| while | saves | half under, ms | 99 of 100 under, ms | longest, ms | sent | refused | memory, MB |");
        out.println("|---|---|---|---|---|---|---|---|");
        line("nobody does anything (warming up)", (_, _) -> {}, process, out);
        line("nobody does anything", (_, _) -> {}, process, out);
        line("somebody begins the study again and again", this::starts, process, out);
        line("somebody guesses codes", this::codes, process, out);
        line("somebody sends bodies of 10 MB", this::bodies, process, out);
        line(
                SLOW + " connections send a head, a byte a second",
                slow(head(), new byte[0]),
                process,
                out);
        line(
                SLOW + " connections send a form, a byte a second",
                slow(
                        "x".repeat(4_000).getBytes(StandardCharsets.US_ASCII),
                        post("/garden/resume", 60_000, "why=")),
                process,
                out);
        line(SLOW + " connections ask for pages and read nothing", this::unread, process, out);
        line("nobody does anything any more", (_, _) -> {}, process, out);
    }

    private void line(String what, Attack attack, long process, PrintStream out)
            throws IOException, InterruptedException {
        sent.set(0);
        refused.set(0);
        List<Long> times = Collections.synchronizedList(new ArrayList<>());
        // Respondents begin before the attack does, and go on through all of it.
        var begun = new ArrayList<Walk>();
        for (int i = 0; i < RESPONDENTS; i++) {
            begun.add(respondent());
        }
        long until = System.nanoTime() + each.toNanos();
        var failures = new AtomicLong();
        var doings = new ArrayList<Callable<Void>>();
        for (int attacker = 0; attacker < ATTACKERS; attacker++) {
            int number = attacker;
            doings.add(
                    () -> {
                        attack.go(number, until);
                        return null;
                    });
        }
        for (Walk walk : begun) {
            doings.add(
                    () -> {
                        answer(walk, until, times, failures);
                        return null;
                    });
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Void> doing : threads.invokeAll(doings)) {
                doing.get();
            }
        } catch (ExecutionException broken) {
            // The attack itself broke off, such as for want of files: its line would tell nothing.
            throw new IllegalStateException(what, broken);
        }
        List<Long> sorted = times.stream().sorted().toList();
        out.printf(
                "| %s | %d%s | %.1f | %.1f | %.1f | %d | %d | %s |%n",
                what,
                sorted.size(),
                failures.get() == 0 ? "" : ", %d failed".formatted(failures.get()),
                millis(sorted, 0.5),
                millis(sorted, 0.99),
                millis(sorted, 1),
                sent.get(),
                refused.get(),
                memory(process));
    }

    private Walk respondent() {
        if (waiting.size() < RESPONDENTS) {
            Walk walk = Walk.begun(port, "garden").on("adult", "yes", "tends", "yes");
            waiting.add(walk);
            return walk;
        }
        Walk walk = waiting.removeFirst();
        waiting.add(walk);
        return walk;
    }

    private static void answer(Walk walk, long until, List<Long> times, AtomicLong failures) {
        while (System.nanoTime() < until) {
            walk.open("/garden/take-part/the-garden");
            var form = walk.form("go", "on", "name", "Eden");
            long begun = System.nanoTime();
            try {
                walk.send("/garden/take-part/the-garden", form);
                times.add(System.nanoTime() - begun);
                if (walk.status() != 200) {
                    failures.incrementAndGet();
                }
                Thread.sleep(THINKING);
            } catch (java.io.UncheckedIOException broken) {
                failures.incrementAndGet();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void starts(int attacker, long until) throws IOException {
        Map<String, String> form = Walk.at(port, "/garden/take-part").form("answer", "agree");
        posts(attacker, until, "/garden/take-part", body(form));
    }

    private void codes(int attacker, long until) throws IOException {
        Map<String, String> form = Walk.at(port, "/garden/resume").form("go", "on");
        form.put("code", "abandon-ability-able-about-above");
        posts(attacker, until, "/garden/resume", body(form));
    }

    private void bodies(int attacker, long until) throws IOException {
        posts(attacker, until, "/garden/resume", "why=" + "x".repeat(10_000_000));
    }

    private void posts(int attacker, long until, String address, String body) {
        byte[] request = post(address, body.length(), body);
        for (int i = 0; System.nanoTime() < until; i++) {
            try {
                var answer =
                        RawSocket.send(Optional.of(from(attacker, i)), port, request, PATIENCE);
                sent.incrementAndGet();
                if (answer.status() != 303 && answer.status() != 200) {
                    refused.incrementAndGet();
                }
            } catch (IOException closed) {
                refused.incrementAndGet();
            }
        }
    }

    /// Connections that send those bytes slowly.
    ///
    /// @param first what they send at once
    private Attack slow(byte[] request, byte[] first) {
        return (attacker, until) ->
                connections(
                        attacker,
                        until,
                        (socket, sent) -> {
                            OutputStream out = socket.getOutputStream();
                            out.write(request, Math.min(sent, request.length - 1), 1);
                            out.flush();
                        },
                        first);
    }

    private void unread(int attacker, long until) throws IOException, InterruptedException {
        String asked =
                "GET /garden/questionnaire HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n\r\n".formatted(port);
        connections(
                attacker,
                until,
                (_, _) -> {},
                asked.repeat(60).getBytes(StandardCharsets.US_ASCII));
    }

    /// What is done to each connection every second.
    private interface Drip {
        void on(Socket socket, int second) throws IOException;
    }

    private void connections(int attacker, long until, Drip drip, byte[] first)
            throws IOException, InterruptedException {
        var open = new ArrayList<Socket>();
        try {
            for (int i = 0; i < SLOW / ATTACKERS && System.nanoTime() < until; i++) {
                var socket = new Socket();
                socket.setReceiveBufferSize(2_048);
                socket.bind(new InetSocketAddress(from(attacker, i), 0));
                socket.connect(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                        (int) PATIENCE.toMillis());
                socket.getOutputStream().write(first);
                sent.incrementAndGet();
                open.add(socket);
            }
            var closed = new ArrayList<Socket>();
            for (int second = 0; System.nanoTime() < until; second++) {
                for (Socket socket : open) {
                    try {
                        if (!closed.contains(socket)) {
                            drip.on(socket, second);
                        }
                    } catch (IOException gone) {
                        closed.add(socket);
                        refused.incrementAndGet();
                    }
                }
                Thread.sleep(1_000);
            }
        } finally {
            for (Socket socket : open) {
                socket.close();
            }
        }
    }

    private byte[] head() {
        return ("GET /garden HTTP/1.1\r\nHost: x\r\nX-Slow: " + "x".repeat(4_000))
                .getBytes(StandardCharsets.US_ASCII);
    }

    private byte[] post(String address, int length, String body) {
        return """
               POST %s HTTP/1.1\r
               Host: 127.0.0.1:%d\r
               Origin: http://127.0.0.1:%2$d\r
               Content-Type: application/x-www-form-urlencoded\r
               Content-Length: %d\r
               Connection: close\r
               \r
               %s"""
                .formatted(address, port, length, body)
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static String body(Map<String, String> form) {
        return form.entrySet().stream()
                .map(
                        field ->
                                field.getKey()
                                        + "="
                                        + URLEncoder.encode(
                                                field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /// Addresses of this machine, none that respondents have.
    private static InetAddress from(int attacker, int number) throws IOException {
        return InetAddress.getByName("127.0.%d.%d".formatted(1 + attacker, 1 + number % ADDRESSES));
    }

    private static double millis(List<Long> sorted, double share) {
        return sorted.isEmpty()
                ? Double.NaN
                : sorted.get((int) Math.min(sorted.size() - 1L, Math.round(sorted.size() * share)))
                        / 1e6;
    }

    /// The most memory the process ever had, where the system tells.
    private static String memory(long process) throws IOException {
        Path status = Path.of("/proc", Long.toString(process), "status");
        if (!Files.exists(status)) {
            return "not told here";
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .map(line -> Long.toString(Long.parseLong(line.replaceAll("[^0-9]", "")) / 1_024))
                .findFirst()
                .orElse("not told here");
    }
}
