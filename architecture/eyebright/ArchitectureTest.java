package eyebright;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.Configuration.consideringOnlyDependenciesInDiagram;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.adhereToPlantUmlDiagram;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The drawing `docs/architecture.puml` holds for every module: this one source is compiled into the
/// tests of each.
class ArchitectureTest {

    /// The module's own: those it uses were held to the drawing in theirs.
    private static final JavaClasses CLASSES = new ClassFileImporter().importPaths(compiled());

    @Test
    void dependenciesAreThoseOfTheDrawing() {
        classes()
                .should(adhereToPlantUmlDiagram(drawing(), consideringOnlyDependenciesInDiagram()))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("eyebright.(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    /// The statistics are many packages of one box of the drawing.
    @Test
    void packagesOfStatisticsHaveNoCycles() {
        slices().matching("eyebright.stats.(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    /// The server is many rooms, of which the one at the top opens all others.
    @Test
    void roomsOfTheServerHaveNoCycles() {
        slices().matching("eyebright.server.(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void nothingIsADumpingGround() {
        noClasses()
                .should()
                .haveNameMatching(".*(Utils?|Helpers?|Impl|Manager|Common|Misc)")
                .because("a function lives with the concept it is about")
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    /// Where the module's classes are; nowhere if it has only tests.
    private static List<Path> compiled() {
        try {
            var tests = ArchitectureTest.class.getProtectionDomain().getCodeSource().getLocation();
            Path classes = Path.of(tests.toURI()).resolveSibling("classes");
            return Files.exists(classes) ? List.of(classes) : List.of();
        } catch (URISyntaxException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private static Path drawing() {
        Path here = Path.of("docs/architecture.puml");
        return Files.exists(here) ? here : Path.of("..").resolve(here);
    }
}
