package eyebright.article;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.analysis.Finding;
import eyebright.analysis.Shape;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FigureTextTest {

    private static String said(Printed printed) {
        return switch (printed) {
            case Printed.Said(String text) -> text.replace('\u00a0', ' ');
            case Printed.Open(String why) -> "open: " + why;
        };
    }

    private static Finding share(double value, double low, double high) {
        return new Made(new Shape.OneShare()).with("estimate", value, low, high).finding();
    }

    private static Finding difference(double value, double low, double high) {
        return new Made(new Shape.GroupShares(List.of(Made.WOMEN, Made.CRIED)))
                .with("difference", value, low, high)
                .finding();
    }

    @Test
    void aShareIsPrintedInPercent() {
        Finding share = share(0.7139, 0.681, 0.747);

        assertThat(said(FigureText.value(share, "estimate"))).isEqualTo("71 %");
        assertThat(said(FigureText.interval(share, "estimate"))).isEqualTo("68 to 75 %");
        assertThat(said(FigureText.apa(share, "estimate"))).isEqualTo("71 %, 95 % CI [68, 75]");
    }

    @Test
    void aDifferenceOfSharesIsInPointsOfWhichThereMayBeOne() {
        assertThat(said(FigureText.value(difference(0.04, -0.02, 0.1), "difference")))
                .isEqualTo("4 points");
        assertThat(said(FigureText.value(difference(-0.01, -0.02, 0.1), "difference")))
                .isEqualTo("−1 point");
    }

    @Test
    void whatCannotPassOneIsPrintedWithoutItsZero() {
        Finding correlation =
                new Made(new Shape.Correlation(Made.OPENNESS, Made.CRIED, "r"))
                        .with("r", -0.034, -0.12, 0.05)
                        .finding();

        assertThat(said(FigureText.apa(correlation, "r"))).isEqualTo("−.03, 95 % CI [−.12, .05]");
    }

    @Test
    void aSideIsTakenOnlyByAnIntervalThatLeavesOutNothing() {
        Finding ratio =
                new Made(
                                new Shape.Coefficients(
                                        Made.CRIED,
                                        Shape.Effect.ODDS_RATIO,
                                        List.of(Made.YEARS),
                                        Optional.empty()))
                        .with("odds_ratio[years / 10]", 1.3, 1.02, 1.7)
                        .finding();

        assertThat(FigureText.side(ratio, "odds_ratio[years / 10]")).contains(1);
        assertThat(FigureText.side(difference(-0.1, -0.2, -0.01), "difference")).contains(-1);
        assertThat(FigureText.side(difference(0, -0.2, 0.2), "difference")).contains(0);
        assertThat(FigureText.side(share(0.5, 0.4, 0.6), "estimate")).isEmpty();
        assertThat(FigureText.hasSides(share(0.5, 0.4, 0.6), "estimate")).isFalse();
    }

    @Test
    void whatIsNotThereSaysWhy() {
        Finding nobody =
                new Made(new Shape.OneShare()).without("estimate", "nobody answered").finding();

        assertThat(said(FigureText.value(nobody, "estimate"))).isEqualTo("open: nobody answered");
        assertThat(said(FigureText.value(nobody.withheld("too few"), "estimate")))
                .isEqualTo("open: too few");
    }

    @Test
    void meansCarryTheirUnit() {
        Finding mean =
                new Made(new Shape.OneMean(new Shape.Scaling("years", Optional.empty())))
                        .with("mean", 12.34, 11.2, 13.5)
                        .finding();

        assertThat(said(FigureText.apa(mean, "mean")))
                .isEqualTo("12.3 years, 95 % CI [11.2, 13.5]");
    }
}
