package eyebright.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Every page of a site that collects: of readers and of respondents.
class EveryPageTest extends PagesContract {

    private static final int MOST_BYTES = 20_000;

    /// Of who has answered every page.
    private List<Cookie> answered = List.of();

    @Override
    TearsSite open(Path folder) throws IOException {
        return TearsSite.collecting(folder);
    }

    @Override
    void everyPage(Device device, Views.Look look) {
        var views = new Views(browser(), site());
        answered = views.answered();
        views.everyPage(device, look);
    }

    @Test
    void theHeaviestPageOfQuestionsWeighsLessThanTwentyKilobytes()
            throws IOException, InterruptedException {
        try (Weights weights = new Weights(browser(), site(), answered)) {
            Map<String, Integer> byPage = weights.ofQuestions();
            var heaviest =
                    byPage.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();

            assertThat(byPage).hasSize(site().study().pages().size());
            assertThat(heaviest.getValue())
                    .as("bytes of %s: HTML, CSS, script and icon, in gzip", heaviest)
                    .isBetween(2_000, MOST_BYTES);
        }
    }

    @Test
    void theRehearsalWeighsLessThanTwentyKilobytes() throws IOException, InterruptedException {
        try (Weights weights = new Weights(browser(), site(), answered)) {
            assertThat(weights.ofPage(Views.REHEARSAL.path()))
                    .as("bytes of the rehearsal's page in gzip")
                    .isBetween(5_000, MOST_BYTES);
        }
    }
}
