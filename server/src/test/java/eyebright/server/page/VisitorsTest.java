package eyebright.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.server.Gardens;
import eyebright.server.RunningSite;
import eyebright.server.Walk;
import eyebright.visitors.Came;
import eyebright.visitors.VisitorDays;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VisitorsTest {

    private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");

    @TempDir private Path data;

    private Instant now = NOON;
    private final InstantSource clock = () -> now;

    @Test
    void everybodyCountsOnceADay() {
        try (var visitors = new Visitors(VisitorDays.open(data), clock)) {
            visitors.came("hello", "192.0.2.1", false);
            visitors.came("hello", "192.0.2.1", false);
            visitors.came("hello", "192.0.2.1", true);
            visitors.came("hello", "192.0.2.2", false);
            visitors.came("tears", "192.0.2.1", true);

            assertThat(visitors.seen("hello"))
                    .isEqualTo(new Visitors.Seen(new Came(2, 1), new Came(2, 1)));

            now = NOON.plus(Duration.ofDays(1));
            assertThat(visitors.seen("hello"))
                    .isEqualTo(new Visitors.Seen(Came.NONE, new Came(2, 1)));
            visitors.came("hello", "192.0.2.1", false);
            assertThat(visitors.seen("hello").all()).isEqualTo(new Came(3, 1));
            assertThat(visitors.seen("hello").inWords()).isEqualTo("1 visitor today, 3 in all");
        }
        assertThat(VisitorDays.all(data, "hello")).isEqualTo(new Came(3, 1));
    }

    @Test
    void countGoesOnWhereTheSiteBeginsAgain() {
        try (var visitors = new Visitors(VisitorDays.open(data), clock)) {
            visitors.came("hello", "192.0.2.1", false);
        }
        try (var visitors = new Visitors(VisitorDays.open(data), clock)) {
            visitors.came("hello", "192.0.2.2", false);

            assertThat(visitors.seen("hello").today()).isEqualTo(new Came(2, 0));
        }
    }

    @Test
    void beyondTheMostADayNobodyIsCounted() {
        try (var visitors = new Visitors(VisitorDays.open(data), clock, 3)) {
            for (int host = 1; host <= 9; host++) {
                visitors.came("hello", "192.0.2." + host, false);
            }

            assertThat(visitors.seen("hello").all()).isEqualTo(new Came(3, 0));
        }
    }

    @Test
    void noAddressIsWrittenDown() throws Exception {
        try (var visitors = new Visitors(VisitorDays.open(data), clock)) {
            visitors.came("hello", "198.51.100.73", true);
        }
        try (var files = Files.list(data)) {
            assertThat(files)
                    .isNotEmpty()
                    .allSatisfy(
                            file ->
                                    assertThat(
                                                    new String(
                                                            Files.readAllBytes(file),
                                                            StandardCharsets.ISO_8859_1))
                                            .doesNotContain("198.51"));
        }
    }

    @Test
    void readersSeeHowManyCameAndWhatIsReported() {
        try (RunningSite site = Gardens.collecting(data)) {
            Walk walk = Walk.at(site, "/garden");
            assertThat(walk.text()).contains("1 visitor today, 1 in all");
            walk.open("/garden/take-part");
            assertThat(walk.text()).doesNotContain("visitor");
            walk.open("/garden/nothing.here");

            walk.open("/garden/reporting");
            assertThat(walk.status()).isEqualTo(200);
            assertThat(walk.text())
                    .containsSubsequence(
                            "What is reported",
                            "<h2 id=\"cherries\">",
                            "id=\"cherries-visitors\"",
                            "Still to be told by the author",
                            "1 visitor today, 1 in all");
        }
    }
}
