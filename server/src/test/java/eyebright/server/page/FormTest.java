package eyebright.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormTest {

    @Test
    void fieldsKeepAllTheirValuesWhetherTheyWereEscapedOrNot() {
        assertThat(parsed("felt=joy&felt=%6aoy&why=a+b%2Bc%20~&empty=&name"))
                .contains(
                        Map.of(
                                "felt", List.of("joy", "joy"),
                                "why", List.of("a b+c ~"),
                                "empty", List.of(""),
                                "name", List.of("")));
        assertThat(parsed("why=%C3%A9%0D%0A%0D")).contains(Map.of("why", List.of("é\n\r")));
        assertThat(parsed("why=a\r\nb")).contains(Map.of("why", List.of("a\nb")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%", "a=%zz", "a=%c3", "a=%00", "a=\0", "a\0=b"})
    void whatIsNoFormIsNotReadAtAll(String body) {
        assertThat(parsed(body)).isEmpty();
    }

    private static Optional<Map<String, List<String>>> parsed(String body) {
        return Form.parse(body.getBytes(StandardCharsets.UTF_8)).map(Form::values);
    }
}
