package eyebright.server.watch;

import eyebright.server.figures.GivingBack;
import eyebright.server.figures.Publishing;
import eyebright.server.figures.Releases;
import eyebright.server.page.FollowsEdits;
import eyebright.server.page.Shells;
import eyebright.server.page.Studies;
import eyebright.server.page.Watching;
import eyebright.store.Store;
import gg.jte.TemplateEngine;
import jakarta.servlet.DispatcherType;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What whoever writes a study sees of it while they write.
@Configuration(proxyBeanMethods = false)
public class WatchWeb {

    /// What is wrong with a folder stands in place of its pages, where folders are followed.
    @Bean
    FilterRegistrationBean<LookFilter> look(
            TemplateEngine templates, Optional<Watching> watching, LookPages pages) {
        var registration =
                new FilterRegistrationBean<>(
                        new LookFilter(
                                templates,
                                watching.orElseGet(() -> new Watching(List.of())),
                                pages));
        registration.setEnabled(watching.isPresent());
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST));
        registration.setOrder(1);
        return registration;
    }

    /// @param watching what is known of the folders; absent where they are not followed
    @Bean
    LookPages lookPages(Optional<Watching> watching, Shells shells) {
        return new LookPages(
                watching,
                shells,
                new Explained(
                        Optional.ofNullable(System.getProperty("eyebright.home")).map(Path::of)));
    }

    /// Used where folders are followed alone.
    @Bean
    Renewing renewing(
            Optional<Watching> watching,
            Store store,
            Studies studies,
            Publishing publishing,
            GivingBack givingBack,
            Releases releases,
            List<FollowsEdits> others) {
        return new Renewing(
                watching.orElseGet(() -> new Watching(List.of())),
                store,
                studies,
                publishing,
                givingBack,
                releases,
                others);
    }
}
