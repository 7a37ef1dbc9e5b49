package eyebright.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetentionLogTest {

    private static final LocalDate END = LocalDate.of(2036, 12, 31);

    @TempDir private Path data;

    @Test
    void daysAreThereAfterARestartEachOnce() {
        RetentionLog log = RetentionLog.of(data);
        log.see("tears", END, END.minusDays(1));
        log.see("tears", END, END);
        log.see("tears", END, END);
        log.see("other", END, END.plusDays(3));

        assertThat(RetentionLog.of(data).seen("tears", END)).containsExactly(END.minusDays(1), END);
        assertThat(RetentionLog.of(data).seen("tears", END.plusDays(1))).isEmpty();
        assertThat(RetentionLog.of(data).seen("tear", END)).isEmpty();
    }

    @Test
    void aClockThatGoesBackTakesItsLaterDaysBack() {
        RetentionLog log = RetentionLog.of(data);
        log.see("tears", END, END.minusDays(9));
        log.see("tears", END, END.plusDays(4_000));
        log.see("tears", END, END.plusDays(4_001));
        log.see("tears", END, END.minusDays(8));

        assertThat(RetentionLog.of(data).seen("tears", END))
                .containsExactly(END.minusDays(9), END.minusDays(8));
    }

    @Test
    void aClockThatIsFarFromTheEndTakesAllDaysBack() {
        RetentionLog log = RetentionLog.of(data);
        log.see("tears", END, END.plusDays(4_000));
        log.see("other", END, END);
        log.forget("tears", END);

        assertThat(RetentionLog.of(data).seen("tears", END)).isEmpty();
        assertThat(RetentionLog.of(data).seen("other", END)).containsExactly(END);
    }

    @Test
    void aDeletionStaysAndItsDaysGo() throws Exception {
        RetentionLog log = RetentionLog.of(data);
        log.see("tears", END, END);
        var deletion = new RetentionLog.Deletion("tears", END, END.plusDays(1), 684);
        log.deleted(deletion);

        assertThat(RetentionLog.of(data).deletions("tears")).containsExactly(deletion);
        assertThat(RetentionLog.of(data).deletions("other")).isEmpty();
        assertThat(Files.readString(data.resolve("retention.txt")))
                .isEqualTo(
                        """
                        # Days on which the clock of this machine was seen near the end of a retention, and what was deleted.
                        # Written by eyebright. Deleting this file makes it wait longer before it deletes.
                        deleted tears 2036-12-31 2037-01-01 684
                        """);
    }

    @Test
    void whatDoesNotReadIsLeftOut() throws Exception {
        Files.writeString(
                data.resolve("retention.txt"),
                "seen tears 2036-12-31 yesterday\nseen tears 2036-12-31 2036-12-30\ndeleted tears x y z\n\n");

        assertThat(RetentionLog.of(data).seen("tears", END)).containsExactly(END.minusDays(1));
        assertThat(RetentionLog.of(data).deletions("tears")).isEmpty();
    }
}
