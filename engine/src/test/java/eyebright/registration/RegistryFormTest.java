package eyebright.registration;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.check.StudyFolder;
import eyebright.freeze.Frozen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RegistryFormTest {

    private static final Path FILES = Path.of("src/test/resources/eyebright/registration");

    @ParameterizedTest
    @EnumSource
    void everyFormIsFilledInAsItsFileSays(RegistryForm form) throws IOException {
        StudyFolder study = read(FILES.resolve("greetings"));

        assertThat(form.of(study.study(), study.plan(), study.frozen(), Optional.empty()))
                .isEqualTo(Files.readString(FILES.resolve(form.file())));
    }

    @Test
    void whatIsNotFrozenAndWhatNobodySaysIsLeftOpen() throws IOException {
        StudyFolder hello = read(Path.of("../studies/hello"));

        assertThat(
                        RegistryForm.OSF.of(
                                hello.study(), hello.plan(), Frozen.NOTHING, Optional.empty()))
                .contains(
                        "The plan is not frozen yet. [whether there are data already",
                        "[when answers are no longer gathered]",
                        "Not frozen yet; `eyebright freeze` freezes it.");
    }

    @Test
    void whatHasChangedSinceItWasFrozenIsSaid() throws IOException {
        StudyFolder study = read(FILES.resolve("greetings"));
        StudyFolder hello = read(Path.of("../studies/hello"));

        assertThat(
                        RegistryForm.OSF.of(
                                study.study(), hello.plan(), study.frozen(), Optional.empty()))
                .contains("Changed since, and not frozen:", "- The ");
    }

    @ParameterizedTest
    @EnumSource
    void theWholePlanOfTearsIsSaid(RegistryForm form) throws IOException {
        StudyFolder tears = read(Path.of("../studies/tears"));
        String text = form.of(tears.study(), tears.plan(), Frozen.NOTHING, Optional.of("Because."));

        assertThat(tears.plan().claims())
                .allSatisfy(claim -> assertThat(text).contains("**%s**".formatted(claim.id())));
        assertThat(text)
                .contains(
                        "684 respondents whose answers count.",
                        "Because.",
                        "the odds ratio for 10 more `years` is above 1 (",
                        "The same must hold in the analysis that must agree: As a rate,",
                        "a correlation of 0.15 or more",
                        "the ratio of the two rate ratios for `gender.woman` is below 1 (")
                .doesNotContain("the figure is", "1 times (");
    }

    private static StudyFolder read(Path folder) throws IOException {
        return ((StudyFolder.Reading.Valid) StudyFolder.read(folder)).folder();
    }
}
