package eyebright.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RehearsalJsonTest {

    private static final Rehearsal REHEARSAL =
            TwoGroups.rehearsed(
                    new Settings(
                            List.of("as-published", "nothing"),
                            30,
                            70,
                            5,
                            300,
                            Settings.Curve.WITH),
                    1,
                    Optional.empty());

    @Test
    void whatIsReadIsWhatWasWritten() {
        String json = RehearsalJson.write(REHEARSAL);

        assertThat(RehearsalJson.read(json)).isEqualTo(REHEARSAL);
        assertThat(RehearsalJson.write(RehearsalJson.read(json))).isEqualTo(json);
    }

    @Test
    void aFolderKeepsOfAMarginWhatItSaysOfItsClaim() {
        Rehearsal margin =
                TwoGroups.rehearsed(
                        new Settings(
                                List.of("as-published", "at-the-margin.little"),
                                30,
                                20,
                                5,
                                300,
                                Settings.Curve.WITHOUT),
                        1,
                        Optional.empty());
        Rehearsal kept = RehearsalJson.read(RehearsalJson.write(margin.kept()));

        assertThat(kept.scenarios().getFirst()).isEqualTo(margin.scenarios().getFirst());
        assertThat(kept.scenarios().getLast().claims())
                .containsExactly(margin.scenarios().getLast().claim("little").orElseThrow());
        assertThat(Tables.supported(kept)).isEqualTo(Tables.supported(margin));
        assertThat(Advice.of(kept)).isEqualTo(Advice.of(margin));
    }

    @Test
    void whateverIsCutOffOrChangedIsRefusedInWords() {
        String json = RehearsalJson.write(REHEARSAL);
        for (int end = 0; end < json.length() - 2; end += 97) {
            String cut = json.substring(0, end);
            assertThatThrownBy(() -> RehearsalJson.read(cut))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageNotContaining("Exception");
        }
        for (String wrong :
                List.of(
                        "",
                        "[]",
                        "null",
                        "7",
                        "[".repeat(5_000),
                        json.replace("\"seed\" : 5", "\"seed\" : \"5\""),
                        json.replace("\"covered\" : ", "\"covered\" : 9"),
                        json.replace("\"unjudged\" : 0", "\"unjudged\" : 1"),
                        json.replace("\"kind\" : \"nothing\"", "\"kind\" : \"naught\""),
                        json.replace("\"sizes\" : [ 8,", "\"sizes\" : [ 7, 8,"),
                        json.replaceFirst("\"id\" : \"mean\"", "\"id\" : \"other\""))) {
            assertThat(wrong).isNotEqualTo(json);
            assertThatThrownBy(() -> RehearsalJson.read(wrong))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
