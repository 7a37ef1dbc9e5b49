package eyebright.population;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.frame.Specimen;
import eyebright.score.Scales;
import eyebright.score.ScalesReader;
import eyebright.source.Problems;
import eyebright.source.Sources;
import eyebright.study.Option;
import eyebright.study.Study;
import eyebright.study.StudyReader;
import eyebright.study.Variable;
import eyebright.study.Variable.Kind;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every example of the guide reads, where what it reads of others stands above it.
class PopulationGuideTest {

    private static final Pattern EXAMPLE = Pattern.compile("(?s)```yaml\n(.*?)```");
    private static final Sources TEARS = Specimen.folder("tears");
    private static final Study STUDY = StudyReader.read(TEARS, new Problems()).orElseThrow();
    private static final Scales SCALES = ScalesReader.read(TEARS, STUDY, new Problems());

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleOfTheGuideReads(String example) {
        var problems = new Problems();
        var files = new LinkedHashMap<String, String>();
        files.put("population.yaml", above(example) + example);
        files.put("published.yaml", TEARS.file("published.yaml").orElseThrow());
        files.put("plan.yaml", TEARS.file("plan.yaml").orElseThrow());

        Population population =
                PopulationReader.read(new Sources("tears", files), STUDY, SCALES, problems);

        assertThat(Specimen.said(problems)).isEqualTo("\n");
        assertThat(population.entries()).isNotEmpty();
    }

    static List<String> examples() throws IOException {
        return EXAMPLE.matcher(Files.readString(Path.of("../docs/guide/population.md")))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    /// Plain margins of everything that the example does not declare.
    private static String above(String example) {
        return STUDY.variables().values().stream()
                .filter(variable -> !(variable.kind() instanceof Kind.Text))
                .filter(variable -> !isDeclared(variable.name(), example))
                .map(variable -> entry(variable) + "  assumed: for the example\n")
                .collect(Collectors.joining());
    }

    /// By an entry of its own, or as an item of a trait.
    private static boolean isDeclared(String name, String example) {
        return Pattern.compile("variable: %1$s\\s|%1$s: [0-9.]+ ±".formatted(Pattern.quote(name)))
                .matcher(example)
                .find();
    }

    private static String entry(Variable variable) {
        String margin =
                switch (variable.kind()) {
                    case Kind.Choice(List<Option> options) -> shares(options);
                    case Kind.Choices(List<Option> options) -> shares(options);
                    case Kind.Numeric(BigDecimal from, BigDecimal to, int _, String _) ->
                            "  normal: %s ± %s\n"
                                    .formatted(
                                            Figures.plain(
                                                    (from.doubleValue() + to.doubleValue()) / 2),
                                            Figures.plain(
                                                    (to.doubleValue() - from.doubleValue()) / 4));
                    case Kind.Text _ -> "";
                };
        return "- variable: %s\n%s".formatted(variable.name(), margin);
    }

    private static String shares(List<Option> options) {
        List<String> codes = options.stream().map(Option::code).sorted().toList();
        return codes.equals(List.of("no", "yes"))
                ? "  yes: 50%\n"
                : "  shares: {%s: 50%%, %s: 50%%}\n"
                                .formatted(options.get(0).code(), options.get(1).code())
                        + (options.get(0).code().equals("moist")
                                ? "  order: [moist, few_tears, crying, sobbing]\n"
                                : "");
    }
}
