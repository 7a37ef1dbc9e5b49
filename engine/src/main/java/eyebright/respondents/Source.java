package eyebright.respondents;

/// Where the numbers come from of which respondents are drawn.
sealed interface Source {

    /// The numbers of a replicate.
    record Replicate(Chance chance) implements Source {}

    /// Those of a calibrating sample.
    record Calibration(Calibrating sample) implements Source {}

    /// One number each for some rows.
    ///
    /// @param counter from 0; an attempt has [Variate#AN_ATTEMPT] of them
    /// @param rows the rows, `count` of them
    /// @param into takes the numbers
    default void fill(Variate variate, int counter, int[] rows, int count, long[] into) {
        switch (this) {
            case Replicate(Chance chance) -> {
                long start = chance.start(variate.hash());
                long step = Chance.step(start);
                for (int i = 0; i < count; i++) {
                    into[i] = Chance.bits(start, step, rows[i], counter);
                }
            }
            case Calibration(Calibrating sample) -> {
                if (counter == 0 && variate.column() != Variate.HASHED) {
                    for (int i = 0; i < count; i++) {
                        into[i] = sample.bits(variate.column(), rows[i]);
                    }
                } else {
                    new Replicate(sample.chance()).fill(variate, counter, rows, count, into);
                }
            }
        }
    }

    /// One number each for the first `count` rows.
    ///
    /// @param rows the number of each row, from 0
    default void fill(Variate variate, int counter, long[] rows, int count, long[] into) {
        switch (this) {
            case Replicate(Chance chance) -> {
                long start = chance.start(variate.hash());
                Chance.bits(start, Chance.step(start), counter, rows, into, count);
            }
            case Calibration(Calibrating sample) -> {
                if (counter == 0 && variate.column() != Variate.HASHED) {
                    for (int row = 0; row < count; row++) {
                        into[row] = sample.bits(variate.column(), row);
                    }
                } else {
                    new Replicate(sample.chance()).fill(variate, counter, rows, count, into);
                }
            }
        }
    }
}
