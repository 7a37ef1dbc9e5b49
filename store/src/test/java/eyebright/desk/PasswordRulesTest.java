package eyebright.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PasswordRulesTest {

    private static final String ADA = "ada.lovelace@example.org";

    @Test
    void longOnesAreTakenWhateverTheyAreMadeOf() {
        for (String good :
                List.of(
                        "violet ladder morning tram",
                        "xkqjvwpzrtbn",
                        "ähnlich wie gestern",
                        "Ada goes fishing on Mondays",
                        "7 9 1 3 hippos")) {
            assertThat(PasswordRules.complaint(good, ADA)).as(good).isEmpty();
        }
    }

    @Test
    void shortAndEndlessOnesAreNot() {
        assertThat(PasswordRules.complaint("eleven char", ADA))
                .contains("The password must have 12 characters or more, not 11.");
        assertThat(PasswordRules.complaint("ab cd ".repeat(100), ADA))
                .contains("The password must have at most 200 characters, not 600.");
        // Two letters of four bytes each are two letters.
        assertThat(PasswordRules.complaint("\ud83d\ude00".repeat(11), ADA)).isPresent();
    }

    @Test
    void whatIsTriedFirstIsNot() {
        for (String bad :
                List.of(
                        "password1234",
                        "Pass-word 2026",
                        "123456789012",
                        "qwertyuiop12",
                        "aaaaaaaaaaaab",
                        "abcdefghijkl",
                        "abababababab",
                        "dragondragon",
                        "correct horse battery staple",
                        "Eyebright2026!")) {
            assertThat(PasswordRules.complaint(bad, ADA))
                    .as(bad)
                    .hasValueSatisfying(complaint -> assertThat(complaint).contains("tried first"));
        }
    }

    @Test
    void onesOwnAddressWithLittleBesideIsNot() {
        for (String bad : List.of("ada.lovelace@example.org", "AdaLovelace1815", "1adalovelace!")) {
            assertThat(PasswordRules.complaint(bad, ADA))
                    .as(bad)
                    .contains("The password is too near to your e-mail address. Choose another.");
        }
    }
}
