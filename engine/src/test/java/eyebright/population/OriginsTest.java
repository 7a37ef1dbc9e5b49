package eyebright.population;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.latent.Moments;
import eyebright.source.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OriginsTest {

    private static final Place PLACE = Place.start("population.yaml");

    private static Population of(Entry... entries) {
        return new Population(List.of(entries), Optional.empty(), Optional.empty(), List.of());
    }

    private static Entry yes(Ground ground, Effect... effects) {
        return new Entry.Single(
                "cried",
                Entry.Standing.ASKED,
                new Margin.Yes(new Given.Always<>(0.72)),
                List.of(effects),
                ground,
                PLACE);
    }

    private static Effect odds() {
        return new Effect(
                Measure.ODDS, 1.03, new Term.Amount("age", "age", new Term.Per.Units(1)), PLACE);
    }

    @Test
    void aNumberIsPublishedOrAssumed() {
        Origins origins =
                of(yes(Ground.published("ever")), yes(Ground.assumed("a guess"))).origins();

        assertThat(origins.published()).isEqualTo(1);
        assertThat(origins.assumed()).isEqualTo(1);
    }

    @Test
    void withASourceAndAnAssumptionTheEffectsAreAssumed() {
        Ground both = new Ground(List.of("ever"), Optional.of("the effects"));

        Origins origins = of(yes(both, odds(), odds())).origins();

        assertThat(origins.published()).isEqualTo(1);
        assertThat(origins.assumed()).isEqualTo(2);
    }

    @Test
    void aSourceThatStandsAloneIsThatOfEveryNumber() {
        assertThat(of(yes(Ground.published("ever"), odds())).origins().published()).isEqualTo(2);
    }

    @Test
    void eachSourceBesideAnAssumptionIsOneNumber() {
        Entry shares =
                new Entry.Several(
                        "felt",
                        new Given.Always<>(Map.of("joy", 0.4, "fear", 0.6, "none", 0.02)),
                        0.1,
                        Map.of("joy", List.of(odds())),
                        new Ground(List.of("joy", "fear"), Optional.of("the rest")),
                        PLACE);

        Origins origins = of(shares).origins();

        assertThat(origins.published()).isEqualTo(2);
        assertThat(origins.assumed()).isEqualTo(3);
    }

    @Test
    void allNumbersOfAllKindsAreCounted() {
        var moments =
                new Given.ByLevel<>(
                        "training", Map.of("a", new Moments(3, 2), "b", new Moments(5, 2)));
        Ground guess = Ground.assumed("a guess");
        Entry years =
                new Entry.Single(
                        "years",
                        Entry.Standing.ASKED,
                        new Margin.Skewed(moments, Limits.NONE),
                        List.of(odds()),
                        guess,
                        PLACE);
        Entry traits =
                new Entry.Traits(
                        List.of(
                                new Trait(
                                        "depth",
                                        0.8,
                                        Map.of("x", new Moments(5, 2), "y", new Moments(5, 2)),
                                        java.util.Set.of(),
                                        List.of())),
                        List.of(),
                        guess,
                        PLACE);
        Entry repeated =
                new Entry.Repeated(Map.of("years", List.of("one", "two")), 0.3, guess, PLACE);
        Population population =
                new Population(
                        List.of(years, traits, repeated),
                        Optional.of(new Skipping(0.02, guess)),
                        Optional.of(
                                new Carelessness(0.04, List.of(Carelessness.How.RANDOM), guess)),
                        List.of());

        // Two levels of two moments and an effect; an alpha and two items of two; one; one; one.
        assertThat(population.origins().entries())
                .extracting(Origins.OfEntry::assumed)
                .containsExactly(5, 5, 1, 1, 1);
        assertThat(population.origins().published()).isZero();
    }
}
