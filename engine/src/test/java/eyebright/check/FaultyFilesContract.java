package eyebright.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every kind of fault of a file has one that has it, what is said about it to the letter, and one that is free of it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class FaultyFilesContract {

    private final FaultyFiles files;

    /// Of those files.
    protected FaultyFilesContract(FaultyFiles files) {
        this.files = files;
    }

    List<String> all() {
        return files.all();
    }

    List<String> faulty() {
        return files.faulty();
    }

    @ParameterizedTest
    @MethodSource("faulty")
    void aFaultyFileIsSaidToBeSoToTheLetter(String name) {
        assertThat(files.saidOfBad(name)).isEqualTo(files.expected(name));
    }

    @ParameterizedTest
    @MethodSource("all")
    void aFileWithoutFaultHasNoProblem(String name) {
        assertThat(files.saidOfGood(name)).isEmpty();
    }
}
