package eyebright.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// The contract on SQLite, what only a file can be looked into for, and what has nothing to do with a database.
class SqliteDeskTest extends DeskContract {

    @Override
    Path inDatabase(Path folder) {
        return folder;
    }

    @Test
    void theFileHoldsNothingThatOpens() throws IOException {
        Ready ada = setUp();
        Token link = researchers.add("grace@example.org").orElseThrow();
        Token first = enter();
        desk.close();
        researchers.close();
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertThat(bytes)
                        .doesNotContain(
                                PASSWORD,
                                ada.session().text(),
                                link.text(),
                                first.text(),
                                new String(ada.secret(), StandardCharsets.ISO_8859_1),
                                HexFormat.of().formatHex(ada.secret()),
                                Totp.base32(ada.secret()).replace(" ", ""));
                ada.recovery()
                        .forEach(
                                code ->
                                        assertThat(bytes)
                                                .doesNotContain(code, RecoveryCodes.plain(code)));
            }
        }
    }

    @Test
    void aFloodOfLogInsIsSentAwayAndTheOthersAreAnswered() throws Exception {
        desk.close();
        desk = Desk.open(folder, key, hands);
        var waits = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 200; i++) {
                String email = "a" + i + "@example.org";
                var _ =
                        threads.submit(
                                () -> {
                                    if (desk.enter(email, "x") instanceof FirstStep.Busy) {
                                        waits.incrementAndGet();
                                    }
                                });
            }
        }
        assertThat(waits.get()).isGreaterThan(100);
    }
}
