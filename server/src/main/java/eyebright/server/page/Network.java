package eyebright.server.page;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/// The network that a request comes from, which is what people can be told apart by without a cookie.
public final class Network {

    private static final int IPV6_BYTES = 16;

    private Network() {}

    /// The first 64 bits of an IPv6 address; any other text as it is.
    public static String of(String address) {
        if (!address.matches("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*(%.*)?")) {
            return address;
        }
        try {
            // A text with a colon is read as an address: no name is looked up.
            byte[] bytes = InetAddress.getByName(address.replaceFirst("%.*", "")).getAddress();
            return bytes.length == IPV6_BYTES
                    ? HexFormat.of().formatHex(Arrays.copyOf(bytes, IPV6_BYTES / 2))
                    : InetAddress.getByAddress(bytes).getHostAddress();
        } catch (UnknownHostException unreadable) {
            return address;
        }
    }

    /// The first 48 bits, which are what a provider gives a whole site, of what [#of] gave for an IPv6 address; nothing for
    /// any other.
    static Optional<String> around(String network) {
        return network.matches("[0-9a-f]{16}")
                ? Optional.of(network.substring(0, 12))
                : Optional.empty();
    }
}
