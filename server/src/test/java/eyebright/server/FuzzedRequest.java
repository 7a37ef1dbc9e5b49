package eyebright.server;

import eyebright.server.FuzzedSite.Field;
import eyebright.server.FuzzedSite.Known;
import eyebright.server.page.Look;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Makes requests that are almost right: those of a browser with something in them changed, from one field to the bytes
/// of the whole. The same seed gives the same changes; tokens and cookies differ each time.
final class FuzzedRequest {

    /// Values that have broken other programs, for fields, headers, cookies and parts of addresses.
    private static final List<String> HOSTILE =
            List.of(
                    "",
                    " ",
                    "0",
                    "-1",
                    "1e309",
                    "NaN",
                    "99999999999999999999999999",
                    "2147483648",
                    "0.00000000000000000000000000000000001",
                    "1E1000000000",
                    "\u0661\u0662",
                    "null",
                    "true",
                    "../../../../etc/passwd",
                    "..\\..\\x",
                    "<script>alert(1)</script>",
                    "\"><svg onload=alert(1)>",
                    "'; DROP TABLE log; --",
                    "${7*7}#{7*7}{{7*7}}",
                    "%s%n%x",
                    "%00",
                    "a\u0000b",
                    "\r\nSet-Cookie: a=b",
                    "\uD83C\uDF3F e\u0301 \u202E\u200B\uFEFF",
                    "\uFFFF",
                    "a-b-c-d-e",
                    "abandon-ability-able-about-above",
                    "....",
                    "a.1.b",
                    "a.999999999999999999.b",
                    "yes",
                    "agree",
                    "on",
                    "back",
                    "=cmd|' /C calc'!A0",
                    "x".repeat(300),
                    "\u00E4".repeat(5_000));

    private static final List<String> METHODS =
            List.of(
                    "GET", "POST", "HEAD", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "get",
                    "\u0007");

    private static final List<String> TYPES =
            List.of(
                    "application/x-www-form-urlencoded",
                    "application/x-www-form-urlencoded; charset=utf-16",
                    "application/x-www-form-urlencoded; charset=nonsense",
                    "multipart/form-data; boundary=x",
                    "multipart/form-data",
                    "application/json",
                    "text/xml",
                    "text/plain",
                    "/",
                    ";;;");

    private static final List<String> HEADERS =
            List.of(
                    "Accept: %s",
                    "Accept-Language: %s",
                    "Accept-Encoding: %s",
                    "Accept-Charset: %s",
                    "Range: bytes=%s-",
                    "If-None-Match: %s",
                    "If-Modified-Since: %s",
                    "Referer: %s",
                    "Origin: %s",
                    "Sec-Fetch-Site: %s",
                    "User-Agent: %s",
                    "X-Forwarded-For: %s",
                    "X-Forwarded-Host: %s",
                    "X-Forwarded-Proto: %s",
                    "X-HTTP-Method-Override: %s",
                    "Forwarded: for=%s",
                    "Authorization: Basic %s",
                    "Cookie: %s",
                    "Cookie: eyebright-garden=%s",
                    "Cookie: eyebright-desk=%s; eyebright-garden=\"%<s\"",
                    "Connection: %s",
                    "Upgrade: %s",
                    "Transfer-Encoding: %s",
                    "Content-Length: %s",
                    "Content-Encoding: %s",
                    "Host: %s",
                    "%s: x");

    private final SplittableRandom random;
    private final List<String> routes;
    private final Known known;
    private final int port;
    private boolean isWhole = true;

    /// @param seed of this request alone
    /// @param routes as `METHOD pattern`
    FuzzedRequest(long seed, List<String> routes, Known known, int port) {
        this.random = new SplittableRandom(seed);
        this.routes = routes;
        this.known = known;
        this.port = port;
    }

    /// Whether the bytes come to the end of what they say they are, as far as that is known: then there is an answer to
    /// them.
    boolean isWhole() {
        return isWhole;
    }

    /// The bytes to send.
    byte[] bytes() {
        String address;
        String method;
        if (random.nextInt(3) > 0) {
            String route = one(routes);
            method = route.substring(0, route.indexOf(' ')).replace("ANY", "GET");
            address = filled(route.substring(route.indexOf(' ') + 1));
        } else {
            address = one(known.addresses());
            method = known.forms().containsKey(address) ? "POST" : "GET";
        }
        if (random.nextInt(12) == 0) {
            method = one(METHODS);
        }
        var head = new StringBuilder();
        head.append(method).append(' ').append(address).append(query()).append(" HTTP/1.1\r\n");
        head.append("Host: 127.0.0.1:").append(port).append("\r\n");
        if (random.nextInt(8) > 0) {
            head.append("Origin: http://127.0.0.1:").append(port).append("\r\n");
        }
        if (random.nextInt(3) > 0) {
            head.append("Cookie: ").append(cookie()).append("\r\n");
        }
        for (int more = random.nextInt(3); more > 0; more--) {
            head.append(one(HEADERS).formatted(inHeader(hostile()))).append("\r\n");
        }
        byte[] body = method.equals("POST") ? body(address) : new byte[0];
        if (body.length > 0 || method.equals("POST")) {
            head.append("Content-Type: ")
                    .append(random.nextInt(10) > 0 ? TYPES.getFirst() : one(TYPES))
                    .append("\r\n");
            body = framed(head, body);
        }
        head.append("Connection: close\r\n\r\n");
        byte[] all = joined(head.toString().getBytes(StandardCharsets.ISO_8859_1), body);
        if (random.nextInt(6) == 0) {
            isWhole = false;
            return broken(all);
        }
        return all;
    }

    /// A pattern with its parts filled in, mostly as they should be.
    private String filled(String pattern) {
        var address = new StringBuilder();
        for (String part :
                pattern.replaceAll("\\{(\\*?[a-z]+):[^/]*}(?=/|$)", "{$1}").split("(?<=/)", -1)) {
            if (part.startsWith("{")) {
                boolean isSlashed = part.endsWith("/");
                address.append(random.nextInt(5) == 0 ? inAddress(hostile()) : usual(part));
                address.append(isSlashed ? "/" : "");
            } else {
                address.append(part);
            }
        }
        return address.toString();
    }

    private String usual(String part) {
        return switch (part.replaceAll("[^a-z]", "")) {
            case "study" -> "garden";
            case "page" -> one(List.of("you", "the-garden", "review", "send", "done"));
            case "claim" -> one(List.of("calm", "feelings", "none"));
            case "number" -> one(List.of("1", "2", "999999"));
            case "path" -> one(List.of("article.html", "data-package/answers.csv", "../x", "a//b"));
            case "file" -> new Look().css().substring("/assets/".length());
            default -> "aaaaaaaaaaaaaaaa";
        };
    }

    private String query() {
        return switch (random.nextInt(8)) {
            case 0 -> "?" + inAddress(hostile()) + "=" + inAddress(hostile());
            case 1 ->
                    "?%s=%s"
                            .formatted(
                                    one(List.of("about", "answers", "done", "page", "code")),
                                    inAddress(hostile()));
            case 2 -> "?" + hostile().replaceAll("[^!-~]", "") + "&&=&%";
            default -> "";
        };
    }

    private String cookie() {
        String whole = one(known.cookies());
        return switch (random.nextInt(6)) {
            case 0 -> whole.substring(0, random.nextInt(whole.length()));
            case 1 -> {
                int at = random.nextInt(whole.length());
                yield whole.substring(0, at)
                        + (char) (33 + random.nextInt(90))
                        + whole.substring(at + 1);
            }
            case 2 -> whole + "; " + whole;
            case 3 -> whole.substring(0, whole.indexOf('=') + 1) + inHeader(hostile());
            default -> String.join("; ", known.cookies());
        };
    }

    private byte[] body(String address) {
        List<Field> fields =
                known.forms().getOrDefault(address, one(List.copyOf(known.forms().values())));
        var sent = new ArrayList<>(fields);
        for (int changes = random.nextInt(4); changes > 0 && !sent.isEmpty(); changes--) {
            int at = random.nextInt(sent.size());
            Field field = sent.get(at);
            switch (random.nextInt(6)) {
                case 0 -> sent.remove(at);
                case 1 -> sent.add(field);
                case 2 -> sent.add(new Field(hostile(), field.value()));
                case 3 -> sent.set(at, new Field(field.name() + "." + hostile(), field.value()));
                default -> sent.set(at, new Field(field.name(), changed(field.value())));
            }
        }
        if (random.nextInt(40) == 0) {
            IntStream.range(0, 2_100).forEach(i -> sent.add(new Field("f" + i, "1")));
        }
        if (random.nextInt(40) == 0) {
            sent.add(new Field("why", "w".repeat(random.nextInt(60_000, 70_000))));
        }
        return sent.stream()
                .map(field -> escaped(field.name()) + "=" + escaped(field.value()))
                .collect(Collectors.joining("&"))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private String changed(String value) {
        if (value.isEmpty() || random.nextBoolean()) {
            return hostile();
        }
        int at = random.nextInt(value.length());
        return switch (random.nextInt(3)) {
            case 0 -> value.substring(0, at);
            case 1 -> value.substring(0, at) + hostile() + value.substring(at);
            default -> value + value;
        };
    }

    /// Says how long the body is, rarely the truth's neighbour.
    private byte[] framed(StringBuilder head, byte[] body) {
        switch (random.nextInt(12)) {
            case 0 -> {
                head.append("Transfer-Encoding: chunked\r\n");
                return chunked(body);
            }
            case 1 -> {
                isWhole = false;
                head.append("Content-Length: ").append(body.length + 7).append("\r\n");
            }
            case 2 -> head.append("Content-Length: ").append(body.length / 2).append("\r\n");
            case 3 ->
                    head.append("Expect: 100-continue\r\nContent-Length: ")
                            .append(body.length)
                            .append("\r\n");
            default -> head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        return body;
    }

    private byte[] chunked(byte[] body) {
        String text = new String(body, StandardCharsets.ISO_8859_1);
        int at = text.isEmpty() ? 0 : random.nextInt(text.length());
        String size =
                random.nextInt(4) == 0
                        ? one(List.of("-1", "fffffffffffffffff", "zz", "", "1;x=y"))
                        : Integer.toHexString(text.length() - at);
        return "%x\r\n%s\r\n%s\r\n%s\r\n0\r\n\r\n"
                .formatted(at, text.substring(0, at), size, text.substring(at))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /// Some bytes changed, left out, or said twice.
    private byte[] broken(byte[] all) {
        byte[] bytes = all;
        for (int changes = 1 + random.nextInt(4); changes > 0 && bytes.length > 1; changes--) {
            int at = random.nextInt(bytes.length);
            int length = Math.min(1 + random.nextInt(20), bytes.length - at);
            byte[] before = java.util.Arrays.copyOf(bytes, at);
            byte[] taken = java.util.Arrays.copyOfRange(bytes, at, at + length);
            byte[] after = java.util.Arrays.copyOfRange(bytes, at + length, bytes.length);
            bytes =
                    switch (random.nextInt(4)) {
                        case 0 -> joined(before, after);
                        case 1 -> joined(joined(before, taken), joined(taken, after));
                        case 2 -> joined(before, taken);
                        default -> {
                            random.nextBytes(taken);
                            yield joined(joined(before, taken), after);
                        }
                    };
        }
        return bytes;
    }

    private String hostile() {
        return one(HOSTILE);
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /// Mostly escaped as a browser does.
    private String escaped(String text) {
        return random.nextInt(60) == 0
                ? text.replace("&", "%")
                : URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String inAddress(String text) {
        return random.nextInt(5) == 0
                ? text.replaceAll("[\\s\u0000]", "")
                : URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String inHeader(String text) {
        return random.nextInt(10) == 0 ? text : text.replaceAll("[\r\n\u0000]", "");
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] all = java.util.Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, all, one.length, other.length);
        return all;
    }
}
