package eyebright.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eyebright.check.StudyFolder;
import eyebright.frame.Frame;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CoresTest {

    @Test
    void findingsAreTheSameBytesOnAnyNumber() throws IOException {
        StudyFolder folder =
                ((StudyFolder.Reading.Valid) StudyFolder.read(Path.of("../studies/tears")))
                        .folder();
        Frame frame = folder.respondents().frame(1, 0, 60);

        List<String> json =
                Stream.of(Cores.values())
                        .map(
                                cores ->
                                        FindingsJson.write(
                                                Findings.of(
                                                        folder.study(),
                                                        folder.scales(),
                                                        folder.plan(),
                                                        frame,
                                                        cores)))
                        .distinct()
                        .toList();

        assertThat(json).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void everyPartRunsOnce(Cores cores) {
        var runs = new AtomicInteger();

        cores.run(Stream.<Runnable>generate(() -> runs::incrementAndGet).limit(100).toList());

        assertThat(runs).hasValue(100);
    }

    @ParameterizedTest
    @EnumSource
    void whatAPartThrowsComesOut(Cores cores) {
        Runnable failing =
                () -> {
                    throw new IllegalArgumentException("x must be 1, not 2");
                };
        Runnable broken =
                () -> {
                    throw new AssertionError("broken");
                };

        assertThatThrownBy(() -> cores.run(List.of(() -> {}, failing, broken)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("x must be 1, not 2");
        assertThatThrownBy(() -> cores.run(List.of(() -> {}, broken)))
                .isInstanceOf(AssertionError.class);
    }
}
