package eyebright.server;

import eyebright.server.about.AboutWeb;
import eyebright.server.answering.AnsweringWeb;
import eyebright.server.desk.DeskWeb;
import eyebright.server.metrics.SaveMeter;
import eyebright.server.metrics.SiteMetrics;
import eyebright.server.page.PageWeb;
import eyebright.server.page.Requests;
import eyebright.server.page.Stops;
import eyebright.server.page.Studies;
import eyebright.server.page.Visitors;
import eyebright.server.reading.ReadingWeb;
import eyebright.server.talk.TalkWeb;
import eyebright.server.watch.WatchWeb;
import eyebright.server.you.YouWeb;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.util.EnumSet;
import java.util.Optional;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.LifecycleAutoConfiguration;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.filter.UrlHandlerFilter;

/// The web side of a site: which rooms answer, and what every answer carries. Their beans are made of what `Site` has opened, which
/// stands in the context by its type.
///
/// Of what the framework can set up by itself this site uses the few parts that stand here. They are named rather than looked for:
/// looking through all that is on the class path, and why each is wanted or not, takes a start longer than setting up these.
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    ConfigurationPropertiesAutoConfiguration.class,
    LifecycleAutoConfiguration.class,
    TomcatServletWebServerAutoConfiguration.class,
    HttpEncodingAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    ErrorMvcAutoConfiguration.class,
    SecurityAutoConfiguration.class,
    ServletWebSecurityAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class
})
@Import({
    PageWeb.class,
    AnsweringWeb.class,
    TalkWeb.class,
    ReadingWeb.class,
    AboutWeb.class,
    YouWeb.class,
    DeskWeb.class,
    WatchWeb.class,
    Faults.class
})
class Web {

    @Bean
    TemplateEngine templates() {
        return TemplateEngine.createPrecompiled(
                null, ContentType.Html, Web.class.getClassLoader(), Web.class.getPackageName());
    }

    /// Nobody logs in by the framework: researchers pass `DeskDoor`, respondents are known by a cookie of their study, forms by their token
    /// (`FormTokens`). What is left to the framework is its firewall and the headers; its other filters are off, each of which would take its
    /// time of every request to find that there is nothing for it to do.
    @Bean
    SecurityFilterChain security(HttpSecurity http, Requests requests) {
        boolean isSecure = requests.isSecure();
        return http.csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .servletApi(AbstractHttpConfigurer::disable)
                .exceptionHandling(AbstractHttpConfigurer::disable)
                .headers(
                        headers ->
                                headers.cacheControl(control -> control.disable())
                                        .contentSecurityPolicy(
                                                policy ->
                                                        policy.policyDirectives(
                                                                SecurityHeaders.CONTENT))
                                        // Under no-referrer a browser over plain http would send
                                        // our own forms with "Origin: null": see FormFilter.
                                        .referrerPolicy(
                                                policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                                        .permissionsPolicyHeader(
                                                policy ->
                                                        policy.policy(SecurityHeaders.PERMISSIONS))
                                        .crossOriginOpenerPolicy(
                                                policy ->
                                                        policy.policy(
                                                                CrossOriginOpenerPolicy
                                                                        .SAME_ORIGIN))
                                        .crossOriginResourcePolicy(
                                                policy ->
                                                        policy.policy(
                                                                CrossOriginResourcePolicy
                                                                        .SAME_ORIGIN))
                                        .httpStrictTransportSecurity(
                                                strict ->
                                                        strict.requestMatcher(_ -> isSecure)
                                                                .includeSubDomains(false)))
                .build();
    }

    @Bean
    RequestRejectedHandler rejected(Stops stops) {
        return (_, response, _) -> {
            // Such a request ends before the headers of the chain are written.
            SecurityHeaders.on(response);
            stops.unreadable(response);
        };
    }

    /// How connections are taken, and what is answered where no page is asked.
    @Bean
    Connections connections(Stops stops) {
        return new Connections(stops);
    }

    /// How long pages are kept: those of a respondent not at all, the others are asked for anew.
    @Bean
    FilterRegistrationBean<Keeping> keeping() {
        var registration = new FilterRegistrationBean<>(new Keeping());
        registration.setOrder(-1);
        return registration;
    }

    /// Visitors are counted where answers are gathered.
    @Bean
    FilterRegistrationBean<Counting> counting(
            Optional<Visitors> visitors, Studies studies, Requests requests) {
        var registration = new FilterRegistrationBean<>(new Counting(visitors, studies, requests));
        registration.setEnabled(visitors.isPresent());
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST));
        return registration;
    }

    /// Before everything else, so that what is refused is counted too.
    @Bean
    FilterRegistrationBean<Filter> requestMeter(Optional<SiteMetrics> metrics) {
        var registration =
                new FilterRegistrationBean<>(
                        metrics.<Filter>map(SiteMetrics::requests).orElseGet(Web::countingNothing));
        registration.setEnabled(metrics.isPresent());
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    /// Never asked: it is not enabled. A registration must name a filter all the same.
    private static Filter countingNothing() {
        return (request, response, chain) -> chain.doFilter(request, response);
    }

    @Bean
    SaveMeter saveMeter(Optional<SiteMetrics> metrics) {
        return metrics.map(SiteMetrics::saves).orElseGet(SaveMeter::off);
    }

    /// `/tears/` is `/tears`.
    @Bean
    FilterRegistrationBean<UrlHandlerFilter> slashes() {
        return new FilterRegistrationBean<>(
                UrlHandlerFilter.trailingSlashHandler("/**")
                        .redirect(org.springframework.http.HttpStatus.PERMANENT_REDIRECT)
                        .build());
    }
}
