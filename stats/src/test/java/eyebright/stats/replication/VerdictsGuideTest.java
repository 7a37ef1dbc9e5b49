package eyebright.stats.replication;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.stats.Interval;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Holds the example of `docs/guide/verdicts.md` to the code: an original of 50 people, .30, and ours of 200, .21.
class VerdictsGuideTest {

    private static final Path GUIDE = Path.of("../docs/guide/verdicts.md");
    private static final double LEVEL = 0.95;

    private static final Replication PAIR =
            new Replication(
                    NormalEstimate.ofCorrelation(0.30, 50),
                    NormalEstimate.ofCorrelation(0.21, 200));

    @Test
    void theExampleIsWhatItSays() throws IOException {
        assertThat(guide()).contains("asked 50 people and found a correlation of .30");
        assertThat(guide()).contains("Ours asked 200 and found .21");
    }

    @Test
    void theFirstCriterionIsMet() throws IOException {
        assertThat(PAIR.isNominal(0.05)).isTrue();
        assertThat(guide())
                .contains("the p value of ours is " + part(PAIR.replication().test().p(), 3));
        assertThat(guide()).contains("barely clear (p = " + part(PAIR.original().test().p(), 2));
    }

    @Test
    void thePredictionIntervalIsAsWide() throws IOException {
        Interval predicted = PAIR.predicted(LEVEL);
        double low = Math.tanh(predicted.low());
        double high = Math.tanh(predicted.high());

        assertThat(PAIR.isAsPredicted(LEVEL)).isTrue();
        assertThat(guide())
                .contains(String.format(Locale.ROOT, "From %s to %s.", part(low, 2), part(high, 2)))
                .contains(
                        String.format(
                                Locale.ROOT,
                                "the band is, %s from end to end",
                                part(high - low, 2)));
        assertThat(guide())
                .contains(
                        String.format(
                                Locale.ROOT,
                                "it is %.2f with p = %s",
                                PAIR.heterogeneity().statistic().orElseThrow(),
                                part(PAIR.heterogeneity().p(), 2)));
    }

    @Test
    void theCountsAreThose() throws IOException {
        Interval wide = PredictedCount.of(492, 684, 684, LEVEL);
        Interval other = PredictedCount.of(411, 568, 684, LEVEL);

        assertThat(guide())
                .contains(String.format(Locale.ROOT, "one: %.0f to %.0f", wide.low(), wide.high()));
        assertThat(guide())
                .contains(
                        String.format(
                                Locale.ROOT, "%.0f to %.0f, with ours", other.low(), other.high()));
        assertThat(List.of(wide, other)).allMatch(each -> each.contains(486));
    }

    @Test
    void theTelescopeIsThatSmall() throws IOException {
        SmallTelescopes telescopes = SmallTelescopes.of(PAIR);
        // The one-sided interval at 5 % ends where the two-sided one at 10 % does.
        Interval ours = PAIR.replication().interval(0.90);

        assertThat(telescopes.isTooSmall()).isFalse();
        assertThat(guide())
                .contains("that is a correlation of " + part(Math.tanh(telescopes.effect()), 2))
                .contains("could be as large as " + part(Math.tanh(ours.high()), 2))
                .contains(
                        String.format(
                                Locale.ROOT, "in %.0f of 100 tries", 100 * telescopes.power()))
                .contains(
                        String.format(Locale.ROOT, "here it is %.1f times", PAIR.varianceRatio()));
        Replication other =
                new Replication(PAIR.original(), NormalEstimate.ofCorrelation(0.05, 200));
        assertThat(SmallTelescopes.of(other).isTooSmall()).isTrue();
        assertThat(guide())
                .contains(
                        "in the picture ends at "
                                + part(Math.tanh(other.replication().interval(0.90).high()), 2));
    }

    @Test
    void bothTogetherAreThat() throws IOException {
        NormalEstimate combined = PAIR.combined();
        Interval interval = combined.interval(LEVEL);

        assertThat(guide())
                .contains(
                        String.format(
                                Locale.ROOT,
                                "The two give %s, from %s to %s",
                                part(Math.tanh(combined.value()), 2),
                                part(Math.tanh(interval.low()), 2),
                                part(Math.tanh(interval.high()), 2)));
    }

    @Test
    void oursWasThatMuchMoreExpected() throws IOException {
        assertThat(guide())
                .contains(
                        String.format(
                                Locale.ROOT,
                                "Here it is %.0f: our result",
                                Math.exp(ReplicationBayesFactor.log(PAIR))));
    }

    @Test
    void theDoubterIsNotConvinced() throws IOException {
        double p = ScepticalP.of(PAIR, ScepticalP.Scale.GOLDEN);

        assertThat(p).isGreaterThan(0.025);
        assertThat(guide()).contains("The sceptical p is " + part(p, 3));
        // The doubt that is just enough: the original's z falls to 1.96.
        double z = PAIR.original().z() / 1.959963984540054;
        double doubt = PAIR.original().error() / Math.sqrt(z * z - 1);
        double reach = Math.tanh(1.959963984540054 * doubt);
        assertThat(guide())
                .contains(
                        String.format(
                                Locale.ROOT,
                                "anything from %s to %s",
                                part(-reach, 2),
                                part(reach, 2)));
    }

    @Test
    void everyPictureIsThere() throws IOException {
        List<String> named =
                guide().lines()
                        .filter(line -> line.startsWith("!["))
                        .map(line -> line.substring(line.indexOf("](") + 2, line.length() - 1))
                        .toList();
        assertThat(named).hasSize(13).allMatch(it -> Files.exists(GUIDE.resolveSibling(it)));
        try (Stream<Path> files = Files.list(GUIDE.resolveSibling("../img"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .filteredOn(file -> file.startsWith("verdicts-"))
                    .allMatch(file -> named.contains("../img/" + file));
        }
    }

    /// The guide with each paragraph on one line, as its lines break where they are full.
    private static String guide() throws IOException {
        return Files.readString(GUIDE).replaceAll("(?<!\n)\n(?!\n|!)", " ");
    }

    /// A number below 1 as the guide writes it: `.30`.
    private static String part(double number, int digits) {
        return BigDecimal.valueOf(number)
                .setScale(digits, RoundingMode.HALF_UP)
                .toPlainString()
                .replace("0.", ".")
                .replace('-', '−');
    }
}
