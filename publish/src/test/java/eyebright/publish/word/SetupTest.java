package eyebright.publish.word;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SetupTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Who waves? | WHO WAVES?",
                "Do therapists cry in therapy? A conceptual replication of a survey | DO THERAPISTS CRY IN THERAPY?",
                "Therapists' tears: what was asked, what was found, what is not known | THERAPISTS' TEARS",
                "A long title that has no end anywhere and goes on and on | A LONG TITLE THAT HAS NO END ANYWHERE AND GOES ON",
                "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft | DONAUDAMPFSCHIFFFAHRTSELEKTRIZITÄTENHAUPTBETRIEBSW",
                "a a: a title | A A: A TITLE"
            })
    void theRunningHeadIsTheTitleInFiftyLettersOrFewer(String title, String head) {
        assertThat(Setup.runningHead(title)).isEqualTo(head).hasSizeLessThanOrEqualTo(50);
    }
}
