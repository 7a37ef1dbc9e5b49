package eyebright.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.aot.AotDetector;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplicationHook;
import org.springframework.boot.SpringApplicationRunListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.SpringProperties;

class FrameworkTest {

    /// Parts of the framework's own that read annotations, where these are read.
    private static final List<String> READERS =
            List.of(
                    "org.springframework.context.annotation.internal",
                    "org.springframework.boot.autoconfigure.internalCachingMetadataReaderFactory");

    @Test
    void aSiteIsMadeOfAllThatItsAnnotationsSay() {
        GenericApplicationContext annotated = begun(false);
        annotated.refreshForAotProcessing(new RuntimeHints());
        GenericApplicationContext writtenDown = begun(true);

        assertThat(parts(writtenDown))
                .contains("connections", "security", "deskRoom")
                .containsExactlyInAnyOrderElementsOf(parts(annotated));
    }

    private static List<String> parts(GenericApplicationContext context) {
        return Arrays.stream(context.getBeanDefinitionNames())
                .filter(name -> READERS.stream().noneMatch(name::startsWith))
                .toList();
    }

    /// @return before anything is made
    private static GenericApplicationContext begun(boolean isWrittenDown) {
        String before = SpringProperties.getProperty(AotDetector.AOT_ENABLED);
        SpringProperties.setProperty(AotDetector.AOT_ENABLED, String.valueOf(isWrittenDown));
        SpringApplicationHook stopping =
                _ ->
                        new SpringApplicationRunListener() {
                            @Override
                            public void contextLoaded(ConfigurableApplicationContext context) {
                                throw new SpringApplication.AbandonedRunException(context);
                            }
                        };
        try {
            SpringApplication.withHook(stopping, WebApplication::main);
            throw new AssertionError("it was to stop before anything is made");
        } catch (SpringApplication.AbandonedRunException stopped) {
            return (GenericApplicationContext)
                    Objects.requireNonNull(stopped.getApplicationContext());
        } finally {
            SpringProperties.setProperty(AotDetector.AOT_ENABLED, before);
        }
    }
}
