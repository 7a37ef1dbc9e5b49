package eyebright;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.Configuration.consideringOnlyDependenciesInDiagram;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.adhereToPlantUmlDiagram;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The drawing `docs/architecture.puml` holds for every module: this one source is compiled into the
/// tests of each.
class ArchitectureTest {

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new DoNotIncludeTests())
                    .importPackages("eyebright");

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

    @Test
    void nothingIsADumpingGround() {
        noClasses()
                .should()
                .haveNameMatching(".*(Utils?|Helpers?|Impl|Manager|Common|Misc)")
                .because("a function lives with the concept it is about")
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    private static Path drawing() {
        Path here = Path.of("docs/architecture.puml");
        return Files.exists(here) ? here : Path.of("..").resolve(here);
    }
}
