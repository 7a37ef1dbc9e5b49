package eyebright.server;

import jakarta.servlet.http.HttpServletResponse;

/// What every answer tells a browser it may not do with a page. Most answers get it from the chain of filters; those that
/// end before it, from here.
final class SecurityHeaders {

    /// Nothing but what this site itself sends, no frame round it, and forms back to it alone.
    static final String CONTENT =
            "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none';"
                    + " object-src 'none'";

    /// What a page never asks a phone for.
    static final String PERMISSIONS =
            "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=(),"
                    + " browsing-topics=()";

    private SecurityHeaders() {}

    /// Sets them on an answer that ends before the chain of filters.
    static void on(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", CONTENT);
        response.setHeader("Permissions-Policy", PERMISSIONS);
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Cache-Control", "no-store");
    }
}
