package eyebright.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {

    private static final List<String> KNOWN =
            List.of("traits.bold", "traits.shy", "plan.yaml", "boldness");

    @Test
    void itemsOfAQuestionAreNearByTheirOwnNames() {
        assertThat(Nearest.to("traits.calm", KNOWN)).isEmpty();
        assertThat(Nearest.to("traits.bolt", KNOWN)).contains("traits.bold");
    }

    @Test
    void anotherBeginIsComparedWhole() {
        assertThat(Nearest.to("trait.bold", KNOWN)).contains("traits.bold");
        assertThat(Nearest.to("plan.yml", KNOWN)).contains("plan.yaml");
        assertThat(Nearest.to("boldnes", KNOWN)).contains("boldness");
        assertThat(Nearest.to("nothing", KNOWN)).isEmpty();
    }
}
