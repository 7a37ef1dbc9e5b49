package eyebright.respondents;

import eyebright.population.Term;
import eyebright.respondents.Slots.Holding;
import eyebright.study.Option;
import java.util.List;

/// What an effect reads, as a number for each respondent: 1 or 0 of options, else the number in the units in
/// which the effect is said, from its mean on. Immutable.
final class Reading {

    private final int slot;
    private final boolean[] options;
    private final double centre;
    private final double unit;

    private Reading(int slot, boolean[] options, double centre, double unit) {
        this.slot = slot;
        this.options = options;
        this.centre = centre;
        this.unit = unit;
    }

    /// The reading of a term.
    ///
    /// @param calibrated gives the mean and the standard deviation of a number
    static Reading of(Term term, Draws calibrated) {
        int slot = calibrated.slots().of(term.variable());
        return switch (term) {
            case Term.Chosen(_, _, var codes) -> {
                List<Option> all = calibrated.slots().options(slot);
                boolean[] options = new boolean[all.size()];
                for (int i = 0; i < options.length; i++) {
                    options[i] = codes.contains(all.get(i).code());
                }
                yield new Reading(slot, options, 0, 1);
            }
            case Term.Amount(_, _, Term.Per per) -> {
                int[] asked = calibrated.asked(slot);
                double[] numbers = calibrated.numbers(slot);
                double mean = Sums.mean(numbers, asked);
                yield new Reading(
                        slot,
                        new boolean[0],
                        mean,
                        switch (per) {
                            case Term.Per.Units(double units) -> units;
                            case Term.Per.Deviation _ ->
                                    Math.max(1e-9, Sums.deviation(numbers, asked));
                        });
            }
        };
    }

    /// Whether it reads which options are chosen: it is 1 or 0.
    boolean isOfOptions() {
        return options.length > 0;
    }

    /// Adds a whole number for each of some rows that choose its options.
    void add(Draws draws, int what, int[] rows, int count, int[] sums) {
        switch (draws.slots().holding(slot)) {
            case Holding.One _ -> {
                short[] chosen = draws.choices(slot);
                int[] worth = new int[options.length];
                for (int option = 0; option < worth.length; option++) {
                    worth[option] = options[option] ? what : 0;
                }
                for (int i = 0; i < count; i++) {
                    sums[i] += worth[chosen[rows[i]]];
                }
            }
            case Holding.Some _ -> {
                long[] naming = naming(draws);
                for (int i = 0; i < count; i++) {
                    sums[i] += Draws.has(naming, rows[i]) ? what : 0;
                }
            }
            case Holding.Amount _, Holding.Words _ -> {}
        }
    }

    /// The rows that name one of its options, 64 in a word.
    private long[] naming(Draws draws) {
        long[][] sets = draws.sets(slot);
        long[] naming = new long[draws.words()];
        for (int option = 0; option < options.length; option++) {
            for (int word = 0; options[option] && word < naming.length; word++) {
                naming[word] |= sets[option][word];
            }
        }
        return naming;
    }

    /// Adds a multiple of it to the sum of each of some rows.
    void add(Draws draws, double times, int[] rows, int count, double[] sums) {
        switch (draws.slots().holding(slot)) {
            case Holding.Amount _ -> {
                double[] numbers = draws.numbers(slot);
                double slope = times / unit;
                if (draws.isEverybody(count)) {
                    for (int row = 0; row < count; row++) {
                        sums[row] += slope * (numbers[row] - centre);
                    }
                    return;
                }
                for (int i = 0; i < count; i++) {
                    sums[i] += slope * (numbers[rows[i]] - centre);
                }
            }
            case Holding.One _ -> {
                short[] chosen = draws.choices(slot);
                double[] worth = new double[options.length];
                for (int option = 0; option < worth.length; option++) {
                    worth[option] = options[option] ? times : 0;
                }
                for (int i = 0; i < count; i++) {
                    sums[i] += worth[chosen[rows[i]]];
                }
            }
            case Holding.Some _ -> {
                long[] naming = naming(draws);
                for (int i = 0; i < count; i++) {
                    sums[i] += Draws.has(naming, rows[i]) ? times : 0;
                }
            }
            case Holding.Words _ -> {}
        }
    }

    /// Its values in some rows.
    double[] values(Draws draws, int[] rows) {
        double[] values = new double[rows.length];
        add(draws, 1, rows, rows.length, values);
        return values;
    }
}
