package eyebright.server.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.View;

/// Sends the browser to another page of this site with a GET, whatever brought it here. The framework's own redirect looks up and
/// encodes much that such an address does not have, after every page that somebody saves.
///
/// @param address from the first slash on
record Redirect(String address) implements View {

    @Override
    public void render(
            @Nullable Map<String, ?> model,
            HttpServletRequest request,
            HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", address);
    }
}
