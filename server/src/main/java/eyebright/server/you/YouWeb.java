package eyebright.server.you;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// What respondents get back, and a rehearsal of it.
@Configuration(proxyBeanMethods = false)
@Import({YouPages.class, RehearsalPages.class})
public class YouWeb {}
