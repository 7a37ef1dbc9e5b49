package eyebright.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class PasswordsTest {

    private final Passwords passwords = new Passwords(new SecureRandom(), Passwords.MEMORY_KIB);

    /// From the tests of the reference implementation of Argon2, version 20190702.
    @Test
    void theReferenceImplementationGivesTheSame() {
        assertThat(argon2(65_536, 1))
                .isEqualTo("09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7");
        assertThat(argon2(256, 1))
                .isEqualTo("9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe");
        assertThat(argon2(256, 2))
                .isEqualTo("6d093c501fd5999645e0ea3bf620d7b8be7fd2db59c20d9fff9539da2bf57037");
    }

    @Test
    void aPasswordHasItsHashAndNoOther() {
        String hash = passwords.hash("four words in a row");

        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.matches("four words in a row", hash)).isTrue();
        assertThat(passwords.matches("four words in a row ", hash)).isFalse();
        assertThat(passwords.hash("four words in a row")).isNotEqualTo(hash);
    }

    @Test
    void theSameLetterTypedInAnotherWayIsTheSame() {
        String hash = passwords.hash("caf\u00e9 au lait avec");

        assertThat(passwords.matches("cafe\u0301 au lait avec", hash)).isTrue();
    }

    @Test
    void nobodysHashCostsAsMuchAndMatchesNothing() {
        assertThat(passwords.nobodys()).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.matches("", passwords.nobodys())).isFalse();
    }

    @Test
    void whatIsNoHashIsRefused() {
        assertThatThrownBy(() -> passwords.matches("x", "$2a$10$abc"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("hash must be one of Argon2id, and is not");
    }

    private static String argon2(int memory, int lanes) {
        return HexFormat.of()
                .formatHex(
                        Passwords.compute(
                                "password".getBytes(StandardCharsets.UTF_8),
                                "somesalt".getBytes(StandardCharsets.UTF_8),
                                memory,
                                2,
                                lanes,
                                32));
    }
}
