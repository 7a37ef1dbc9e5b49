package eyebright.respondents;

import eyebright.latent.CumulatedTables;
import java.util.List;
import java.util.Optional;

/// One option of a question, by the shares of a respondent's group alone: by table.
final class OptionDrawing implements Drawing {

    private final int slot;

    /// By group, the shares of the options in the order in which they lie along the uniform number.
    private final Tabled tabled;

    /// The option of each place of the tables.
    private final short[] options;

    private OptionDrawing(int slot, Tabled tabled, short[] options) {
        this.slot = slot;
        this.tabled = tabled;
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
        return new OptionDrawing(slot, new Tabled(noise, groups, CumulatedTables.of(shares)), all);
    }

    @Override
    public Optional<Noise> noise() {
        return Optional.of(tabled.noise());
    }

    @Override
    public Drawing with(Noise other) {
        return new OptionDrawing(slot, tabled.with(other), options);
    }

    @Override
    public void draw(Draws draws, int attempt, int[] rows, int count) {
        int[] places = tabled.places(draws, attempt, rows, count);
        short[] chosen = draws.choices(slot);
        for (int i = 0; i < count; i++) {
            chosen[rows[i]] = options[places[i]];
        }
    }
}
