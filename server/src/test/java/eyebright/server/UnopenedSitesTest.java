package eyebright.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eyebright.server.page.Mode;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a site is not opened for: it says why, and what to do.
class UnopenedSitesTest {

    @TempDir private Path data;

    @Test
    void placeholdersAreNotCollectedUnder() {
        Path study =
                Gardens.edited(
                        data, "study.yaml", "contact: gardens@example.org", "contact: \"[whom?]\"");

        assertThatThrownBy(() -> Site.start(settings(study, 0, new Mode.Collecting())))
                .isInstanceOf(NotReadyException.class)
                .hasMessageContaining("the consent of study garden has placeholders: contact")
                .hasMessageContaining("--preview or --rehearsed N");
        try (RunningSite site =
                Gardens.start(
                        new Mode.Preview(), data, study, Clock.systemUTC(), Optional.empty())) {
            Walk walk = Walk.begun(site, "garden");
            assertThat(walk.heading()).isEqualTo("You");
            assertThat(walk.text()).contains("A preview: try it out. Nothing typed here is kept.");
        }
    }

    @Test
    void brokenFoldersAreNotServed() {
        Path study = Gardens.edited(data, "questions.yaml", "page: toils", "pge: toils");

        assertThatThrownBy(() -> Site.start(settings(study, 0, new Mode.Preview())))
                .isInstanceOfSatisfying(
                        NotReadyException.class,
                        broken -> assertThat(broken.problems()).isNotEmpty());
    }

    @Test
    void twoFoldersWithOneStudyAreNotServed() {
        Path copy = Gardens.edited(data, "study.yaml", "study: garden", "study: garden");
        var both =
                new SiteSettings(
                        List.of(Gardens.FOLDER, copy),
                        "127.0.0.1",
                        0,
                        Optional.empty(),
                        data.resolve("d"),
                        new Mode.Preview());

        assertThatThrownBy(() -> Site.start(both))
                .isInstanceOf(NotReadyException.class)
                .hasMessageContaining(Gardens.FOLDER.toString())
                .hasMessageContaining(copy.toString());
    }

    @Test
    void aTakenPortIsNamedWithTheNextFreeOne() throws Exception {
        try (var taken = new ServerSocket()) {
            taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            int port = taken.getLocalPort();

            assertThatThrownBy(() -> Site.start(settings(Gardens.FOLDER, port, new Mode.Preview())))
                    .isInstanceOfSatisfying(
                            PortTakenException.class,
                            fault -> {
                                assertThat(fault.port()).isEqualTo(port);
                                assertThat(fault.free()).isPresent();
                                assertThat(fault.free().getAsInt()).isGreaterThan(port);
                            });
        }
    }

    @Test
    void twoSitesDoNotShareADataFolder() {
        try (RunningSite first = Gardens.collecting(data)) {
            assertThat(first.port()).isPositive();
            assertThatThrownBy(() -> Site.start(settings(Gardens.FOLDER, 0, new Mode.Collecting())))
                    .isInstanceOf(eyebright.store.StoreLockedException.class);
        }
    }

    private SiteSettings settings(Path study, int port, Mode mode) {
        return new SiteSettings(List.of(study), "127.0.0.1", port, Optional.empty(), data, mode);
    }
}
