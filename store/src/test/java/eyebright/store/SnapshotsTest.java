package eyebright.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SnapshotsTest {

    @Test
    void itIsWorthTryingWhenTenHaveSavedSomething() {
        assertThat(Snapshots.worthTrying(since(3, 9, 0, 0))).isFalse();
        assertThat(Snapshots.worthTrying(since(3, 10, 0, 0))).isTrue();
        assertThat(Snapshots.worthTrying(since(0, 9, 9, 0))).isFalse();
        assertThat(Snapshots.worthTrying(since(0, 10, 0, 4))).isTrue();
    }

    @Test
    void removalsWaitForTheSameBatch() {
        assertThat(Snapshots.worthTrying(since(3, 9, 9, 50))).isFalse();
        assertThat(Snapshots.worthTrying(since(3, 10, 9, 50))).isTrue();
    }

    @Test
    void whoHadCountedBeforeHasNotJoined() {
        assertThat(Snapshots.joined(List.of(), List.of("a", "b"))).isEqualTo(2);
        assertThat(Snapshots.joined(List.of("a", "b"), List.of("b", "c"))).isEqualTo(1);
        assertThat(Snapshots.joined(List.of("a", "b"), List.of("b"))).isZero();
    }

    @Test
    void madeUpRespondentsMoveThePagesAtOnce() {
        assertThat(Snapshots.dueRehearsed(since(3, 0, 0, 0))).isFalse();
        assertThat(Snapshots.dueRehearsed(since(3, 1, 1, 0))).isTrue();
        assertThat(Snapshots.dueRehearsed(since(3, 0, 0, 1))).isTrue();
        assertThat(Snapshots.dueRehearsed(since(0, 0, 0, 1))).isFalse();
    }

    @Test
    void countsAreNotNegativeAndWhoSentIsActive() {
        assertThatThrownBy(() -> new SnapshotBasis(0, -1, 0, 0, 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "latest, lastSequence, sent and removals must be 0 or more, not 0, -1, 0, 0");
        assertThatThrownBy(() -> new SnapshotBasis(0, 0, 1, 3, 2, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("sent must be at most active, and active at most rows, not 2, 1, 3");
    }

    private static SnapshotBasis since(int latest, int active, int sent, int removals) {
        return new SnapshotBasis(latest, latest * 100L, active, active * 3, sent, removals);
    }
}
