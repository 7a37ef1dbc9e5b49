package eyebright.server;

import eyebright.discussion.Discussion;
import eyebright.store.Store;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import jakarta.servlet.DispatcherType;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.filter.UrlHandlerFilter;
import org.springframework.web.servlet.ViewResolver;

/// The web side of a site: which classes answer, and what every answer carries.
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = UserDetailsServiceAutoConfiguration.class)
@Import({
    StudyPages.class,
    TakePart.class,
    CodePages.class,
    FindingPages.class,
    RehearsalPages.class,
    ArticlePages.class,
    DiscussionPages.class,
    OwnCommentPages.class,
    ChecklistPages.class,
    CitePages.class,
    VersionPages.class,
    YouPages.class,
    DeskEntry.class,
    DeskPages.class,
    DeskDiscussion.class,
    DeskVersions.class,
    Faults.class
})
class Web {

    private static final String CONTENT =
            "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none';"
                    + " object-src 'none'";
    private static final String PERMISSIONS =
            "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=(),"
                    + " browsing-topics=()";

    /// Everything the pages need that is there before the web side is.
    ///
    /// @param watching what is known of the folders; absent where they are not followed
    /// @param retention what becomes of the answers; absent where none are kept
    /// @param isSecure whether the site is reached by https only
    record Parts(
            Studies studies,
            Store store,
            Respond respond,
            Visits visits,
            Publishing publishing,
            GivingBack givingBack,
            Articles articles,
            DeskRoom desk,
            InstantSource clock,
            Discussion discussion,
            Checklists checklists,
            Optional<Visitors> visitors,
            Releases releases,
            Citings citings,
            Optional<Watching> watching,
            Optional<Retention> retention,
            boolean isSecure) {}

    @Bean
    TemplateEngine templates() {
        return TemplateEngine.createPrecompiled(
                null, ContentType.Html, Web.class.getClassLoader(), Web.class.getPackageName());
    }

    /// A page is named as its template is; there are no others.
    @Bean
    ViewResolver pages(TemplateEngine templates) {
        return (name, _) ->
                templates.hasTemplate(name + ".jte") ? new JteView(templates, name + ".jte") : null;
    }

    /// Nobody logs in by the framework: researchers pass `DeskDoor`, respondents are known by a cookie of their study, forms by their token
    /// (`FormTokens`). What is left to the framework is its firewall and the headers.
    @Bean
    SecurityFilterChain security(HttpSecurity http, Parts parts) {
        boolean isSecure = parts.isSecure();
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .sessionManagement(
                        sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(
                        headers ->
                                headers.cacheControl(control -> control.disable())
                                        .contentSecurityPolicy(
                                                policy -> policy.policyDirectives(CONTENT))
                                        // Under no-referrer a browser over plain http would send
                                        // our own forms with "Origin: null": see FormFilter.
                                        .referrerPolicy(
                                                policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                                        .permissionsPolicyHeader(
                                                policy -> policy.policy(PERMISSIONS))
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
            response.setHeader("Content-Security-Policy", CONTENT);
            response.setHeader("Permissions-Policy", PERMISSIONS);
            response.setHeader("Referrer-Policy", "same-origin");
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
            stops.unreadable(response);
        };
    }

    @Bean
    Stops stops(TemplateEngine templates, Shells shells) {
        return new Stops(templates, shells);
    }

    @Bean
    FilterRegistrationBean<FormFilter> forms(Stops stops, Parts parts) {
        var registration =
                new FilterRegistrationBean<>(new FormFilter(stops, parts.respond().publicUrl()));
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST));
        return registration;
    }

    /// What is wrong with a folder stands in place of its pages, where folders are followed.
    @Bean
    FilterRegistrationBean<LookFilter> look(
            TemplateEngine templates, Parts parts, LookPages pages) {
        var registration =
                new FilterRegistrationBean<>(
                        new LookFilter(
                                templates,
                                parts.watching().orElseGet(() -> new Watching(List.of())),
                                pages));
        registration.setEnabled(parts.watching().isPresent());
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST));
        registration.setOrder(1);
        return registration;
    }

    @Bean
    LookPages lookPages(Parts parts) {
        return new LookPages(
                parts.watching(),
                parts.respond().shells(),
                new Explained(
                        Optional.ofNullable(System.getProperty("eyebright.home")).map(Path::of)));
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
    FilterRegistrationBean<Counting> counting(Parts parts) {
        var registration =
                new FilterRegistrationBean<>(
                        new Counting(parts.visitors(), parts.studies(), parts.respond()));
        registration.setEnabled(parts.visitors().isPresent());
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST));
        return registration;
    }

    /// `/tears/` is `/tears`.
    @Bean
    FilterRegistrationBean<UrlHandlerFilter> slashes() {
        return new FilterRegistrationBean<>(
                UrlHandlerFilter.trailingSlashHandler("/**")
                        .redirect(org.springframework.http.HttpStatus.PERMANENT_REDIRECT)
                        .build());
    }

    /// Before the forms: what nobody may send is not read.
    @Bean
    FilterRegistrationBean<DeskDoor> deskDoor(Stops stops, DeskCookies cookies, Parts parts) {
        var registration =
                new FilterRegistrationBean<>(
                        new DeskDoor(parts.desk(), cookies, stops, parts.isSecure()));
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST));
        registration.setOrder(0);
        return registration;
    }

    @Bean
    DeskRoom desk(Parts parts) {
        return parts.desk();
    }

    @Bean
    DeskCookies deskCookies(Parts parts) {
        return new DeskCookies(parts.isSecure());
    }

    @Bean
    InstantSource clock(Parts parts) {
        return parts.clock();
    }

    @Bean
    DeskNumbers deskNumbers(Parts parts) {
        return new DeskNumbers(
                parts.store(), parts.discussion(), parts.visitors(), parts.retention());
    }

    @Bean
    DeskForms deskForms(Parts parts) {
        return new DeskForms(parts.desk(), parts.respond().tokens());
    }

    @Bean
    Studies studies(Parts parts) {
        return parts.studies();
    }

    @Bean(destroyMethod = "")
    Store store(Parts parts) {
        return parts.store();
    }

    @Bean
    Respond respond(Parts parts) {
        return parts.respond();
    }

    @Bean
    Visits visits(Parts parts) {
        return parts.visits();
    }

    @Bean
    CodeEntry codes(Parts parts) {
        return new CodeEntry(parts.store(), parts.respond());
    }

    @Bean(destroyMethod = "")
    Publishing publishing(Parts parts) {
        return parts.publishing();
    }

    @Bean
    Articles articles(Parts parts) {
        return parts.articles();
    }

    @Bean
    Checklists checklists(Parts parts) {
        return parts.checklists();
    }

    @Bean
    Releases releases(Parts parts) {
        return parts.releases();
    }

    @Bean
    Citings citings(Parts parts) {
        return parts.citings();
    }

    @Bean(destroyMethod = "")
    Discussion discussion(Parts parts) {
        return parts.discussion();
    }

    @Bean
    Talks talks(Parts parts) {
        return new Talks(parts.discussion(), parts.publishing());
    }

    @Bean(destroyMethod = "")
    GivingBack givingBack(Parts parts) {
        return parts.givingBack();
    }

    @Bean
    Shells shells(Parts parts) {
        return parts.respond().shells();
    }

    @Bean
    Doors doors(Parts parts) {
        return parts.respond().doors();
    }

    @Bean
    QuestionPages questionPages(Parts parts) {
        return new QuestionPages(parts.respond().shells(), parts.respond().tokens());
    }
}
