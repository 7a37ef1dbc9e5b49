package eyebright.server.talk;

import eyebright.discussion.Discussion;
import eyebright.server.figures.Publishing;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// What readers say about findings and articles.
@Configuration(proxyBeanMethods = false)
@Import({DiscussionPages.class, OwnCommentPages.class})
public class TalkWeb {

    @Bean
    Talks talks(Discussion discussion, Publishing publishing) {
        return new Talks(discussion, publishing);
    }
}
