package eyebright.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SnapshotsTest {

    @Test
    void itIsWorthTryingWhenTenHaveSavedSomething() {
        assertThat(Snapshots.worthTrying(since(3, 9, false, 0))).isFalse();
        assertThat(Snapshots.worthTrying(since(3, 10, false, 0))).isTrue();
        assertThat(Snapshots.worthTrying(since(0, 9, true, 0))).isFalse();
        assertThat(Snapshots.worthTrying(since(0, 10, false, 4))).isTrue();
    }

    @Test
    void removalsWaitForTheSameBatch() {
        assertThat(Snapshots.worthTrying(since(3, 9, true, 50))).isFalse();
        assertThat(Snapshots.worthTrying(since(3, 10, true, 50))).isTrue();
    }

    @Test
    void whoHadCountedBeforeHasNotJoined() {
        assertThat(Snapshots.joined(List.of(), List.of("a", "b"))).isEqualTo(2);
        assertThat(Snapshots.joined(List.of("a", "b"), List.of("b", "c"))).isEqualTo(1);
        assertThat(Snapshots.joined(List.of("a", "b"), List.of("b"))).isZero();
    }

    @Test
    void madeUpRespondentsMoveThePagesAtOnce() {
        assertThat(Snapshots.dueRehearsed(since(3, 0, false, 0))).isFalse();
        assertThat(Snapshots.dueRehearsed(since(3, 1, true, 0))).isTrue();
        assertThat(Snapshots.dueRehearsed(since(3, 0, false, 1))).isTrue();
        assertThat(Snapshots.dueRehearsed(since(0, 0, false, 1))).isFalse();
    }

    @Test
    void countsAreNotNegativeAndWhoSentIsActive() {
        assertThatThrownBy(() -> new SnapshotBasis(0, -1, 0, false, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "latest, lastSequence, active and removals must be 0 or more, not 0, -1, 0, 0");
        assertThatThrownBy(() -> new SnapshotBasis(0, 0, 0, true, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "active must be at most 10, and who has sent is active, not 0 with hasSent true");
        assertThatThrownBy(() -> new SnapshotBasis(0, 0, 11, true, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static SnapshotBasis since(int latest, int active, boolean hasSent, int removals) {
        return new SnapshotBasis(latest, latest * 100L, active, hasSent, removals);
    }
}
