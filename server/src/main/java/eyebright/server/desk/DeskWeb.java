package eyebright.server.desk;

import eyebright.desk.Desk;
import eyebright.discussion.Discussion;
import eyebright.server.page.Requests;
import eyebright.server.page.Stops;
import eyebright.server.page.Visitors;
import eyebright.server.retention.Retention;
import eyebright.store.Store;
import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import java.util.Optional;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Where researchers run their studies.
@Configuration(proxyBeanMethods = false)
@Import({DeskEntry.class, DeskPages.class, DeskDiscussion.class, DeskVersions.class})
public class DeskWeb {

    /// Before the forms: what nobody may send is not read.
    @Bean
    FilterRegistrationBean<DeskDoor> deskDoor(
            DeskRoom room, DeskCookies cookies, Stops stops, Requests requests) {
        var registration =
                new FilterRegistrationBean<>(
                        new DeskDoor(room, cookies, stops, requests.isSecure()));
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST));
        registration.setOrder(0);
        return registration;
    }

    /// @param desk absent where answers are thrown away
    @Bean
    DeskRoom deskRoom(Optional<Desk> desk) {
        return new DeskRoom(desk);
    }

    @Bean
    DeskCookies deskCookies(Requests requests) {
        return new DeskCookies(requests.isSecure());
    }

    /// @param visitors who counts them; absent where nobody does
    /// @param retention what becomes of the answers; absent where none are kept
    @Bean
    DeskNumbers deskNumbers(
            Store store,
            Discussion discussion,
            Optional<Visitors> visitors,
            Optional<Retention> retention) {
        return new DeskNumbers(store, discussion, visitors, retention);
    }

    @Bean
    DeskForms deskForms(DeskRoom room, Requests requests) {
        return new DeskForms(room, requests.tokens());
    }
}
