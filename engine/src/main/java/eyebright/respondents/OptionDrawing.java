package eyebright.respondents;

import eyebright.latent.CumulatedTables;
import java.util.List;
import java.util.Optional;

/// One option of a question, by the shares of a respondent's group alone: by table.
final class OptionDrawing implements Drawing {

    private final Noise noise;
    private final int slot;
    private final Groups groups;

    /// By group, the shares of the options in the order in which they lie along the uniform number.
    private final CumulatedTables tables;

    /// The option of each place of the tables.
    private final short[] options;

    private OptionDrawing(
            Noise noise, int slot, Groups groups, CumulatedTables tables, short[] options) {
        this.noise = noise;
        this.slot = slot;
        this.groups = groups;
        this.tables = tables;
        this.options = options;
    }

    /// One option each.
    ///
    /// @param shares by level, of each option
    static OptionDrawing of(Noise noise, int slot, Levels levels, double[][] shares) {
        short[] options = new short[shares[0].length];
        for (short option = 0; option < options.length; option++) {
            options[option] = option;
        }
        return of(noise, slot, Groups.of(levels), List.of(shares), options);
    }

    /// One option each.
    ///
    /// @param shares by group, of each of `options`
    /// @param options as they lie along the uniform number
    static OptionDrawing of(
            Noise noise, int slot, Groups groups, List<double[]> shares, short[] options) {
        short[] all = new short[options.length * shares.size()];
        for (int place = 0; place < all.length; place++) {
            all[place] = options[place % options.length];
        }
        return new OptionDrawing(noise, slot, groups, CumulatedTables.of(shares), all);
    }

    @Override
    public Optional<Noise> noise() {
        return Optional.of(noise);
    }

    @Override
    public Drawing with(Noise other) {
        return new OptionDrawing(other, slot, groups, tables, options);
    }

    @Override
    public void draw(Draws draws, int attempt, int[] rows, int count) {
        double[] units = draws.units();
        noise.fill(draws, attempt, rows, count, units);
        short[] chosen = draws.choices(slot);
        int[] places = draws.places();
        tables.read(groups.of(draws, rows, count), units, count, places);
        for (int i = 0; i < count; i++) {
            chosen[rows[i]] = options[places[i]];
        }
    }
}
