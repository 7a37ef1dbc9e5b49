package eyebright.population;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.check.StudyFolder;
import eyebright.frame.Specimen;
import eyebright.latent.Moments;
import eyebright.score.Scales;
import eyebright.score.ScalesReader;
import eyebright.source.Problems;
import eyebright.source.Sources;
import eyebright.study.Study;
import eyebright.study.StudyReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PopulationReaderTest {

    private static final Path WHOLE =
            Path.of("src/test/resources/eyebright/population/whole/good.yaml");

    private static Population whole() throws IOException {
        return switch (StudyFolder.of(PopulationProblemsTest.FILES.sources(WHOLE))) {
            case StudyFolder.Reading.Valid(StudyFolder folder, var _) -> folder.population();
            case StudyFolder.Reading.Invalid(var problems) ->
                    throw new IllegalStateException(problems.toString());
        };
    }

    private static Entry.Single single(String name) throws IOException {
        return (Entry.Single)
                whole().entries().stream()
                        .filter(entry -> entry.names().equals(List.of(name)))
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void entriesStandInTheOrderOfTheFile() throws IOException {
        assertThat(whole().entries())
                .extracting(entry -> entry.names().isEmpty() ? "" : entry.names().getFirst())
                .containsExactly(
                        "training",
                        "age",
                        "experience",
                        "gender",
                        "height",
                        "family",
                        "extraversion",
                        "sessions",
                        "tears",
                        "cried",
                        "effect",
                        "felt",
                        "felt_daily",
                        "trust",
                        "trust_before",
                        "",
                        "");
    }

    @Test
    void aMarginGivenAnotherQuestionHasALevelForEachOfItsOptions() throws IOException {
        assertThat(single("experience").margin())
                .isInstanceOfSatisfying(
                        Margin.Skewed.class,
                        margin -> {
                            assertThat(margin.moments())
                                    .isEqualTo(
                                            new Given.ByLevel<>(
                                                    "training",
                                                    Map.of(
                                                            "student",
                                                            new Moments(3, 2),
                                                            "fellow",
                                                            new Moments(6, 2),
                                                            "licensed",
                                                            new Moments(16, 11),
                                                            "other",
                                                            new Moments(8, 8))));
                            assertThat(margin.limits().from()).isEmpty();
                            assertThat(margin.limits().to()).hasToString("Optional[age - 18]");
                        });
    }

    @Test
    void effectsSayTheirMeasureTheirStrengthAndWhatTheyRead() throws IOException {
        assertThat(single("cried").effects())
                .extracting(Effect::measure, Effect::value, Effect::term)
                .containsExactly(
                        said(Measure.ODDS, 1.03, amount("experience", 1)),
                        said(
                                Measure.ODDS,
                                0.8,
                                new Term.Chosen(
                                        "training.student+fellow",
                                        "training",
                                        Set.of("student", "fellow"))),
                        said(
                                Measure.ODDS,
                                1.1,
                                new Term.Amount(
                                        "extraversion", "extraversion", new Term.Per.Deviation())),
                        said(Measure.ODDS, 1.2, amount("family", 1)),
                        said(
                                Measure.POINTS,
                                0.03,
                                new Term.Chosen("gender.woman", "gender", Set.of("woman"))),
                        said(Measure.R, 0.08, amount("depth", 1)));
        assertThat(single("tears").effects().getLast().term()).isEqualTo(amount("age", 10));
    }

    private static org.assertj.core.groups.Tuple said(Measure measure, double value, Term term) {
        return new org.assertj.core.groups.Tuple(measure, value, term);
    }

    private static Term amount(String name, double units) {
        return new Term.Amount(name, name, new Term.Per.Units(units));
    }

    @Test
    void countsHaveTheirDispersionAndWhatTheyAreProportionalTo() throws IOException {
        assertThat(single("tears").margin())
                .isEqualTo(
                        new Margin.Count(
                                new Given.Always<>(new Margin.Rate(0.4, 2)),
                                Optional.of("sessions"),
                                Limits.NONE));
    }

    @Test
    void traitsHaveTheirItemsTheirKeysAndTheirCorrelations() throws IOException {
        var traits = (Entry.Traits) whole().entries().get(6);

        assertThat(traits.traits())
                .extracting(Trait::name, Trait::alpha, Trait::reversed)
                .containsExactly(
                        new org.assertj.core.groups.Tuple(
                                "extraversion", 0.8, Set.of("traits.shy")),
                        new org.assertj.core.groups.Tuple("kindness", 0.7, Set.of()),
                        new org.assertj.core.groups.Tuple("depth", 0.6, Set.of("traits.clever")));
        assertThat(traits.traits().getFirst().items())
                .containsEntry("traits.bold", new Moments(5.3, 1.7));
        assertThat(traits.correlations())
                .extracting(Correlation::one, Correlation::other, Correlation::value)
                .containsExactly(
                        new org.assertj.core.groups.Tuple("extraversion", "kindness", 0.2),
                        new org.assertj.core.groups.Tuple("extraversion", "depth", -0.1));
    }

    @Test
    void skippingCarelessnessAndScenariosAreRead() throws IOException {
        Population whole = whole();

        assertThat(whole.skipping().orElseThrow().share()).isEqualTo(0.02);
        assertThat(whole.careless().orElseThrow().how())
                .containsExactly(Carelessness.How.SAME_ANSWER, Carelessness.How.RANDOM);
        assertThat(whole.declared())
                .extracting(Scenario::word)
                .containsExactly("nothing", "at-the-margin.equal");
    }

    @Test
    void aFolderWithoutTheFileIsEven() throws IOException {
        Sources sources = PopulationProblemsTest.FILES.sources(WHOLE);
        Study study = StudyReader.read(sources, new Problems()).orElseThrow();

        assertThat(
                        PopulationReader.read(
                                new Sources("s", Map.of()), study, Scales.NONE, new Problems()))
                .isEqualTo(Population.EVEN);
    }

    @Test
    void thePopulationOfTheTearsStudyReadsWithoutAProblem() {
        var problems = new Problems();
        Sources sources = Specimen.folder("tears");
        Study tears = StudyReader.read(sources, problems).orElseThrow();
        Scales scales = ScalesReader.read(sources, tears, problems);

        Population population = PopulationReader.read(sources, tears, scales, problems);

        assertThat(problems.hasErrors()).as(Specimen.said(problems)).isFalse();
        assertThat(population.entries()).hasSizeGreaterThan(50);
    }
}
