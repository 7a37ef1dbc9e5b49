package eyebright.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SnapshotsTest {

    @Test
    void itIsWorthTryingWhenTenHaveSavedSomething() {
        assertThat(Snapshots.worthTrying(since(3, 9, 0))).isFalse();
        assertThat(Snapshots.worthTrying(since(3, 10, 0))).isTrue();
        assertThat(Snapshots.worthTrying(since(0, 9, 0))).isFalse();
        assertThat(Snapshots.worthTrying(since(0, 10, 4))).isTrue();
    }

    @Test
    void removalsWaitForTheSameBatch() {
        assertThat(Snapshots.worthTrying(since(3, 9, 50))).isFalse();
        assertThat(Snapshots.worthTrying(since(3, 10, 50))).isTrue();
    }

    @Test
    void whoLeftBeforeTheFirstSnapshotIsInNone() {
        assertThat(since(3, 0, 0).removalsWait()).isFalse();
        assertThat(since(3, 0, 1).removalsWait()).isTrue();
        assertThat(since(0, 0, 1).removalsWait()).isFalse();
    }

    @Test
    void whoHadCountedBeforeHasNotJoined() {
        assertThat(Snapshots.joined(List.of(), List.of("a", "b"))).isEqualTo(2);
        assertThat(Snapshots.joined(List.of("a", "b"), List.of("b", "c"))).isEqualTo(1);
        assertThat(Snapshots.joined(List.of("a", "b"), List.of("b"))).isZero();
    }

    @Test
    void countsAreNotNegativeAndNobodyIsCountedAboveTheTenth() {
        assertThatThrownBy(() -> new SnapshotBasis(0, -1, 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "latest, lastSequence, active and removals must be 0 or more, not 0, -1, 0, 0");
        assertThatThrownBy(() -> new SnapshotBasis(0, 0, 11, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("active must be at most 10, not 11");
    }

    private static SnapshotBasis since(int latest, int active, int removals) {
        return new SnapshotBasis(latest, latest * 100L, active, removals);
    }
}
