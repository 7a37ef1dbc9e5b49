package eyebright.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.AbstractCollection;
import java.util.Collections;
import java.util.Iterator;
import org.junit.jupiter.api.Test;

class GatheringTest {

    private final Gathering gathering = new Gathering();

    /// Who waits, more of them at each look.
    private static final class Arriving extends AbstractCollection<Object> {
        private final int eachTime;
        private int looks;

        Arriving(int eachTime) {
            this.eachTime = eachTime;
        }

        @Override
        public int size() {
            looks++;
            return looks * eachTime;
        }

        @Override
        public Iterator<Object> iterator() {
            return Collections.emptyIterator();
        }
    }

    private int looks(int arrivingEachTime) {
        var arriving = new Arriving(arrivingEachTime);
        gathering.await(arriving);
        return arriving.looks;
    }

    @Test
    void whoComesFirstOrAfterSomebodyAloneWaitsForNobody() {
        assertThat(looks(0)).isZero();
        gathering.came(1);
        assertThat(looks(0)).isZero();
    }

    @Test
    void afterSeveralCameTogetherItLooksWhetherMoreDo() {
        gathering.came(2);
        assertThat(looks(0)).isEqualTo(Gathering.LOOKS);
        gathering.came(1);
        assertThat(looks(0)).isZero();
    }

    @Test
    void itWaitsNoLongerThanUntilTheyAreMany() {
        gathering.came(Gathering.ENOUGH);
        assertThat(looks(Gathering.ENOUGH)).isEqualTo(1);
        assertThat(looks(Gathering.ENOUGH / 2)).isEqualTo(2);
    }
}
