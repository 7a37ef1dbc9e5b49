package eyebright.article;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.chart.Figure;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Interval;
import org.junit.jupiter.api.Test;

class DrawingTest {

    private static final Figure TOO_FAR = Figure.absent("too far from zero to be drawn");

    @Test
    void oddsThatNoAxisReachesAreSaidAndNotDrawn() {
        var odds = Known.bare(1.02e15, 22);
        assertThat(Drawing.figure(odds, 1)).isEqualTo(TOO_FAR);
    }

    @Test
    void anIntervalThatNoAxisReachesIsSaidAndNotDrawn() {
        assertThat(Drawing.figure(Known.of(3, new Interval(2e-16, 1e15, 0.95), 22), 1))
                .isEqualTo(TOO_FAR);
        assertThat(Drawing.figure(Known.of(-3, new Interval(-1e15, 2, 0.95), 22), 1))
                .isEqualTo(TOO_FAR);
    }

    @Test
    void theUnitOfThePictureCounts() {
        var large = Known.bare(5e11, 22);
        assertThat(Drawing.figure(large, 1)).isEqualTo(Figure.of(5e11));
        assertThat(Drawing.figure(large, 100)).isEqualTo(TOO_FAR);
    }

    @Test
    void othersAreDrawnWithTheirIntervals() {
        assertThat(Drawing.figure(Known.of(0.5, new Interval(0.25, 0.75, 0.95), 22), 100))
                .isEqualTo(Figure.of(50, 25, 75));
    }
}
