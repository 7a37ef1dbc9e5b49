package eyebright.server;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/// Who floods a site from addresses of this machine: eight programs at once, in a process of their own, so that what they do does not hold up
/// the respondents of [Flood] otherwise than by the site. Every attack ends after the seconds it is given.
final class FloodAttackers {

    private static final int ATTACKERS = 8;
    private static final int ADDRESSES = 50;
    private static final int SLOW = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final int port;
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();

    private FloodAttackers(int port) {
        this.port = port;
    }

    /// What they do.
    enum Kind {
        NOTHING("nobody does anything"),
        STARTS("somebody begins the study again and again"),
        CODES("somebody guesses codes"),
        BODIES("somebody sends bodies of 10 MB"),
        SLOW_HEADS(SLOW + " connections send a head, a byte a second"),
        SLOW_FORMS(SLOW + " connections send a form, a byte a second"),
        UNREAD(SLOW + " connections ask for 60 pages each and read nothing");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /// What somebody does to a site until it is over.
    private interface Attack {
        void go(int attacker, long until) throws IOException, InterruptedException;
    }

    /// Says that it is there, begins when told to, and prints how much was sent and how much of it refused.
    ///
    /// @param arguments the [Kind], the port, the seconds
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var attackers = new FloodAttackers(Integer.parseInt(arguments[1]));
        Attack attack = attackers.attack(Kind.valueOf(arguments[0]));
        System.out.println("ready");
        if (System.in.read() >= 0) {
            attackers.go(attack, Duration.ofSeconds(Integer.parseInt(arguments[2])));
            System.out.println(attackers.sent + "\t" + attackers.refused);
        }
    }

    private Attack attack(Kind kind) {
        return switch (kind) {
            case NOTHING -> (_, _) -> {};
            case STARTS -> this::starts;
            case CODES -> this::codes;
            case BODIES -> this::bodies;
            case SLOW_HEADS -> slow(head(), new byte[0]);
            case SLOW_FORMS ->
                    slow(
                            "x".repeat(4_000).getBytes(StandardCharsets.US_ASCII),
                            post("/garden/resume", 60_000, "why="));
            case UNREAD -> this::unread;
        };
    }

    private void go(Attack attack, Duration time) throws InterruptedException {
        long until = System.nanoTime() + time.toNanos();
        var doings = new ArrayList<Callable<Void>>();
        for (int attacker = 0; attacker < ATTACKERS; attacker++) {
            int number = attacker;
            doings.add(
                    () -> {
                        attack.go(number, until);
                        return null;
                    });
        }
        together(Executors.newVirtualThreadPerTaskExecutor(), doings);
    }

    /// Does all at once, to the end.
    ///
    /// @throws IllegalStateException if one broke off, such as for want of files: its line would tell nothing
    static void together(ExecutorService threads, List<Callable<Void>> doings)
            throws InterruptedException {
        try (threads) {
            for (Future<Void> doing : threads.invokeAll(doings)) {
                doing.get();
            }
        } catch (ExecutionException broken) {
            throw new IllegalStateException(broken);
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
}
