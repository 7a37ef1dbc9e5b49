package eyebright.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.plan.Models;
import eyebright.stats.Estimate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The examples of models in the guide are one plan, which reads and runs, and gives what the guide says.
class GuideTest {

    private static final Path GUIDE = Path.of("../docs/guide/study-folder.md");
    private static final Pattern EXAMPLE = Pattern.compile("(?s)```yaml\n(.*?)```");

    private static Findings findings() throws IOException {
        return Models.with(plan()).findings(Models.table(300, 2));
    }

    /// The examples from the groups of several options to the end of the plan, that of the header first.
    private static String plan() throws IOException {
        String guide = Files.readString(GUIDE);
        String models =
                guide.substring(
                        guide.indexOf("### Groups of several options"),
                        guide.indexOf("\n## published.yaml"));
        return EXAMPLE.matcher(models)
                .results()
                .map(example -> example.group(1))
                .sorted(Comparator.comparing(text -> !text.startsWith("- plan:")))
                .collect(Collectors.joining());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '¦',
            value = {
                "women-and-others | share[woman] ; share[man] ; difference",
                "joy-at-home | share1 ; share2 ; difference",
                "bold-greet | rho",
                "bold-reliable | omega_total ; alpha ; std_alpha ; r_rest[traits.bold] ; alpha_if_dropped[traits.bold]",
                "hellos-age | rate_ratio[age / 10] ; b[(intercept)] ; b[gender.woman] ; n[gender.woman] ; dispersion",
                "who-greets | r2_block ; r2_cross_validated",
                "after-warmth | odds_ratio[warmth] ; odds_ratio[gender.woman] ; chance[1,worse] ; chance[5,better]",
                "same-reasons | rate_ratio1[boldness] ; rate_ratio2[boldness] ; ratio[boldness] ; multiple",
                "warmth-within | odds_ratio[warmth] ; odds_ratio[joy] ; discordant",
                "greet-weighted | estimate ; count ; largest_weight ; design_effect",
                "warm-age | b[age / 10] ; missing_information[hellos]",
                "bold-warm | r"
            })
    void anExampleGivesTheEstimatesThatTheGuideNames(String claim, String names)
            throws IOException {
        Finding finding = finding(claim);

        for (String name : names.split(" ; ", -1)) {
            assertThat(finding.estimate(name)).as(name).isInstanceOf(Estimate.Known.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "who-greets, likelihood_ratio",
        "same-reasons, equal_slopes",
        "same-reasons, proportional_slopes"
    })
    void anExampleHasTheTestsThatTheGuideNames(String claim, String test) throws IOException {
        assertThat(finding(claim).tests()).extracting(Tested::name).contains(test);
        assertThat(Files.readString(GUIDE)).contains("`" + test + "`");
    }

    @Test
    void everyNameOfAnEstimateInTheTableOfModelsIsOne() throws IOException {
        assertThat(
                        Stream.of(
                                        "linear: hellos ~ age",
                                        "logistic: greeted ~ age",
                                        "counts: hellos ~ age",
                                        "ordinal: warmth ~ age",
                                        "multinomial: after ~ age, levels: {after: [same, better, worse]}")
                                .flatMap(
                                        analysis ->
                                                Models.claim(analysis)
                                                        .findings(Models.table(300, 2))
                                                        .findings()
                                                        .getFirst()
                                                        .estimates()
                                                        .stream()
                                                        .map(NamedEstimate::name)))
                .contains(
                        "b[age]",
                        "r2",
                        "odds_ratio[age]",
                        "auc",
                        "brier",
                        "firth",
                        "rate_ratio[age]",
                        "dispersion",
                        "odds_ratio[better: age]");
    }

    @Test
    void whatStandsBesideIsThere() throws IOException {
        assertThat(finding("most-greet").beside())
                .extracting(Finding::id)
                .containsExactly("most-greet.known", "most-greet.model");
    }

    private static Finding finding(String id) throws IOException {
        List<Finding> findings = findings().findings();
        return findings.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    }
}
