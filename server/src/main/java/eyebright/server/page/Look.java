package eyebright.server.page;

import eyebright.source.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The style sheet, the script and the icon: addresses hold a hash of the content, so a browser may keep
/// them for good.
public final class Look {

    /// One file as it is sent.
    public record File(String type, String content) {}

    private final Map<String, File> files = new LinkedHashMap<>();
    private final String css = add("page.css", "text/css;charset=UTF-8");
    private final String script = add("page.js", "text/javascript;charset=UTF-8");
    private final String watch = add("watch.js", "text/javascript;charset=UTF-8");
    private final String icon = add("icon.svg", "image/svg+xml;charset=UTF-8");

    /// Where the style sheet is.
    public String css() {
        return css;
    }

    /// Where the script is.
    String script() {
        return script;
    }

    /// Where the script of a preview is that follows its folder.
    String watch() {
        return watch;
    }

    /// Where the icon is.
    String icon() {
        return icon;
    }

    /// The file at that address.
    public Optional<File> file(String address) {
        return Optional.ofNullable(files.get(address));
    }

    private String add(String name, String type) {
        try (InputStream in = Look.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no " + name + " beside " + Look.class.getName());
            }
            byte[] content = in.readAllBytes();
            byte[] hash = Sha256.digest().digest(content);
            int dot = name.indexOf('.');
            String address =
                    "/assets/%s-%s%s"
                            .formatted(
                                    name.substring(0, dot),
                                    HexFormat.of().formatHex(hash, 0, 6),
                                    name.substring(dot));
            files.put(address, new File(type, new String(content, StandardCharsets.UTF_8)));
            return address;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
