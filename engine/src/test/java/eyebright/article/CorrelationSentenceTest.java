package eyebright.article;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.analysis.Shape;
import eyebright.plan.Expectation;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorrelationSentenceTest {

    private static final String SCALE = " (0 is no link, 1 a perfect one).";

    private static Made made() {
        return new Made(
                new Shape.Correlation(Made.phrase("openness", "openness"), Made.CRIED, "r"));
    }

    private static Made withMargin() {
        return made().expecting(
                        new Expectation.Within(new BigDecimal("0.150"), Expectation.In.NUMBER));
    }

    @Test
    void aClearLinkHasAStrengthAndADirection() {
        assertThat(made().with("r", 0.12, 0.04, 0.2).said())
                .isEqualTo(
                        "There is a **very weak to weak link** between openness and having cried in therapy: more of one goes with more of the other. The correlation is **0.12**, somewhere between 0.04 and 0.20"
                                + SCALE);
        assertThat(made().with("r", -0.5, -0.58, -0.41).said())
                .isEqualTo(
                        "There is a **moderate link** between openness and having cried in therapy: more of one goes with less of the other. The correlation is **−0.50**, somewhere between −0.58 and −0.41 (0 is no link, −1 a perfect one).");
    }

    @Test
    void anIntervalAround0LeavesItOpen() {
        assertThat(made().with("r", -0.03, -0.13, 0.07).said())
                .isEqualTo(
                        "We can't tell yet whether there is a link between openness and having cried in therapy. If there is, it is very weak: the correlation is between **−0.13 and 0.07**"
                                + SCALE);
        assertThat(made().with("r", 0.2, -0.1, 0.45).said())
                .contains("If there is, it is at most moderate:");
    }

    @Test
    void aDeclaredMarginSaysWhatIsTooSmallToMatter() {
        assertThat(
                        withMargin()
                                .with("r", -0.062, -0.137, 0.013)
                                .with("r_equivalence", -0.062, -0.125, 0.001)
                                .said())
                .isEqualTo(
                        "Too small to matter here: the correlation between openness and having cried in therapy is somewhere between **−0.13 and 0.00**, and up to 0.15 either way was to count as nothing"
                                + SCALE);
        assertThat(
                        withMargin()
                                .with("r", 0.09, 0.01, 0.17)
                                .with("r_equivalence", 0.09, 0.03, 0.149)
                                .said())
                .startsWith("There is a link, but too small to matter here: the correlation");
        assertThat(
                        withMargin()
                                .with("r", 0.1, -0.02, 0.22)
                                .with("r_equivalence", 0.1, 0.01, 0.2)
                                .said())
                .startsWith(
                        "We can't tell yet whether there is a link between openness and having cried in therapy that matters. If there is, it is at most weak:");
    }

    @Test
    void whatCannotBeHadSaysWhy() {
        assertThat(made().without("r", "everybody gave the same answer").said())
                .isEqualTo("**We can't tell**: everybody gave the same answer.");
    }

    @ParameterizedTest
    @CsvSource({
        "0, very weak",
        "-0.199, very weak",
        "0.2, weak",
        "-0.4, moderate",
        "0.6, strong",
        "0.8, very strong",
        "-1, very strong"
    })
    void strengthsAreThoseOfEvans(double correlation, String word) {
        assertThat(Strength.of(correlation).word()).isEqualTo(word);
    }
}
