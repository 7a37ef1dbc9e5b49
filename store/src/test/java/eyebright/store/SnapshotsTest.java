package eyebright.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SnapshotsTest {

    @Test
    void pagesMoveWhenTenHaveJoined() {
        assertThat(Snapshots.due(new SnapshotBasis(3, 9, 0))).isFalse();
        assertThat(Snapshots.due(new SnapshotBasis(3, 10, 0))).isTrue();
        assertThat(Snapshots.due(new SnapshotBasis(0, 9, 0))).isFalse();
        assertThat(Snapshots.due(new SnapshotBasis(0, 10, 4))).isTrue();
    }

    @Test
    void removalsWaitForTheSameBatch() {
        assertThat(Snapshots.due(new SnapshotBasis(3, 9, 50))).isFalse();
        assertThat(Snapshots.due(new SnapshotBasis(3, 10, 50))).isTrue();
    }

    @Test
    void madeUpRespondentsMoveThePagesAtOnce() {
        assertThat(Snapshots.dueRehearsed(new SnapshotBasis(3, 0, 0))).isFalse();
        assertThat(Snapshots.dueRehearsed(new SnapshotBasis(3, 1, 0))).isTrue();
        assertThat(Snapshots.dueRehearsed(new SnapshotBasis(3, 0, 1))).isTrue();
        assertThat(Snapshots.dueRehearsed(new SnapshotBasis(0, 0, 1))).isFalse();
    }

    @Test
    void countsAreNotNegative() {
        assertThatThrownBy(() -> new SnapshotBasis(0, -1, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("latest, joined and removals must be 0 or more, not 0, -1, 0");
    }
}
