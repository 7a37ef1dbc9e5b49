package eyebright.manuscript;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The examples are the ones that ORCID publishes of how its identifiers are built.
class AuthorTest {

    @ParameterizedTest
    @CsvSource({
        "0000-0002-1825-0097, true",
        "0000-0001-5109-3700, true",
        "0000-0002-1694-233X, true",
        "0000-0002-1825-0079, false",
        "0000-0002-1825-0096, false",
        "0000-0002-1694-2330, false",
        "0000-0002-1694-233x, false",
        "0000000218250097, false",
        "12, false"
    })
    void theLastDigitOfAnOrcidFollowsFromTheOthers(String text, boolean is) {
        assertThat(Author.isOrcid(text)).isEqualTo(is);
    }
}
