package eyebright.server.about;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// What a study is, and what it asks.
@Configuration(proxyBeanMethods = false)
@Import(StudyPages.class)
public class AboutWeb {}
