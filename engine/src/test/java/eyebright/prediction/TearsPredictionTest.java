package eyebright.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eyebright.check.StudyFolder;
import eyebright.frame.Frame;
import eyebright.plan.Lets;
import eyebright.stats.posterior.PriorChance;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What therapists are told before anybody has answered: the published base rates, averaged over the therapists that
/// the tears study declares.
class TearsPredictionTest {

    /// Other ones than those on whom intercepts are solved, which are of seed 1.
    private static final long SEED = 7;

    private static final int MANY = 6_000;

    private static StudyFolder folder;
    private static List<PriorModel> priors;
    private static Frame therapists;
    private static List<Foretold> told;

    @BeforeAll
    static void read() throws IOException {
        folder =
                ((StudyFolder.Reading.Valid) StudyFolder.read(Path.of("../studies/tears")))
                        .folder();
        priors =
                Predictions.priors(
                        folder.study(), folder.scales(), folder.feedback(), folder.population());
        therapists = folder.respondents().careful(SEED, 0, MANY);
        told =
                Predictions.of(
                                folder.study(),
                                folder.scales(),
                                folder.feedback(),
                                priors,
                                therapists.rows(new int[0]))
                        .foretold(therapists.rows(IntStream.range(0, 600).toArray()));
    }

    /// By quadrature, so that only who the therapists are is left to chance: half a point is more than four times that.
    @Test
    void withoutAnswersTheAverageOverThePopulationIsThePublishedRate() {
        Frame made = Lets.added(folder.feedback().lets(), folder.scales().score(therapists));
        var published = Map.of("tears", 0.30, "first-tears", 0.72);

        assertThat(priors)
                .extracting(prior -> prior.prediction().id())
                .containsExactlyInAnyOrderElementsOf(published.keySet());
        for (PriorModel prior : priors) {
            var cases = new Cases(prior.prediction(), made);
            int[] rows = cases.complete(cases.known());
            double[][] x = Arrays.stream(rows).mapToObj(cases::row).toArray(double[][]::new);
            double rate = Objects.requireNonNull(published.get(prior.prediction().id()));

            assertThat(prior.prediction().base().published()).isPresent();
            assertThat(prior.prediction().base().rate()).isEqualTo(rate);
            assertThat(rows).hasSizeGreaterThan(MANY / 2);
            assertThat(PriorChance.of(cases.events(rows, prior.unit()), x, prior.priors()))
                    .as(prior.prediction().id())
                    .isCloseTo(rate, within(0.005));
            assertThat(
                            PriorChance.of(
                                    cases.events(rows, prior.unit()),
                                    new double[rows.length][0],
                                    prior.ofNobody()))
                    .as(prior.prediction().id() + " without effects")
                    .isCloseTo(rate, within(0.005));
        }
    }

    /// The published 30 % is of the four weeks before, with holidays in them. Who sees clients now has a few more sessions
    /// in four usual weeks, so that a little more than 30 % is what it comes to.
    @Test
    void whatIsToldOfFourWeeksIsThatRateForAsManySessions() {
        assertThat(average("four-weeks")).isCloseTo(0.32, within(0.02));
    }

    /// No figure is published of chances in a hundred sessions, so that these are only held to what must be: a hundred
    /// sessions are more than four usual weeks of most, and who has had none in years has them rarely.
    @Test
    void whereNoFigureIsPublishedTheChanceIsSensible() {
        assertThat(average("hundred-sessions")).isBetween(average("four-weeks"), 0.6);
        assertThat(average("first-hundred")).isBetween(0.01, 0.10);
    }

    /// What is told with her own past, averaged over all, is the base rate again: nobody's past makes tears more common.
    @Test
    void herPastMovesChancesAndNotTheirAverage() {
        List<Foretold> weeks = of("four-weeks");
        double[] pasts =
                weeks.stream()
                        .mapToDouble(
                                each -> each.past().map(Foretold.Past::chance).orElse(each.base()))
                        .toArray();

        assertThat(Arrays.stream(pasts).average().orElseThrow())
                .isCloseTo(average("four-weeks"), within(0.03));
        assertThat(Arrays.stream(pasts).max().orElseThrow()).isGreaterThan(0.8);
        assertThat(Arrays.stream(pasts).min().orElseThrow()).isLessThan(0.1);
    }

    private static double average(String ahead) {
        return of(ahead).stream().mapToDouble(Foretold::base).average().orElseThrow();
    }

    private static List<Foretold> of(String ahead) {
        List<Foretold> all = told.stream().filter(each -> each.ahead().equals(ahead)).toList();
        assertThat(all).hasSizeGreaterThan(50);
        return all;
    }
}
