package eyebright.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresqlUrlTest {

    private static final String URL = "jdbc:postgresql://127.0.0.1:5433/eyebright";

    @Test
    void itsOptionsAreNotShown() {
        assertThat(new PostgresqlUrl(" " + URL + "?user=ada&sslmode=verify-full\n"))
                .hasToString(URL)
                .extracting(PostgresqlUrl::text)
                .isEqualTo(URL + "?user=ada&sslmode=verify-full");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "eyebright",
                "jdbc:sqlite:x.db",
                "postgresql://127.0.0.1/x",
                "jdbc:postgresql://h:port/x"
            })
    void whatIsNoUrlOfPostgresqlIsRefused(String text) {
        assertThatThrownBy(() -> new PostgresqlUrl(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the URL of a database must be such as jdbc:postgresql://")
                .hasMessageEndingWith("not \"%s\"".formatted(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                URL + "?user=ada&password=secret",
                "jdbc:postgresql://ada:secret@127.0.0.1/eyebright",
                "postgresql://ada:secret@127.0.0.1/eyebright",
                "host=127.0.0.1 user=ada password=secret"
            })
    void aPasswordInItIsRefusedAndNotRepeated(String text) {
        assertThatThrownBy(() -> new PostgresqlUrl(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret");
    }

    @Test
    void noOptionBringsRowsIntoMessages() {
        var source = new PostgresqlUrl(URL + "?logServerErrorDetail=true").source("desk", Map.of());

        assertThat(source.getLogServerErrorDetail()).isFalse();
    }

    @Test
    void roleAndPasswordMayStandInTheEnvironment() {
        var environment = Map.of("PGUSER", "ada", "PGPASSWORD", "secret");

        var source = new PostgresqlUrl(URL).source("desk", environment);
        assertThat(source.getUser()).isEqualTo("ada");
        assertThat(source.getPassword()).isEqualTo("secret");
        assertThat(source.getCurrentSchema()).isEqualTo("desk");
        assertThat(new PostgresqlUrl(URL + "?user=grace").source("desk", environment).getUser())
                .isEqualTo("grace");
    }
}
