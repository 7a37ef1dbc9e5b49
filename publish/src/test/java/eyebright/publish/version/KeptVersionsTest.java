package eyebright.publish.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptVersionsTest {

    @TempDir private Path data;

    private KeptVersions kept() {
        return KeptVersions.of(data.resolve("published"), "waves");
    }

    private static void add(KeptVersions kept, int number) throws IOException {
        kept.add(
                number,
                into -> {
                    Files.writeString(
                            into.resolve(Version.FILE),
                            VersionJson.write(
                                    Examples.version()
                                            .with(number, List.of("The first version."))));
                    Files.createDirectories(into.resolve("data-package"));
                    Files.writeString(into.resolve("data-package/README.txt"), "read");
                });
    }

    @Test
    void thereAreNoneBeforeTheFirst() throws IOException {
        assertThat(kept().list().versions()).isEmpty();
        assertThat(kept().list().latest()).isEmpty();
        assertThat(kept().next()).isEqualTo(1);
    }

    @Test
    void versionsAreListedByNumberWithTheirFiles() throws IOException {
        for (int number = 1; number <= 11; number++) {
            add(kept(), number);
        }
        KeptVersions.Listing all = kept().list();

        assertThat(all.versions()).hasSize(11);
        assertThat(all.latest().orElseThrow().version().number()).isEqualTo(11);
        assertThat(all.version(2).orElseThrow().files().keySet())
                .containsExactly("data-package/README.txt", "version.json");
        assertThat(all.version(12)).isEmpty();
        assertThat(all.faults()).isEmpty();
    }

    @Test
    void aKeptVersionIsNeverReplaced() throws IOException {
        add(kept(), 1);

        assertThatThrownBy(() -> add(kept(), 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("number must be 2");
    }

    @Test
    void whatBreaksOffLeavesNothing() {
        assertThatThrownBy(
                        () ->
                                kept().add(
                                                1,
                                                into -> {
                                                    Files.writeString(into.resolve("half"), "");
                                                    throw new IOException("full");
                                                }))
                .hasMessage("full");
        assertThat(data.resolve("published/waves")).isEmptyDirectory();
    }

    @Test
    void aBrokenVersionIsToldAndItsNumberNotUsedAgain() throws IOException {
        add(kept(), 1);
        add(kept(), 2);
        Files.writeString(data.resolve("published/waves/2/version.json"), "{}");

        assertThat(kept().list().versions()).hasSize(1);
        assertThat(kept().list().faults())
                .containsExactly(
                        "version 2 of waves is not shown: version.json of it does not read, it holds no"
                                + " \"findings\"");
        assertThat(kept().next()).isEqualTo(3);
    }

    @Test
    void linksAreNotFollowed() throws IOException {
        add(kept(), 1);
        Path secret = Files.writeString(data.resolve("secret"), "secret");
        Path version = data.resolve("published/waves/1");
        Files.createSymbolicLink(version.resolve("secret.txt"), secret);
        Files.createSymbolicLink(version.resolve("out"), data);
        Files.createSymbolicLink(data.resolve("published/waves/2"), version);

        assertThat(kept().list().versions()).hasSize(1);
        assertThat(kept().list().latest().orElseThrow().files().keySet())
                .containsExactly("data-package/README.txt", "version.json");
    }
}
