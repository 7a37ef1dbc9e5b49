package eyebright.check;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.latent.Moments;
import eyebright.plan.Claim;
import eyebright.plan.Expectation;
import eyebright.population.Entry;
import eyebright.population.Origins;
import eyebright.population.Population;
import eyebright.population.Scenario;
import eyebright.population.Trait;
import eyebright.study.Variable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The population of the tears study says what each of its claims lives from.
class TearsPopulationTest {

    private static StudyFolder folder;

    @BeforeAll
    static void read() throws IOException {
        folder =
                ((StudyFolder.Reading.Valid) StudyFolder.read(Path.of("../studies/tears")))
                        .folder();
    }

    @Test
    void everyQuestionIsDrawnAsDeclared() {
        List<String> declared =
                folder.population().entries().stream()
                        .flatMap(entry -> entry.names().stream())
                        .toList();

        assertThat(folder.study().variables().values())
                .filteredOn(variable -> !(variable.kind() instanceof Variable.Kind.Text))
                .extracting(Variable::name)
                .isSubsetOf(declared);
    }

    @Test
    void everyClaimThatSomethingIsSmallHasItsMargin() {
        Stream<Scenario> margins =
                folder.plan().claims().stream()
                        .filter(
                                claim ->
                                        claim.expects()
                                                .filter(TearsPopulationTest::isSmall)
                                                .isPresent())
                        .map(Claim::id)
                        .map(Scenario.AtTheMargin::new);

        assertThat(margins).hasSize(9).isSubsetOf(folder.population().declared());
    }

    private static boolean isSmall(Expectation expects) {
        return expects instanceof Expectation.NotMoreBy
                || expects instanceof Expectation.Within
                || expects instanceof Expectation.Inside
                || (expects instanceof Expectation.Below below
                        && below.in() != Expectation.In.TIMES);
    }

    @Test
    void aSourceIsOnePublishedNumberOfAnEntryThatAlsoAssumes() {
        Origins origins = folder.population().origins();

        assertThat(origins.entries())
                .filteredOn(entry -> entry.names().contains("felt"))
                .singleElement()
                .satisfies(
                        felt -> {
                            assertThat(felt.published()).isEqualTo(5);
                            // Six shares, the dependence and four effects.
                            assertThat(felt.assumed()).isEqualTo(11);
                        });
        assertThat(origins.published()).isEqualTo(21);
    }

    @ParameterizedTest
    @CsvSource({"as-published, 7.0, 1.8", "half, 7.4, 1.7", "nothing, 7.8, 1.6"})
    void theSessionWithoutTearsComesNearerToTheOneWithThem(
            String world, double mean, double deviation) {
        Population population = folder.population().under(scenario(world));

        assertThat(trait(population, "relationship_without").items())
                .containsEntry("strength_without.trust", new Moments(mean, deviation))
                .hasSize(3);
        assertThat(trait(population, "relationship").items())
                .containsEntry("strength.trust", new Moments(7.8, 1.6));
    }

    @ParameterizedTest
    @ValueSource(strings = {"as-published", "half", "nothing"})
    void aQuestionnaireHangsTogetherInEveryScenario(String world) {
        Population population = folder.population().under(scenario(world));

        assertThat(single(population, "sessions_28").effects())
                .singleElement()
                .satisfies(effect -> assertThat(effect.value()).isEqualTo(3.4));
    }

    private static Scenario scenario(String world) {
        return Stream.of(Scenario.AS_PUBLISHED, Scenario.HALF, Scenario.NOTHING)
                .filter(scenario -> scenario.word().equals(world))
                .findFirst()
                .orElseThrow();
    }

    private static Entry.Single single(Population population, String name) {
        return population.entries().stream()
                .filter(entry -> entry.names().contains(name))
                .map(Entry.Single.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static Trait trait(Population population, String name) {
        return population.entries().stream()
                .filter(Entry.Traits.class::isInstance)
                .flatMap(entry -> ((Entry.Traits) entry).traits().stream())
                .filter(trait -> trait.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
