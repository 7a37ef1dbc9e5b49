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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What the Javadoc of every public type must say: the more, the more it decides for whom reads its number.
/// A type that is new and not named here is held to everything.
class JavadocTest {

    private static final Path CODE = Path.of("src", "main", "java", "eyebright", "stats");

    /// What Javadoc can be asked for, and how one sees that it is there.
    private enum Part {
        FORMULA("```"),
        UNIT_OR_SHAPE("(?i)\\bunit\\b|\\bshape\\b"),
        MISSING_VALUES("(?i)missing\\s+values|missing at random"),
        EDGE_CASES("(?i)edge\\s+cases"),
        ERRORS("(?i)\\berrors?\\b"),
        SUMMARY("(?i)\\bsummary\\b|\\bmerg(e|ing)|\\bsummaries\\b"),
        SOURCE("Sources?:|https://doi\\.org/"),
        WHAT_R_HAS("\\bR\\b");

        private final Pattern pattern;

        Part(String pattern) {
            this.pattern = Pattern.compile(pattern);
        }

        boolean isIn(String javadoc) {
            return pattern.matcher(javadoc).find();
        }
    }

    /// What a type is, which says what its Javadoc must say.
    private enum Kind {
        /// What makes a figure of answers.
        STATISTIC,
        /// What makes a number of numbers: a distribution, the power of a test.
        FUNCTION,
        /// What several halves merge to, and every statistic of its kind is made of.
        SUMMARY_OF_ANSWERS,
        /// Algebra and other numerical methods.
        METHOD,
        /// What is handed in or comes out: its components say the rest.
        PART;

        List<Part> parts() {
            return switch (this) {
                case STATISTIC -> List.of(Part.values());
                case FUNCTION ->
                        Stream.of(Part.values()).filter(part -> part != Part.SUMMARY).toList();
                case SUMMARY_OF_ANSWERS ->
                        List.of(
                                Part.UNIT_OR_SHAPE,
                                Part.MISSING_VALUES,
                                Part.EDGE_CASES,
                                Part.ERRORS,
                                Part.SUMMARY);
                case METHOD -> List.of(Part.UNIT_OR_SHAPE, Part.EDGE_CASES, Part.ERRORS);
                case PART -> List.of();
            };
        }
    }

    /// The kind of all types of a package, where it is not that of statistics.
    private static final Map<String, Kind> OF_PACKAGES =
            Map.of(
                    "", Kind.PART,
                    "formula", Kind.PART,
                    "distribution", Kind.FUNCTION,
                    "power", Kind.FUNCTION,
                    "replication", Kind.FUNCTION,
                    "matrix", Kind.METHOD);

    /// The kind of single types, where it is not that of their package.
    private static final Map<Kind, Set<String>> OF_TYPES =
            Map.of(
                    Kind.STATISTIC,
                    Set.of("Design"),
                    Kind.SUMMARY_OF_ANSWERS,
                    Set.of(
                            "CoMoments",
                            "ContingencyTable",
                            "ItemCovariances",
                            "JointCounts",
                            "PairCounts",
                            "ValueCounts"),
                    Kind.METHOD,
                    Set.of("PeakIntegral", "Root"),
                    Kind.PART,
                    Set.of(
                            "Answers",
                            "BayesFactor",
                            "ClusterVariance",
                            "CountRegression",
                            "Event",
                            "Fitting",
                            "Formula",
                            "FirstByTime",
                            "FormulaException",
                            "GroupDifference",
                            "KeyedStream",
                            "Margin",
                            "NormalPrior",
                            "Outcome",
                            "Predicted",
                            "Predictor",
                            "StackedErrors",
                            "StackedOutcome",
                            "Statistic",
                            "Term",
                            "TimesOfTrials",
                            "Variable",
                            "Weights",
                            "WhenSeparated",
                            "YesOrNo"));

    private static final Pattern PUBLIC_TYPE =
            Pattern.compile(
                    "((?:^///.*\\n)+)(?:^@.*\\n)*^public (?:final |sealed |abstract )*(?:class|record|interface|enum) (\\w+)",
                    Pattern.MULTILINE);

    private static final Pattern FIRST_SENTENCE = Pattern.compile("^ ?\\S.{15,}?[.:](\\s|$)");

    /// A public type and its Javadoc in one line.
    private record Type(String folder, String name, String javadoc) {

        Kind kind() {
            return OF_TYPES.entrySet().stream()
                    .filter(each -> each.getValue().contains(name))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElseGet(() -> OF_PACKAGES.getOrDefault(folder, Kind.STATISTIC));
        }
    }

    @Test
    void javadocOfEveryTypeSaysAllThatIsNeededToUseIt() throws IOException {
        List<String> lacking = new ArrayList<>();
        for (Type type : types().values()) {
            for (Part part : type.kind().parts()) {
                if (!part.isIn(type.javadoc())) {
                    lacking.add("%s.%s lacks %s".formatted(type.folder(), type.name(), part));
                }
            }
            if (!FIRST_SENTENCE.matcher(type.javadoc()).find()) {
                lacking.add("%s.%s lacks a sentence".formatted(type.folder(), type.name()));
            }
        }
        assertThat(lacking).isEmpty();
    }

    @Test
    void mostTypesAreHeldToEverything() throws IOException {
        assertThat(types().values().stream().filter(type -> type.kind() == Kind.STATISTIC))
                .hasSizeGreaterThan(80);
    }

    @Test
    void everyTypeThatIsNamedHereExists() throws IOException {
        var names = types().values().stream().map(Type::name).collect(Collectors.toSet());
        assertThat(names)
                .containsAll(
                        OF_TYPES.values().stream()
                                .flatMap(Set::stream)
                                .collect(Collectors.toSet()));
    }

    private static Map<String, Type> types() throws IOException {
        var types = new TreeMap<String, Type>();
        try (Stream<Path> files = Files.walk(CODE)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
                Path place = CODE.relativize(file);
                String folder = place.getNameCount() == 1 ? "" : place.getName(0).toString();
                var type = PUBLIC_TYPE.matcher(Files.readString(file));
                if (type.find()) {
                    String javadoc = type.group(1).replaceAll("\\n?/// ?", " ").strip();
                    types.put(place.toString(), new Type(folder, type.group(2), javadoc));
                }
            }
        }
        return types;
    }
}
