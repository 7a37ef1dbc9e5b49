package eyebright.freeze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class BegunTest {

    private static final String FROZEN = "f".repeat(64);
    private static final String OTHER = "0".repeat(64);

    @Test
    void whoBeganUnderTheFrozenPlanCameAfterIt() {
        assertThat(words(run(FROZEN, 700)))
                .isEqualTo("The plan was frozen before the first answer.");
    }

    @Test
    void whoBeganBeforeIsCounted() {
        assertThat(words(run(OTHER, 12), run(FROZEN, 700)))
                .isEqualTo("Of 712 people, 12 had begun before the plan stood as it was frozen.");
    }

    @Test
    void whoBeganAfterAChangeIsCountedToo() {
        assertThat(words(run(FROZEN, 700), run(OTHER, 12), run(FROZEN, 3)))
                .isEqualTo(
                        "The plan was frozen before the first answer. 12 began after the plan was changed again.");
    }

    @Test
    void withoutOneAnswerUnderTheFrozenPlanNothingCanBeTold() {
        assertThat(Begun.of(List.of(run(OTHER, 12)), FROZEN)).isEqualTo(new Begun(0, 0, 12));
        assertThat(words(run(OTHER, 12)))
                .startsWith("No answer carries the fingerprint of the plan as it was frozen");
    }

    @Test
    void nobodyIsNobody() {
        assertThat(words()).isEqualTo("Nobody has answered yet.");
    }

    @Test
    void aPlanFrozenLaterMayHaveStoodBefore() {
        assertThat(Begun.of(List.of(run(FROZEN, 7)), FROZEN).inWords(5, Integer::toString))
                .isEqualTo(
                        "The plan stood as it was frozen before the first answer, and was frozen later.");
    }

    @Test
    void fewerThanNobodyIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Begun(-1, 0, 0));
    }

    private static Begun.Run run(String hash, int people) {
        return new Begun.Run(hash, people);
    }

    private static String words(Begun.Run... runs) {
        return Begun.of(List.of(runs), FROZEN).inWords(0, Integer::toString);
    }
}
