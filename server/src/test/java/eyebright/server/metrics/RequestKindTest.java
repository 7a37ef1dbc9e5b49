package eyebright.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestKindTest {

    @ParameterizedTest
    @CsvSource({
        "/, READING",
        "/tears, READING",
        "/tears/findings/experience, READING",
        "/tears/take-part, ANSWERING",
        "/tears/take-part/the-last-time, ANSWERING",
        "/tears/save-and-leave, ANSWERING",
        "/tears/resume, CODES",
        "/tears/you, CODES",
        "/tears/withdraw, CODES",
        "/tears/discussion/mine/0123456789abcdef, COMMENTS",
        "/desk, DESK",
        "/desk/tears/versions, DESK",
        "/desktop, READING",
        "/assets/page.css, FILES",
        "/tears/article.bib, FILES",
        "/health, HEALTH",
        "/tears/youth, READING",
        "/TEARS/take-part, READING",
        "'', READING"
    })
    void aPathIsCountedByWhatItIsAbout(String path, RequestKind kind) {
        assertThat(RequestKind.of(path)).isEqualTo(kind);
    }
}
