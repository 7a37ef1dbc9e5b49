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
            case Replicate(Chance chance) -> hashed(chance, variate, counter, rows, count, into);
            case Calibration(Calibrating sample) -> {
                if (counter == 0 && variate.column() != Variate.HASHED) {
                    for (int i = 0; i < count; i++) {
                        into[i] = sample.bits(variate.column(), rows[i]);
                    }
                } else {
                    hashed(sample.chance(), variate, counter, rows, count, into);
                }
            }
        }
    }

    private static void hashed(
            Chance chance, Variate variate, int counter, int[] rows, int count, long[] into) {
        long start = chance.start(variate.hash());
        long step = Chance.step(start);
        for (int i = 0; i < count; i++) {
            into[i] = Chance.bits(start, step, rows[i], counter);
        }
    }
}
