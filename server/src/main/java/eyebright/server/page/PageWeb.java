package eyebright.server.page;

import gg.jte.TemplateEngine;
import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// What the pages of every room are made with.
@Configuration(proxyBeanMethods = false)
public class PageWeb {

    /// A page is named as its template is; there are no others.
    @Bean
    ViewResolver pages(TemplateEngine templates) {
        return (name, _) ->
                templates.hasTemplate(name + ".jte") ? new JteView(templates, name + ".jte") : null;
    }

    @Bean
    Stops stops(TemplateEngine templates, Shells shells) {
        return new Stops(templates, shells);
    }

    @Bean
    Drawings drawings(TemplateEngine templates) {
        return new Drawings(templates);
    }

    @Bean
    FilterRegistrationBean<FormFilter> forms(Stops stops, Requests requests) {
        var registration =
                new FilterRegistrationBean<>(new FormFilter(stops, requests.publicUrl()));
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST));
        return registration;
    }

    /// Whoever is answering goes first.
    @Bean
    WebMvcConfigurer turns() {
        var turns = new Turns();
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(turns);
            }
        };
    }

    @Bean
    Shells shells(Requests requests) {
        return requests.shells();
    }
}
