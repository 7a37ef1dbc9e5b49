package eyebright.respondents;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GapTest {

    @Test
    void aGapIsSaidInTheNumbersOfTheFile() {
        assertThat(new Gap("cried", "points of gender.woman", 0.9, 0.78345).says())
                .isEqualTo(
                        "population.yaml: cried (points of gender.woman) cannot be 90 beside all else; 78.345 is the nearest that was found");
        assertThat(new Gap("depth", "alpha", 0.95, 0.9004).says())
                .isEqualTo(
                        "population.yaml: depth (alpha) cannot be 0.95 beside all else; 0.9 is the nearest that was found");
    }
}
