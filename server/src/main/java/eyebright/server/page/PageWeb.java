package eyebright.server.page;

import gg.jte.TemplateEngine;
import jakarta.servlet.DispatcherType;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Locale;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.ByteArrayHttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverters.ServerBuilder;
import org.springframework.http.converter.ResourceHttpMessageConverter;
import org.springframework.http.converter.ResourceRegionHttpMessageConverter;
import org.springframework.http.converter.StringHttpMessageConverter;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.FixedLocaleResolver;

/// What the pages of every room are made with.
@Configuration(proxyBeanMethods = false)
public class PageWeb {

    /// A page is named as its template is; there are no others.
    @Bean
    ViewResolver pages(TemplateEngine templates) {
        return (name, _) ->
                templates.hasTemplate(name + ".jte") ? new JteView(templates, name + ".jte") : null;
    }

    /// Every page is in English, whatever a browser asks for, and says so: a translator in between goes by that.
    @Bean
    LocaleResolver localeResolver() {
        return new FixedLocaleResolver(Locale.ENGLISH);
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

    /// What is no page is a text or a file. Nothing is turned into JSON by the framework, nor read from it.
    @Bean
    WebMvcConfigurer bodies() {
        return new WebMvcConfigurer() {
            @Override
            public void configureMessageConverters(ServerBuilder converters) {
                converters
                        .disableDefaults()
                        .withStringConverter(new StringHttpMessageConverter(StandardCharsets.UTF_8))
                        .addCustomConverter(new ByteArrayHttpMessageConverter())
                        .addCustomConverter(new ResourceHttpMessageConverter())
                        .addCustomConverter(new ResourceRegionHttpMessageConverter());
            }
        };
    }

    @Bean
    Shells shells(Requests requests) {
        return requests.shells();
    }
}
