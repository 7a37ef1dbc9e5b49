package eyebright.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FindingsJsonTest {

    @Test
    void isTheFileToTheLetter() {
        Findings findings = Hello.folder().findings(Hello.table(60, 1));

        assertThat(FindingsJson.write(findings)).isEqualTo(Folder.resource("hello.json"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 5, 30, 200})
    void readingGivesBackEqualFindingsAndTheSameBytes(int rows) {
        Findings findings = Hello.folder().findings(Hello.table(rows, rows));

        String json = FindingsJson.write(findings);

        assertThat(FindingsJson.read(json)).isEqualTo(findings);
        assertThat(FindingsJson.write(FindingsJson.read(json))).isEqualTo(json);
    }

    @Test
    void withheldFindingsAreReadBackToo() {
        Findings shown = PublicFindings.of(Hello.folder().findings(Hello.table(5, 1)));

        assertThat(FindingsJson.read(FindingsJson.write(shown))).isEqualTo(shown);
    }

    @Test
    void saysWhatIsMissing() {
        assertThatThrownBy(() -> FindingsJson.read("{\"study\": \"x\"}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("json must be findings, but there is no plan");
        assertThatThrownBy(() -> FindingsJson.read("no json"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("json must be findings, not other text");
    }
}
