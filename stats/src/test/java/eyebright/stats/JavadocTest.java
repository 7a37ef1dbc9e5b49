package eyebright.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What the Javadoc of every statistic must say.
class JavadocTest {

    private static final Path CODE = Path.of("src", "main", "java", "eyebright", "stats");

    /// The packages whose public types are statistics.
    private static final Set<String> OF_STATISTICS =
            Set.of(
                    "bayes",
                    "careless",
                    "correlation",
                    "equivalence",
                    "mean",
                    "missing",
                    "rank",
                    "reliability",
                    "resampling",
                    "table",
                    "weighting");

    /// What is handed to a statistic or comes out of one, and is none itself.
    private static final Set<String> NO_STATISTICS =
            Set.of(
                    "Answers",
                    "BayesFactor",
                    "CoMoments",
                    "ContingencyTable",
                    "GroupDifference",
                    "ItemCovariances",
                    "JointCounts",
                    "KeyedStream",
                    "Margin",
                    "PairCounts",
                    "Statistic",
                    "ValueCounts",
                    "Variable",
                    "Weights");

    private static final Map<String, Pattern> PARTS_OF_JAVADOC =
            Map.of(
                    "missing values", Pattern.compile("(?i)missing values|missing at random"),
                    "edge cases", Pattern.compile("(?i)edge\\s+cases"),
                    "unit or shape", Pattern.compile("(?i)\\bunit\\b|\\bshape\\b"),
                    "its summary", Pattern.compile("(?i)\\bsummary\\b|\\bmerge|\\bsummaries\\b"),
                    "a source", Pattern.compile("Sources?:|https://doi\\.org/"),
                    "what R has", Pattern.compile("\\bR\\b"));

    private static final Pattern PUBLIC_TYPE =
            Pattern.compile(
                    "((?:^///.*\\n)+)(?:^@.*\\n)*^public (?:final |sealed )?(?:class|record|interface|enum) (\\w+)",
                    Pattern.MULTILINE);

    @Test
    void javadocOfEveryStatisticSaysAllThatIsNeededToUseIt() throws IOException {
        List<String> lacking = new ArrayList<>();
        Map<String, String> statistics = statistics();
        assertThat(statistics).hasSizeGreaterThan(60);
        statistics.forEach(
                (name, text) ->
                        PARTS_OF_JAVADOC.forEach(
                                (part, pattern) -> {
                                    if (!pattern.matcher(text).find()) {
                                        lacking.add(name + " lacks " + part);
                                    }
                                }));
        assertThat(lacking).isEmpty();
    }

    private static Map<String, String> statistics() throws IOException {
        var statistics = new TreeMap<String, String>();
        try (Stream<Path> files = Files.walk(CODE)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
                String folder = CODE.relativize(file).getName(0).toString();
                if (!OF_STATISTICS.contains(folder)) {
                    continue;
                }
                var type = PUBLIC_TYPE.matcher(Files.readString(file));
                if (type.find() && !NO_STATISTICS.contains(type.group(2))) {
                    statistics.put(type.group(2), type.group(1).replaceAll("\\n/// ?", " "));
                }
            }
        }
        return statistics;
    }
}
