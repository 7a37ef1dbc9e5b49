package eyebright.server.retention;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.check.StudyFolder;
import eyebright.desk.Action;
import eyebright.desk.Desk;
import eyebright.frame.Origin;
import eyebright.retention.RetentionLog;
import eyebright.server.Gardens;
import eyebright.server.Rehearsing;
import eyebright.server.RunningSite;
import eyebright.server.Seat;
import eyebright.server.Walk;
import eyebright.server.figures.GivingBack;
import eyebright.server.figures.Publishing;
import eyebright.server.page.Fielded;
import eyebright.server.page.Mode;
import eyebright.server.page.Studies;
import eyebright.store.Keys;
import eyebright.store.Started;
import eyebright.store.Store;
import eyebright.store.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Deleting answers on their day, with a clock that the test turns.
class RetentionTest {

    private static final LocalDate END = LocalDate.of(2036, 12, 31);

    @TempDir private Path parent;

    private final List<String> afterwards = new ArrayList<>();
    private Instant now = Instant.parse("2026-05-01T10:00:00Z");
    private final InstantSource clock = () -> now;
    private Path data;
    private Store store;
    private Desk desk;

    @BeforeEach
    void open() {
        data = parent.resolve("d");
        store = Store.open(data, clock);
        desk = Desk.open(data, store.keys().key(Keys.COOKIE), clock);
    }

    @AfterEach
    void close() {
        desk.close();
        store.close();
    }

    private Fielded fielded(String from, String to) {
        Path folder = Gardens.edited(parent, "study.yaml", from, to);
        try {
            if (StudyFolder.read(folder) instanceof StudyFolder.Reading.Valid valid) {
                store.addVersion(Version.of(valid.folder()));
                return new Fielded(valid.folder(), store);
            }
            throw new IllegalArgumentException("the study has problems");
        } catch (IOException fault) {
            throw new java.io.UncheckedIOException(fault);
        }
    }

    private Started begin(Fielded fielded) {
        return store.start("garden", fielded.questionnaireHash(), fielded.planHash());
    }

    private Retention retention(Fielded fielded) {
        return new Retention(
                new Studies(List.of(fielded)),
                store,
                RetentionLog.of(data),
                desk,
                clock,
                each -> afterwards.add(each.name()));
    }

    private void at(Retention retention, LocalDate day) {
        now = Instant.parse(day + "T10:00:00Z");
        retention.look();
    }

    private int people() {
        return store.counts("garden").started();
    }

    private List<String> log() {
        return desk.actions(Long.MAX_VALUE, 100).stream().map(Action::what).toList();
    }

    @Test
    void aSiteThatRunsDeletesOnTheDayAfterTheLastOnce() {
        Fielded fielded = fielded("", "");
        begin(fielded);
        begin(fielded);
        try (Retention retention = retention(fielded)) {
            for (LocalDate day = END.minusDays(40); !day.isAfter(END); day = day.plusDays(1)) {
                at(retention, day);
                assertThat(people()).isEqualTo(2);
            }
            assertThat(retention.told(fielded))
                    .containsExactly(
                            "Answers may be kept until 31 December 2036, which is today. Tomorrow they are deleted, for good.");
            assertThat(log()).isEmpty();

            at(retention, END.plusDays(1));
            assertThat(people()).isZero();
            assertThat(log())
                    .containsExactly("deleted the answers of 2 people, kept until 2036-12-31");
            assertThat(afterwards).containsExactly("garden");
            at(retention, END.plusDays(2));
            assertThat(log()).hasSize(1);
            assertThat(retention.told(fielded))
                    .containsExactly("The answers of 2 people were deleted on 1 January 2037.");
        }
        assertThat(RetentionLog.of(data).deletions("garden"))
                .containsExactly(new RetentionLog.Deletion("garden", END, END.plusDays(1), 2));
    }

    @Test
    void aClockThatWakesUpInAnotherYearDeletesNothing() {
        Fielded fielded = fielded("", "");
        begin(fielded);
        try (Retention retention = retention(fielded)) {
            for (int day = 0; day < 13; day++) {
                at(retention, LocalDate.of(2099, 1, 1).plusDays(day));
            }
            assertThat(people()).isEqualTo(1);
            assertThat(retention.told(fielded).getFirst())
                    .contains(
                            "it says 13 January 2099", "on 1 day more", "eyebright delete-answers");
            assertThat(log()).contains("doubts the clock: answers are due to be deleted");

            at(retention, LocalDate.of(2026, 5, 3));
            assertThat(retention.told(fielded))
                    .containsExactly("Answers may be kept until 31 December 2036.");
            at(retention, LocalDate.of(2099, 1, 14));
            assertThat(people()).isEqualTo(1);
        }
        // Set right in between: what the wrong clock had said does not count a second time.
        try (Retention retention = retention(fielded)) {
            at(retention, END.minusDays(2));
            at(retention, LocalDate.of(2099, 1, 14));
            assertThat(people()).isEqualTo(1);
        }
    }

    @Test
    void noSnapshotIsMadeOfAnswersThatAreOutOfUse() {
        Fielded fielded = fielded("", "");
        Rehearsing.fill(store, fielded.folder(), 1, 30);
        try (Retention retention = retention(fielded)) {
            now = Instant.parse("2099-01-01T10:00:00Z");
            assertThat(snapshots(fielded, retention)).isZero();
            now = Instant.parse("2026-05-03T10:00:00Z");
            assertThat(snapshots(fielded, retention)).isEqualTo(1);

            Rehearsing.fill(store, fielded.folder(), 2, 30);
            now = Instant.parse(END.plusDays(1) + "T10:00:00Z");
            assertThat(snapshots(fielded, retention)).isEqualTo(1);
            now = Instant.parse(END + "T10:00:00Z");
            assertThat(snapshots(fielded, retention)).isEqualTo(2);
        }
    }

    /// The number of the latest snapshot, once the site has begun and made what it makes then.
    private int snapshots(Fielded fielded, Retention retention) {
        var origin = new Origin.Real();
        var studies = new Studies(List.of(fielded));
        try (var givingBack = new GivingBack(origin);
                var publishing = new Publishing(studies, store, origin, givingBack)) {
            publishing.begin(retention::isInUse);
            return publishing.of(fielded).number();
        }
    }

    @Test
    void aSiteThatWasOffWhenTheDayCameWaitsTwoWeeks() {
        Fielded fielded = fielded("", "");
        begin(fielded);
        LocalDate back = END.plusDays(200);
        for (int day = 0; day < 13; day++) {
            // It is started anew every day: what it saw is in its file.
            try (Retention retention = retention(fielded)) {
                at(retention, back.plusDays(day));
                at(retention, back.plusDays(day));
            }
            assertThat(people()).isEqualTo(1);
        }
        try (Retention retention = retention(fielded)) {
            at(retention, back.plusDays(13));
        }
        assertThat(people()).isZero();
    }

    @Test
    void aDayIsOneOfTheStudy() {
        Fielded fielded =
                fielded("counts: completed", "counts: completed\ntime-zone: America/New_York");
        begin(fielded);
        try (Retention retention = retention(fielded)) {
            for (LocalDate day = END.minusDays(9); !day.isAfter(END); day = day.plusDays(1)) {
                at(retention, day);
            }
            now = Instant.parse("2037-01-01T04:59:59Z");
            retention.look();
            assertThat(people()).isEqualTo(1);
            now = Instant.parse("2037-01-01T05:00:00Z");
            retention.look();
            assertThat(people()).isZero();
        }
    }

    /// Who edits the day moves it for those who come later.
    @Test
    void eachIsHeldToTheConsentTheyGave() {
        Fielded before = fielded("", "");
        begin(before);
        Fielded after = fielded("retention-end: 2036-12-31", "retention-end: 2040-12-31");
        Started later = begin(after);
        try (Retention retention = retention(after)) {
            for (LocalDate day = END.minusDays(9);
                    !day.isAfter(END.plusDays(1));
                    day = day.plusDays(1)) {
                at(retention, day);
            }
            assertThat(store.respondents("garden"))
                    .singleElement()
                    .satisfies(left -> assertThat(left.id()).isEqualTo(later.id()));
            assertThat(retention.told(after))
                    .containsExactly(
                            "Answers may be kept until 31 December 2040.",
                            "The answers of 1 person were deleted on 1 January 2037.");
        }
    }

    @Test
    void aSiteAfterTheDayTakesNothingAndTellsWhy() throws Exception {
        Fielded fielded = fielded("", "");
        begin(fielded);
        close();
        Files.writeString(
                data.resolve("retention.txt"),
                END.minusDays(8)
                        .datesUntil(END.plusDays(1))
                        .map("seen garden 2036-12-31 %s\n"::formatted)
                        .collect(Collectors.joining()));
        var hands = new Seat.Hands();
        hands.pass(Duration.between(hands.instant(), Instant.parse("2037-01-01T10:00:00Z")));
        try (RunningSite site =
                Gardens.start(
                        new Mode.Collecting(),
                        data,
                        parent.resolve("garden"),
                        hands,
                        Optional.empty())) {
            assertThat(Gardens.respondents(data)).isEmpty();
            assertThat(Walk.at(site, "/garden/take-part").text())
                    .contains("This study is over: answers were kept until 31 December 2036.");
            assertThat(Walk.at(site, "/garden/findings").status()).isEqualTo(200);
            Seat seat = Seat.taken(site, data, hands);
            assertThat(seat.walk().open("/desk").text())
                    .contains("The answers of 1 person were deleted on 1 January 2037.");
            assertThat(seat.walk().open("/desk/log").text())
                    .contains("the site: deleted the answers of 1 person, kept until 2036-12-31");
        } finally {
            open();
        }
    }
}
