package eyebright.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
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
    void whoComesWhenManyWaitIsSentAwayWithoutAHashAndThenAnswered() throws Exception {
        for (int waiting = 0; waiting < Passwords.MOST_WAITING; waiting++) {
            assertThat(desk.passwords().queueUp()).isTrue();
        }
        long before = desk.passwords().workedOut();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var flood = new ArrayList<Callable<FirstStep>>();
            for (int i = 0; i < 200; i++) {
                String email = "a" + i + "@example.org";
                flood.add(() -> desk.enter(email, "x"));
            }
            for (var answer : threads.invokeAll(flood)) {
                assertThat(answer.get()).isInstanceOf(FirstStep.Busy.class);
            }
        }
        assertThat(desk.passwords().workedOut()).isEqualTo(before);

        desk.passwords().leave();
        for (String email : List.of("b@example.org", "c@example.org")) {
            // The second has the place that the first gave back.
            assertThat(desk.enter(email, "x")).isInstanceOf(FirstStep.Wrong.class);
        }
    }
}
