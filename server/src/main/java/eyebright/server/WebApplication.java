package eyebright.server;

import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.core.env.AbstractEnvironment;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/// What the framework is told of a site: `Web`, and how to serve it. Where a site listens is all that differs from one to the next, so
/// the build of this module has the framework write down, as code, what it makes of the rest: see `Framework`.
final class WebApplication {

    private WebApplication() {}

    /// @param host where to listen
    /// @param port there; 0 for any that is free
    static SpringApplication at(String host, int port) {
        var application = new SpringApplication(Web.class);
        // By this name what the build had it write down is found.
        application.setMainApplicationClass(WebApplication.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setRegisterShutdownHook(false);
        // What a site does stands in its settings alone: no variable of the environment, no file in
        // the working directory may turn an access log on or take another port.
        application.setEnvironment(environment(host, port));
        // Of what listens to a start the log alone is wanted. The others read settings elsewhere,
        // or make things ahead, on processors that this site has work for.
        application.setListeners(
                application.getListeners().stream()
                        .filter(LoggingApplicationListener.class::isInstance)
                        .toList());
        return application;
    }

    /// For the build alone, which stops the framework before it makes anything.
    static void main() {
        at("127.0.0.1", 0).run();
    }

    private static ConfigurableEnvironment environment(String host, int port) {
        var environment = new AbstractEnvironment() {};
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("site", properties(host, port)));
        return environment;
    }

    private static Map<String, Object> properties(String host, int port) {
        return Map.ofEntries(
                Map.entry("server.address", host),
                Map.entry("server.port", port),
                Map.entry("server.server-header", ""),
                Map.entry("server.shutdown", "graceful"),
                Map.entry("spring.lifecycle.timeout-per-shutdown-phase", "5s"),
                Map.entry("server.compression.enabled", "true"),
                Map.entry("server.compression.min-response-size", "1KB"),
                Map.entry(
                        "server.compression.mime-types",
                        "text/html,text/css,text/javascript,image/svg+xml"),
                Map.entry("server.tomcat.accesslog.enabled", "false"),
                Map.entry("server.tomcat.max-http-form-post-size", "64KB"),
                // Nobody sends files: what says that it has some is refused unread.
                Map.entry("spring.servlet.multipart.enabled", "false"),
                Map.entry("spring.threads.virtual.enabled", "true"),
                // Nobody listens for these, and forms are read by FormFilter.
                Map.entry("spring.mvc.publish-request-handled-events", "false"),
                Map.entry("spring.mvc.formcontent.filter.enabled", "false"),
                Map.entry("spring.web.resources.add-mappings", "false"),
                Map.entry("spring.main.allow-bean-definition-overriding", "false"),
                Map.entry("logging.level.root", "warn"),
                // It warns of what it then throws, and of a start that was given up.
                Map.entry(
                        "logging.level." + ServletWebServerApplicationContext.class.getName(),
                        "error"),
                Map.entry("logging.level.org.springframework.web.servlet.PageNotFound", "error"),
                // It warns of any header Accept that cannot be read: anybody could fill the log.
                Map.entry(
                        "logging.level.org.springframework.boot.webmvc.autoconfigure"
                                + ".WelcomePageHandlerMapping",
                        "error"),
                Map.entry("logging.threshold.console", "warn"));
    }
}
