package eyebright.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eyebright.check.StudyFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What a population is in each scenario.
class ScenarioTest {

    private static Population whole = Population.EVEN;

    @BeforeAll
    static void read() throws IOException {
        Path file = Path.of("src/test/resources/eyebright/population/whole/good.yaml");
        if (StudyFolder.of(PopulationProblemsTest.FILES.sources(file))
                instanceof StudyFolder.Reading.Valid(StudyFolder folder, var _)) {
            whole = folder.population();
        }
    }

    /// Every effect, in the order of the entries.
    private static List<Effect> effects(Population population) {
        var effects = new ArrayList<Effect>();
        for (Entry entry : population.entries()) {
            entry.withEffects(
                    effect -> {
                        effects.add(effect);
                        return effect;
                    });
        }
        return effects;
    }

    private static Population withoutChanges() {
        return new Population(whole.entries(), whole.skipping(), whole.careless(), List.of());
    }

    @Test
    void asPublishedNothingChanges() {
        assertThat(whole.under(Scenario.AS_PUBLISHED)).isEqualTo(withoutChanges());
    }

    @Test
    void underNothingThereIsNoEffect() {
        assertThat(effects(whole.under(Scenario.NOTHING)))
                .hasSize(effects(whole).size())
                .allSatisfy(
                        effect -> assertThat(effect.value()).isEqualTo(effect.measure().none()));
    }

    @Test
    void halfOfHalfIsAQuarterOnTheScaleOnWhichEffectsAdd() {
        List<Effect> all = effects(whole);
        List<Effect> quarter = effects(whole.under(Scenario.HALF).under(Scenario.HALF));

        assertThat(all).hasSizeGreaterThan(15);
        for (int i = 0; i < all.size(); i++) {
            Effect effect = all.get(i);
            assertThat(scale(quarter.get(i)))
                    .as(effect.term().text())
                    .isCloseTo(scale(effect) / 4, within(1e-12));
            assertThat(quarter.get(i).term()).isEqualTo(effect.term());
        }
    }

    private static double scale(Effect effect) {
        return effect.measure().isRatio() ? Math.log(effect.value()) : effect.value();
    }

    @Test
    void halfOfNothingIsNothing() {
        Population nothing = whole.under(Scenario.NOTHING);

        assertThat(nothing.under(Scenario.HALF)).isEqualTo(nothing);
    }

    @Test
    void marginsAlphasAndCorrelationsStayUnderHalf() {
        Population half = whole.under(Scenario.HALF);
        for (int i = 0; i < half.entries().size(); i++) {
            Entry before = whole.entries().get(i);
            assertThat(half.entries().get(i).withEffects(Effect::none))
                    .isEqualTo(before.withEffects(Effect::none));
        }
    }

    @Test
    void whatAScenarioChangesTakesThePlaceOfWhatReadsTheSame() {
        Population nothing = whole.under(Scenario.NOTHING);
        Population margin = whole.under(new Scenario.AtTheMargin("equal"));

        assertThat(single(nothing, "cried").margin())
                .isEqualTo(new Margin.Yes(new Given.Always<>(0.5)));
        assertThat(single(margin, "cried").effects())
                .hasSameSizeAs(single(whole, "cried").effects())
                .filteredOn(effect -> effect.term().text().equals("gender.woman"))
                .extracting(Effect::value)
                .containsExactly(0.1);
        assertThat(single(margin, "effect").margin())
                .isEqualTo(
                        new Margin.OneOf(
                                new Given.Always<>(
                                        Map.of(
                                                "worse",
                                                0.1,
                                                "same",
                                                0.41,
                                                "better",
                                                0.4,
                                                "dont_know",
                                                0.09)),
                                List.of("worse", "same", "better")));
        assertThat(several(margin, "felt").dependence()).isZero();
        assertThat(several(margin, "felt").effects().get("joy"))
                .extracting(Effect::value)
                .containsExactly(2.0);
        assertThat(several(margin, "felt").effects().get("fear"))
                .isEqualTo(several(whole, "felt").effects().get("fear"));
    }

    @Test
    void aTraitAndARepeatedMeasureCanChange() {
        Population margin = whole.under(new Scenario.AtTheMargin("equal"));
        Trait kindness = ((Entry.Traits) margin.entries().get(6)).traits().get(1);

        assertThat(kindness.alpha()).isEqualTo(0.75);
        assertThat(kindness.effects()).extracting(Effect::value).containsExactly(0.2);
        assertThat(whole.under(Scenario.NOTHING).entries())
                .filteredOn(Entry.Repeated.class::isInstance)
                .extracting(entry -> ((Entry.Repeated) entry).correlation())
                .containsExactly(0.35, 0.1);
    }

    @Test
    void anotherClaimStandsAsPublished() {
        assertThat(whole.under(new Scenario.AtTheMargin("other"))).isEqualTo(withoutChanges());
    }

    private static Entry.Single single(Population population, String name) {
        return (Entry.Single) named(population, name);
    }

    private static Entry.Several several(Population population, String name) {
        return (Entry.Several) named(population, name);
    }

    private static Entry named(Population population, String name) {
        return population.entries().stream()
                .filter(entry -> entry.names().equals(List.of(name)))
                .findFirst()
                .orElseThrow();
    }
}
