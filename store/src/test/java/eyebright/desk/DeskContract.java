package eyebright.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eyebright.database.Database;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What every desk does, whatever database is under it.
abstract class DeskContract {

    static final String ADA = "ada@example.org";

    /// Less than a site takes, so that the tests are quick.
    static final int LITTLE_MEMORY = 256;

    static final String PASSWORD = "violet ladder morning tram";

    @TempDir Path folder;
    final Hands hands = new Hands();
    final byte[] key = new byte[32];
    Researchers researchers;
    Desk desk;

    /// The folder, with whatever says which database it is.
    abstract Path inDatabase(Path folder);

    @BeforeEach
    void open() {
        Arrays.fill(key, (byte) 7);
        researchers = Researchers.open(inDatabase(folder), hands);
        desk = Desk.open(folder, key, hands, LITTLE_MEMORY);
    }

    @AfterEach
    void close() {
        desk.close();
        researchers.close();
    }

    @Test
    void openingALinkUsesNothingUpAndShowsTheSameSecret() {
        Token link = researchers.add("  Ada@Example.org ").orElseThrow();

        byte[] first = desk.settingUp(link).orElseThrow().secret();
        SettingUp second = desk.settingUp(link).orElseThrow();

        assertThat(second.email()).isEqualTo(ADA);
        assertThat(second.secret()).isEqualTo(first).hasSize(20);
        assertThat(desk.setUp(link, PASSWORD, codeOf(first))).isInstanceOf(SetUp.Done.class);
    }

    @Test
    void aLinkIsUsedOnce() {
        Token link = researchers.add(ADA).orElseThrow();
        byte[] secret = desk.settingUp(link).orElseThrow().secret();
        assertThat(desk.setUp(link, PASSWORD, "000000")).isInstanceOf(SetUp.WrongCode.class);
        assertThat(desk.setUp(link, PASSWORD, codeOf(secret))).isInstanceOf(SetUp.Done.class);

        assertThat(desk.settingUp(link)).isEmpty();
        hands.pass(Duration.ofMinutes(1));
        assertThat(desk.setUp(link, "another good password", codeOf(secret)))
                .isInstanceOf(SetUp.Gone.class);
        assertThat(desk.enter(ADA, PASSWORD)).isInstanceOf(FirstStep.CodeNext.class);
    }

    @Test
    void aLinkRunsOutAfterADay() {
        Token link = researchers.add(ADA).orElseThrow();
        hands.pass(Duration.ofHours(24).minusSeconds(1));
        assertThat(desk.settingUp(link)).isPresent();
        hands.pass(Duration.ofSeconds(1));
        assertThat(desk.settingUp(link)).isEmpty();
    }

    @Test
    void badPasswordsAreNotSetUp() {
        Token link = researchers.add(ADA).orElseThrow();

        assertThatThrownBy(() -> desk.setUp(link, "short", "000000"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("12 characters or more");
        assertThat(desk.settingUp(link)).isPresent();
    }

    @Test
    void passwordThenCodeLogIn() {
        byte[] secret = setUp().secret();
        hands.pass(Duration.ofMinutes(1));

        Token first = enter();
        assertThat(desk.session(first)).as("the password alone opens nothing").isEmpty();
        assertThat(desk.confirm(first, "123")).isInstanceOf(SecondStep.Wrong.class);
        var second = (SecondStep.Open) desk.confirm(first, codeOf(secret));

        assertThat(desk.session(second.session()).orElseThrow().email()).isEqualTo(ADA);
        assertThat(desk.waitsForCode(first)).as("the token changes").isFalse();
        assertThat(desk.confirm(first, codeOf(secret))).isInstanceOf(SecondStep.Anew.class);
    }

    @Test
    void aCodeOpensOnce() {
        byte[] secret = setUp().secret();
        hands.pass(Duration.ofMinutes(1));
        assertThat(desk.confirm(enter(), codeOf(secret))).isInstanceOf(SecondStep.Open.class);

        assertThat(desk.confirm(enter(), codeOf(secret))).isInstanceOf(SecondStep.Wrong.class);
        hands.pass(Duration.ofSeconds(30));
        assertThat(desk.confirm(enter(), codeOf(secret))).isInstanceOf(SecondStep.Open.class);
    }

    @Test
    void aRecoveryCodeOpensOnce() {
        String code = setUp().recovery().getFirst();

        assertThat(desk.confirm(enter(), code.toUpperCase(java.util.Locale.ROOT).replace('-', ' ')))
                .isInstanceOf(SecondStep.Open.class);
        assertThat(desk.confirm(enter(), code)).isInstanceOf(SecondStep.Wrong.class);
        assertThat(desk.actions(Long.MAX_VALUE, 10))
                .extracting(Action::what)
                .contains("logged in by a recovery code");
    }

    @Test
    void tenMinutesAfterThePasswordTheCodeIsTooLate() {
        byte[] secret = setUp().secret();
        Token first = enter();
        hands.pass(Duration.ofMinutes(10));

        assertThat(desk.waitsForCode(first)).isFalse();
        assertThat(desk.confirm(first, codeOf(secret))).isInstanceOf(SecondStep.Anew.class);
    }

    @Test
    void aSessionEndsAfterHalfAnHourOfNothing() {
        Token token = setUp().session();
        for (int i = 0; i < 4; i++) {
            hands.pass(Duration.ofMinutes(29));
            assertThat(desk.session(token)).as("kept up by requests").isPresent();
        }
        hands.pass(Duration.ofMinutes(30));
        assertThat(desk.session(token)).isEmpty();
    }

    @Test
    void aSessionEndsAfterTwelveHoursWhateverIsDone() {
        Token token = setUp().session();
        for (int i = 0; i < 36; i++) {
            assertThat(desk.session(token)).isPresent();
            hands.pass(Duration.ofMinutes(20));
        }
        assertThat(desk.session(token)).isEmpty();
    }

    @Test
    void loggingOutEndsOneAndANewPasswordEndsAll() {
        Ready ada = setUp();
        hands.pass(Duration.ofMinutes(1));
        Token other = ((SecondStep.Open) desk.confirm(enter(), codeOf(ada.secret()))).session();
        hands.pass(Duration.ofMinutes(1));
        Token third = ((SecondStep.Open) desk.confirm(enter(), codeOf(ada.secret()))).session();

        desk.leave(desk.session(other).orElseThrow());
        assertThat(desk.session(other)).isEmpty();
        assertThat(desk.session(third)).isPresent();

        desk.changePassword(desk.session(third).orElseThrow(), "seven green kettles sing");
        assertThat(desk.session(third)).isEmpty();
        assertThat(desk.session(ada.session())).isEmpty();
        assertThat(desk.enter(ADA, PASSWORD)).isInstanceOf(FirstStep.Wrong.class);
        assertThat(desk.enter(ADA, "seven green kettles sing"))
                .isInstanceOf(FirstStep.CodeNext.class);
    }

    @Test
    void whatCannotBeTakenBackNeedsACodeThatWasNotUsed() {
        Ready ada = setUp();
        Session session = desk.session(ada.session()).orElseThrow();

        assertThat(desk.fresh(session, codeOf(ada.secret())))
                .as("the code of the set-up")
                .isInstanceOf(Fresh.Wrong.class);
        assertThat(desk.fresh(session, ada.recovery().getFirst())).isInstanceOf(Fresh.Wrong.class);
        hands.pass(Duration.ofSeconds(30));
        assertThat(desk.fresh(session, codeOf(ada.secret()))).isInstanceOf(Fresh.Right.class);
        assertThat(desk.fresh(session, codeOf(ada.secret()))).isInstanceOf(Fresh.Wrong.class);
        assertThat(desk.recoveryLeft(session)).isEqualTo(8);
    }

    @Test
    void newRecoveryCodesReplaceTheOldOnes() {
        Ready ada = setUp();
        List<String> fresh = desk.renewRecovery(desk.session(ada.session()).orElseThrow());

        assertThat(fresh).hasSize(8).doesNotContainAnyElementsOf(ada.recovery());
        assertThat(desk.confirm(enter(), ada.recovery().get(3)))
                .isInstanceOf(SecondStep.Wrong.class);
        assertThat(desk.confirm(enter(), fresh.get(3))).isInstanceOf(SecondStep.Open.class);
    }

    @Test
    void guessingPasswordsMakesWaitForHalfAMinuteAtMost() {
        setUp();
        for (int tries = 0; tries < 40; tries++) {
            // Whether one waits is not told by whether there is an account.
            assertThat(desk.enter("nobody@example.org", "x").getClass())
                    .as("try %d", tries)
                    .isEqualTo(desk.enter(ADA, "wrong " + tries).getClass());
            hands.pass(Duration.ofSeconds(tries % 2 == 0 ? 1 : 30));
        }
        hands.pass(Duration.ofSeconds(30));

        assertThat(desk.enter(ADA, PASSWORD)).isInstanceOf(FirstStep.CodeNext.class);
        assertThat(desk.actions(Long.MAX_VALUE, 50))
                .extracting(Action::what)
                .containsOnlyOnce("was refused five times in a row: wrong password");
    }

    @Test
    void guessingCodesMakesWaitForUpToAnHour() {
        byte[] secret = setUp().secret();
        hands.pass(Duration.ofMinutes(1));
        Duration waited = Duration.ZERO;
        for (int wrong = 0; wrong < 20; ) {
            switch (desk.confirm(enter(), "000000")) {
                case SecondStep.Wrong _ -> wrong++;
                case SecondStep.Wait(Duration time) -> {
                    waited = time;
                    hands.pass(time);
                }
                case SecondStep.Open _, SecondStep.Anew _ ->
                        throw new AssertionError("a wrong code opens nothing");
            }
        }
        assertThat(waited).isEqualTo(Duration.ofHours(1));
        assertThat(desk.confirm(enter(), codeOf(secret))).isInstanceOf(SecondStep.Wait.class);
    }

    /// What takes the time is Argon2, once in each case.
    @Test
    void anUnknownAddressTakesAsLongAsAKnownOne() {
        setUp();
        researchers.add("grace@example.org");
        long before = desk.passwords().workedOut();
        assertThat(desk.enter(ADA, "wrong password")).isInstanceOf(FirstStep.Wrong.class);
        assertThat(desk.enter("nobody@example.org", "wrong")).isInstanceOf(FirstStep.Wrong.class);
        assertThat(desk.enter("grace@example.org", "wrong")).isInstanceOf(FirstStep.Wrong.class);
        assertThat(desk.enter(ADA, PASSWORD)).isInstanceOf(FirstStep.CodeNext.class);

        assertThat(desk.passwords().workedOut()).isEqualTo(before + 4);
        assertThat(desk.passwords().nobodys().replaceAll("[^$]*$", ""))
                .hasSameSizeAs(desk.passwords().hash(PASSWORD).replaceAll("[^$]*$", ""));
    }

    @Test
    void aResetAccountWaitsForItsNewLink() {
        Ready ada = setUp();
        Token link = researchers.reset(ADA).orElseThrow();

        assertThat(desk.session(ada.session())).isEmpty();
        assertThat(desk.enter(ADA, PASSWORD)).isInstanceOf(FirstStep.Wrong.class);
        assertThat(desk.settingUp(link).orElseThrow().secret()).isNotEqualTo(ada.secret());
        assertThat(researchers.all())
                .containsExactly(new Researcher(ADA, researchers.all().getFirst().added(), false));
        assertThat(researchers.reset("nobody@example.org")).isEmpty();
    }

    @Test
    void aRemovedAccountLeavesItsActionsAlone() {
        Ready ada = setUp();

        assertThat(researchers.remove("ADA@example.org")).isTrue();
        assertThat(researchers.remove(ADA)).isFalse();
        assertThat(desk.session(ada.session())).isEmpty();
        assertThat(researchers.all()).isEmpty();
        assertThat(desk.actions(Long.MAX_VALUE, 10))
                .extracting(action -> action.who() + ": " + action.what() + " " + action.about())
                .containsExactly(
                        "the command: removed the account " + ADA,
                        ADA + ": set up password and codes ",
                        "the command: added the account " + ADA);
        assertThat(desk.actions(2, 10)).hasSize(1);
    }

    @Test
    void anAddressIsAddedOnceAndMustBeOne() {
        assertThat(researchers.add(ADA)).isPresent();
        assertThat(researchers.add("ADA@EXAMPLE.ORG")).isEmpty();
        for (String wrong :
                List.of("", "ada", "ada@", "@example.org", "a b@example.org", "a@b..c")) {
            assertThatThrownBy(() -> researchers.add(wrong))
                    .as(wrong)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("such as ada@example.org");
        }
    }

    @Test
    void theLogOfActionsCannotBeChanged() {
        setUp();
        for (String sql : List.of("DELETE FROM action", "UPDATE action SET who = 'x'")) {
            assertThatThrownBy(() -> run(sql))
                    .hasMessageContaining("the log of actions is append-only");
        }
    }

    private void run(String sql) {
        try (Database database = DeskFile.open(folder)) {
            database.write(link -> link.update(sql));
        }
    }

    @Test
    void underAnotherKeyNoCodeIsRight() {
        byte[] secret = setUp().secret();
        hands.pass(Duration.ofMinutes(1));
        try (Desk other = Desk.open(folder, new byte[32], hands)) {
            Token first = ((FirstStep.CodeNext) other.enter(ADA, PASSWORD)).token();
            assertThat(other.confirm(first, codeOf(secret))).isInstanceOf(SecondStep.Wrong.class);
        }
    }

    /// An account that was just set up.
    static final class Ready {
        private final SetUp.Done done;
        private final byte[] secret;

        private Ready(SetUp.Done done, byte[] secret) {
            this.done = done;
            this.secret = secret;
        }

        Token session() {
            return done.session();
        }

        List<String> recovery() {
            return done.recovery();
        }

        byte[] secret() {
            return secret.clone();
        }
    }

    Ready setUp() {
        Token link = researchers.add(ADA).orElseThrow();
        byte[] secret = desk.settingUp(link).orElseThrow().secret();
        var done = (SetUp.Done) desk.setUp(link, PASSWORD, codeOf(secret));
        return new Ready(done, secret);
    }

    Token enter() {
        return ((FirstStep.CodeNext) desk.enter(ADA, PASSWORD)).token();
    }

    private String codeOf(byte[] secret) {
        return Totp.code(secret, hands.instant());
    }
}
