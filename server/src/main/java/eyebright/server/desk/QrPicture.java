package eyebright.server.desk;

import io.nayuki.qrcodegen.QrCode;

/// A text as a picture that phones read: SVG in two colours, the same in the dark, since a reader needs dark on light.
final class QrPicture {

    /// Readers need so many empty fields around.
    private static final int BORDER = 4;

    private QrPicture() {}

    /// The picture, which names itself to who cannot see it.
    static String of(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        var path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append("M%d,%dh1v1h-1z".formatted(x + BORDER, y + BORDER));
                }
            }
        }
        int size = code.size + 2 * BORDER;
        return """
        <svg class="qr" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" role="img" aria-label="A picture for the app; the key below it says the same" shape-rendering="crispEdges"><rect width="%1$d" height="%1$d" fill="#fff"/><path d="%2$s" fill="#000"/></svg>"""
                .formatted(size, path);
    }
}
