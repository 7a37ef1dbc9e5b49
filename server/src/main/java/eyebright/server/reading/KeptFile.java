package eyebright.server.reading;

import java.util.Map;
import java.util.Set;

/// How a file of a published version is sent.
///
/// @param type its media type
/// @param isShown whether a browser shows it; it is saved otherwise
/// @param mayRun whether a browser might run something in it: then nothing may be loaded or run
record KeptFile(String type, boolean isShown, boolean mayRun) {

    static final String BIBTEX = "application/x-bibtex;charset=UTF-8";
    static final String RIS = "application/x-research-info-systems;charset=UTF-8";

    /// What a document of ours needs: its own style, and pictures that stand in it.
    static final String NOTHING_ELSE =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none';"
                    + " form-action 'none'; frame-ancestors 'none';"
                    // Nobody is sent on by a page that sends itself on: what runs without a script
                    // does not run either. It may be read, saved from, and left by its links.
                    + " sandbox allow-same-origin allow-downloads allow-popups"
                    + " allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation";

    private static final String TEXT = "text/plain;charset=UTF-8";

    private static final Map<String, String> TYPES =
            Map.ofEntries(
                    Map.entry("html", "text/html;charset=UTF-8"),
                    Map.entry("pdf", "application/pdf"),
                    Map.entry(
                            "docx",
                            "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
                    Map.entry("svg", "image/svg+xml"),
                    Map.entry("png", "image/png"),
                    Map.entry("csv", "text/csv;charset=UTF-8"),
                    Map.entry("json", "application/json"),
                    Map.entry("xml", "application/xml"),
                    Map.entry("sav", "application/x-spss-sav"),
                    Map.entry("bib", BIBTEX),
                    Map.entry("ris", RIS),
                    Map.entry("txt", TEXT),
                    Map.entry("R", TEXT));

    private static final Set<String> SHOWN = Set.of("html", "pdf", "svg", "png", "txt");
    private static final Set<String> MAY_RUN = Set.of("html", "svg");

    /// By the end of its name.
    static KeptFile of(String path) {
        String end = path.substring(path.lastIndexOf('.') + 1);
        return new KeptFile(
                TYPES.getOrDefault(end, "application/octet-stream"),
                SHOWN.contains(end),
                MAY_RUN.contains(end));
    }
}
