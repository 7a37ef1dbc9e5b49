package eyebright.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eyebright.database.StoreException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTest {

    @TempDir Path folder;

    @Test
    void keysAreMadeOnceAndDiffer() throws IOException {
        Keys.create(folder);
        Keys first = Keys.read(folder);
        Keys.create(folder);
        Keys again = Keys.read(folder);

        assertThat(first.key(Keys.CODE)).hasSize(32).isEqualTo(again.key(Keys.CODE));
        assertThat(first.key(Keys.COOKIE)).hasSize(32).isNotEqualTo(first.key(Keys.CODE));
    }

    @Test
    void signingIsHmacSha256() throws IOException {
        // printf hello | openssl dgst -sha256 -mac HMAC -macopt hexkey:00…00 (32 bytes), OpenSSL 3
        Path file = Keys.file(folder);
        Files.createDirectories(file.getParent());
        String zeros = "A".repeat(43) + "=";
        Files.writeString(file, "code " + zeros + "\ncookie " + zeros + "\n");

        assertThat(Keys.read(folder).sign(Keys.COOKIE, "hello".getBytes(StandardCharsets.UTF_8)))
                .asHexString()
                .isEqualToIgnoringCase(
                        "4352b26e33fe0d769a8922a6ba29004109f01688e26acc9e6cb347e5a5afc4da");
    }

    @Test
    void aKeyThatIsNotThereIsSaid() throws IOException {
        Keys.create(folder);

        assertThatThrownBy(() -> Keys.read(folder).key("door"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no key \"door\"; there are [code, cookie]");
    }

    @Test
    void aBrokenKeyFileIsSaid() throws IOException {
        Keys.create(folder);
        Path file = Keys.file(folder);
        Files.writeString(file, "code AAAA\n");

        assertThatThrownBy(() -> Keys.read(folder))
                .isInstanceOf(StoreException.class)
                .hasMessage(
                        "%s: the key file holds a key that is not 32 bytes; restore it from its own backup"
                                .formatted(file));
        Files.writeString(file, "");
        assertThatThrownBy(() -> Keys.read(folder))
                .isInstanceOf(StoreException.class)
                .hasMessage(
                        "%s: the key file has no key \"code\"; restore it from its own backup"
                                .formatted(file));
    }
}
