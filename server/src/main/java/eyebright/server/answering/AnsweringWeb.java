package eyebright.server.answering;

import eyebright.server.page.Mode;
import eyebright.server.page.Requests;
import eyebright.server.page.Seal;
import eyebright.store.Keys;
import eyebright.store.Store;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// What respondents answer on.
@Configuration(proxyBeanMethods = false)
@Import({TakePart.class, CodePages.class})
public class AnsweringWeb {

    @Bean
    Tickets tickets(Store store, InstantSource clock, Requests requests) {
        // One key signs cookies and forms: what a signature is for stands in what it signs.
        byte[] key = store.keys().key(Keys.COOKIE);
        return new Tickets(new Seal(key), new Envelope(key), clock, requests.isSecure());
    }

    @Bean
    Visits visits(Store store, Tickets tickets) {
        return new Visits(store, tickets);
    }

    @Bean
    Doors doors(InstantSource clock, Mode mode) {
        return new Doors(clock, mode);
    }

    @Bean
    Respond respond(Requests requests, Tickets tickets, Doors doors) {
        return new Respond(requests, tickets, doors);
    }

    @Bean
    CodeEntry codes(Store store, Requests requests, Tickets tickets) {
        return new CodeEntry(store, requests, tickets);
    }

    @Bean
    QuestionPages questionPages(Requests requests) {
        return new QuestionPages(requests.shells(), requests.tokens());
    }
}
