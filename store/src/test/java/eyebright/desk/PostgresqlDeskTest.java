package eyebright.desk;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.postgresql.WithPostgresql;
import eyebright.store.PostgresqlDatabases;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The contract on PostgreSQL, and what two servers at one desk need.
@WithPostgresql
class PostgresqlDeskTest extends DeskContract {

    @Override
    Path inDatabase(Path folder) {
        return PostgresqlDatabases.inDatabase(getClass(), folder);
    }

    @Test
    void whatNoDatabaseKeepsIsNobodysAddress() {
        setUp();

        assertThat(desk.enter("ada\0@example.org", PASSWORD)).isInstanceOf(FirstStep.Wrong.class);
        assertThat(desk.enter("\ud83d", PASSWORD)).isInstanceOf(FirstStep.Wrong.class);
    }

    @Test
    void aSessionThatOneServerOpenedIsOpenAtTheOtherUntilItEnds() {
        Token token = setUp().session();
        try (Desk other = Desk.open(folder, key, hands, LITTLE_MEMORY)) {
            Session session = other.session(token).orElseThrow();
            assertThat(session.email()).isEqualTo(ADA);

            other.leave(session);

            assertThat(desk.session(token)).isEmpty();
        }
    }
}
