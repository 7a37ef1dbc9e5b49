package eyebright.bench;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/// The limit of the framework: a page that reads the form and sends elsewhere, and does nothing.
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        exclude = {
            UserDetailsServiceAutoConfiguration.class,
            ServletWebSecurityAutoConfiguration.class
        })
public class NothingPage {

    /// Starts it, and says where it is.
    public static void main(String[] arguments) {
        var application = new SpringApplication(NothingPage.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setDefaultProperties(
                Map.of(
                        "server.address", "127.0.0.1",
                        "server.port", 0,
                        "spring.threads.virtual.enabled", "true",
                        "logging.level.root", "warn"));
        var context = (ServletWebServerApplicationContext) application.run();
        WebServer server = Objects.requireNonNull(context.getWebServer());
        System.err.printf("http://127.0.0.1:%d/%n", server.getPort());
    }

    /// Answers on every address.
    @Bean
    SimpleUrlHandlerMapping nothing() {
        return new SimpleUrlHandlerMapping(
                Map.of("/**", (HttpRequestHandler) NothingPage::answer), -1);
    }

    private static void answer(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.getInputStream().readAllBytes();
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", "/");
    }
}
