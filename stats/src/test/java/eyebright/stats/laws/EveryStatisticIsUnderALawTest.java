package eyebright.stats.laws;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A statistic that is new is put under a law, or it is said why it needs none.
class EveryStatisticIsUnderALawTest {

    private static final JavaClasses CLASSES =
            new ClassFileImporter().importPackages("eyebright.stats");

    /// What has no law here.
    private static final Set<String> WITHOUT_LAW = Set.of();

    @Test
    void everyFigureThatCanBeAskedForIsAskedForByALaw() {
        var asked =
                CLASSES.stream()
                        .filter(each -> each.getPackageName().equals("eyebright.stats.laws"))
                        .flatMap(
                                each ->
                                        Stream.concat(
                                                each.getMethodCallsFromSelf().stream(),
                                                each.getMethodReferencesFromSelf().stream()))
                        .map(call -> call.getTarget().getOwner().getName() + "." + call.getName())
                        .collect(Collectors.toSet());
        var notAsked = new TreeSet<String>();
        for (JavaClass type : CLASSES) {
            if (isOfTheHouse(type)) {
                type.getMethods().stream()
                        .filter(EveryStatisticIsUnderALawTest::givesFigures)
                        .map(method -> type.getName() + "." + method.getName())
                        .forEach(notAsked::add);
            }
        }
        notAsked.removeAll(asked);
        assertThat(notAsked).isEqualTo(WITHOUT_LAW);
    }

    private static boolean isOfTheHouse(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getSource().orElseThrow().getUri().toString().contains("/classes/");
    }

    /// Public, and either static or with a parameter: what is neither is a plain accessor.
    private static boolean givesFigures(JavaMethod method) {
        var modifiers = method.getModifiers();
        return modifiers.contains(JavaModifier.PUBLIC)
                && !modifiers.contains(JavaModifier.SYNTHETIC)
                && (modifiers.contains(JavaModifier.STATIC)
                        || !method.getRawParameterTypes().isEmpty())
                && !method.getName().matches("equals|values|valueOf");
    }
}
