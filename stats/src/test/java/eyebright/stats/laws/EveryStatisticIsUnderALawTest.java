package eyebright.stats.laws;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A statistic that is new is put under a law, or it is said why it needs none.
class EveryStatisticIsUnderALawTest {

    private static final JavaClasses CLASSES =
            new ClassFileImporter().importPackages("eyebright.stats");

    @Test
    void print() {
        var called =
                CLASSES.stream()
                        .filter(each -> each.getPackageName().equals("eyebright.stats.laws"))
                        .flatMap(
                                each ->
                                        Stream.concat(
                                                each.getMethodCallsFromSelf().stream(),
                                                each.getMethodReferencesFromSelf().stream()))
                        .map(call -> call.getTarget().getFullName())
                        .collect(Collectors.toSet());
        CLASSES.stream()
                .filter(each -> each.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(
                        each ->
                                each.getSource()
                                        .orElseThrow()
                                        .getUri()
                                        .toString()
                                        .contains("/classes/"))
                .flatMap(each -> each.getMethods().stream())
                .filter(m -> m.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(m -> m.getModifiers().contains(JavaModifier.STATIC))
                .filter(m -> !called.contains(m.getFullName()))
                .map(JavaMethod::getFullName)
                .sorted()
                .forEach(System.out::println);
    }
}
