package eyebright.server.reading;

import eyebright.publish.cite.Home;
import eyebright.server.figures.Flow;
import eyebright.server.figures.Releases;
import eyebright.server.page.Mode;
import eyebright.server.page.Studies;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// What a study has found, to read and to take along.
@Configuration(proxyBeanMethods = false)
@Import({
    FindingPages.class,
    ArticlePages.class,
    ChecklistPages.class,
    CitePages.class,
    VersionPages.class
})
public class ReadingWeb {

    @Bean
    Articles articles(Studies studies) {
        return new Articles(studies);
    }

    @Bean
    Checklists checklists(Flow flow) {
        return new Checklists(flow);
    }

    @Bean
    Citings citings(Home home, Mode mode, Releases releases, InstantSource clock) {
        return new Citings(home, mode, releases, clock);
    }
}
