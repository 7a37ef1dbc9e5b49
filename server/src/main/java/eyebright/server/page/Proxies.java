package eyebright.server.page;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/// The servers before this one whose word on who asks is believed. Everybody else could write the same header.
public final class Proxies {

    private static final List<String> THIS_MACHINE = List.of("127.0.0.1", "::1");

    /// Digits and dots, or hexadecimal digits and colons: no name is ever looked up.
    private static final Pattern ADDRESS =
            Pattern.compile(
                    "([0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*)(/[0-9]{1,3})?");

    /// As some of them write whom they saw: an IPv6 address in brackets, the port behind either.
    private static final Pattern SEEN =
            Pattern.compile("(?:\\[(?<ipv6>[^\\]]*)]|(?<ipv4>[0-9.]+))(?::[0-9]*)?");

    private final List<IpAddressMatcher> trusted;

    /// @param addresses or ranges; this machine where there are none
    public Proxies(List<String> addresses) {
        trusted =
                (addresses.isEmpty() ? THIS_MACHINE : addresses)
                        .stream().map(IpAddressMatcher::new).toList();
    }

    /// Refuses what names no server.
    ///
    /// @throws IllegalArgumentException if that is neither an address nor a range of them
    public static void check(String address) {
        try {
            if (ADDRESS.matcher(address).matches()) {
                new IpAddressMatcher(address);
                return;
            }
        } catch (IllegalArgumentException unreadable) {
            throw refused(address, unreadable);
        }
        throw refused(address, null);
    }

    private static IllegalArgumentException refused(String address, @Nullable Throwable cause) {
        return new IllegalArgumentException(
                "--proxy must be an address or a range, such as 10.0.0.2 or 172.17.0.0/16, not "
                        + address,
                cause);
    }

    /// Whom one of them saw: the last address of what it wrote, without brackets and without a port, which is another for
    /// each connection of one and the same person.
    ///
    /// @param forwarded an `X-Forwarded-For`, such as `192.0.2.1`, `10.0.0.1, 192.0.2.1:5678` or `[2001:db8::1]:5678`
    static String seen(String forwarded) {
        String last = forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
        Matcher seen = SEEN.matcher(last);
        if (!seen.matches()) {
            return last;
        }
        String ipv6 = seen.group("ipv6");
        return ipv6 == null ? seen.group("ipv4") : ipv6;
    }

    /// Whether a request that comes from that address comes from one of them.
    boolean trust(String peer) {
        return trusted.stream().anyMatch(each -> each.matches(peer));
    }
}
