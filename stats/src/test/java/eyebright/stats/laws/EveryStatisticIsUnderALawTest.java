package eyebright.stats.laws;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A statistic that is new is put under a law, or it is said why it needs none.
class EveryStatisticIsUnderALawTest {

    private static final JavaClasses CLASSES =
            new ClassFileImporter().importPackages("eyebright.stats");

    /// What no law here asks for, and why.
    private static final Map<String, String> WITHOUT_LAW =
            Map.ofEntries(
                    Map.entry("matrix\\..*", "algebra, held to its equations by its own tests"),
                    Map.entry(
                            "formula\\.(Predictor\\$Numeric|Term|Variable)\\..*",
                            "names, not figures"),
                    Map.entry("distribution\\.(Root|PeakIntegral)\\..*", "numerical methods"),
                    Map.entry(
                            "distribution\\.(SquaresDf|TQuantile)\\..*",
                            "asked for through SkewedMean, and held to values by their own tests"),
                    Map.entry("Estimate\\$Known\\..*", "makes an estimate of given numbers"),
                    Map.entry("TestResult\\..*", "makes a result of given numbers"),
                    Map.entry("Interval\\.requireLevel", "refuses an argument"),
                    Map.entry("model\\.Coefficients\\.with.*", "makes one of given numbers"),
                    Map.entry(
                            "model\\.CountRegression\\.(robust|clustered)",
                            "asked for of the two models it may be"),
                    Map.entry("model\\.LeftOut\\..*", "held to fits of the others by its own test"),
                    Map.entry("model\\.JohnsonNeyman\\.of", "asked for through Moderation"),
                    Map.entry(
                            "model\\.LikelihoodRatio\\.(of|test)",
                            "asked for through Blocks and every model's likelihoodRatio"),
                    Map.entry(
                            "(mean|rank)\\..*\\.asEffectsize",
                            "the limits of another program beside ours, held to its values"),
                    Map.entry("rank\\.ValueCounts\\.ofCounts", "takes counts as they are"),
                    Map.entry("missing\\.Variable\\.complete", "takes answers as they are"),
                    Map.entry("careless\\.Answers\\.of", "takes answers as they are"),
                    Map.entry(
                            "posterior\\.Event\\$AnyOf\\.next", "makes an event of given numbers"),
                    Map.entry(
                            "equivalence\\.Effect\\.(estimate|against)",
                            "asked for through EquivalenceTest and NonSuperiorityTest"));

    /// Types of what a statistic gives.
    private static final Set<String> FIGURES =
            Set.of(
                    "Estimate",
                    "TestResult",
                    "Interval",
                    "BayesFactor",
                    "Fitting",
                    "Optional",
                    "List");

    @Test
    void everyFigureThatCanBeAskedForIsAskedForByALaw() {
        Set<String> asked = asked();
        Set<String> figures = figures();
        var neither = new TreeSet<String>(figures);
        neither.removeAll(asked);
        neither.removeIf(EveryStatisticIsUnderALawTest::needsNoLaw);
        assertThat(figures).hasSizeGreaterThan(150);
        assertThat(neither).isEmpty();
    }

    @Test
    void everyReasonForNoLawIsNeeded() {
        Set<String> asked = asked();
        Set<String> figures = figures();
        assertThat(WITHOUT_LAW.keySet())
                .allSatisfy(
                        pattern ->
                                assertThat(figures)
                                        .anyMatch(
                                                figure ->
                                                        figure.matches(pattern)
                                                                && !asked.contains(figure)));
    }

    private static boolean needsNoLaw(String figure) {
        return WITHOUT_LAW.keySet().stream().anyMatch(figure::matches);
    }

    /// What the classes of this package call, as `mean.Mean.of`.
    private static Set<String> asked() {
        return CLASSES.stream()
                .filter(each -> each.getPackageName().equals("eyebright.stats.laws"))
                .flatMap(
                        each ->
                                Stream.concat(
                                        each.getMethodCallsFromSelf().stream(),
                                        each.getMethodReferencesFromSelf().stream()))
                .map(call -> name(call.getTarget().getOwner(), call.getName()))
                .collect(Collectors.toSet());
    }

    /// Every public method that makes figures.
    private static Set<String> figures() {
        return CLASSES.stream()
                .filter(EveryStatisticIsUnderALawTest::isPublicAndNoTest)
                .flatMap(
                        type ->
                                type.getMethods().stream()
                                        .filter(EveryStatisticIsUnderALawTest::givesFigures)
                                        .map(method -> name(type, method.getName())))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String name(JavaClass owner, String method) {
        return owner.getName().replaceFirst("^eyebright\\.stats\\.", "") + "." + method;
    }

    private static boolean isPublicAndNoTest(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass()
                        .map(outer -> outer.getModifiers().contains(JavaModifier.PUBLIC))
                        .orElse(true)
                && !type.getSource().orElseThrow().getUri().toString().contains("/test-classes/");
    }

    /// A method that is static, or asks for something and gives figures: not a plain accessor, nor what a
    /// caller hands in as a function.
    private static boolean givesFigures(JavaMethod method) {
        var modifiers = method.getModifiers();
        boolean isPublic =
                modifiers.contains(JavaModifier.PUBLIC)
                        && !modifiers.contains(JavaModifier.SYNTHETIC)
                        && !method.getName().matches("values|valueOf");
        boolean asksAndGives =
                !method.getRawParameterTypes().isEmpty()
                        && FIGURES.contains(method.getRawReturnType().getSimpleName())
                        && !isHandedIn(method.getOwner());
        return isPublic && (modifiers.contains(JavaModifier.STATIC) || asksAndGives);
    }

    private static boolean isHandedIn(JavaClass type) {
        return type.isAnnotatedWith("java.lang.FunctionalInterface");
    }
}
