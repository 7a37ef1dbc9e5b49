package eyebright.respondents;

import eyebright.latent.CumulatedTables;
import java.util.List;
import java.util.Optional;

/// A count by the table of a respondent's group: where effects read nothing but options, and nothing else moves
/// the rate.
final class TallyDrawing implements Drawing {

    private final int slot;

    /// By group, the chances of the counts from the least on.
    private final Tabled tabled;

    /// The count of each place of the tables.
    private final double[] counts;

    private TallyDrawing(int slot, Tabled tabled, double[] counts) {
        this.slot = slot;
        this.tabled = tabled;
        this.counts = counts;
    }

    /// Counts of a least one and more.
    ///
    /// @param chances by group, of each count
    static TallyDrawing of(
            Noise noise, int slot, Groups groups, List<double[]> chances, double least) {
        var tables = CumulatedTables.of(chances);
        double[] counts = new double[tables.size()];
        for (int group = 0; group < chances.size(); group++) {
            for (int i = 0; i < chances.get(group).length; i++) {
                counts[tables.start(group) + i] = least + i;
            }
        }
        return new TallyDrawing(slot, new Tabled(noise, groups, tables), counts);
    }

    @Override
    public Optional<Noise> noise() {
        return Optional.of(tabled.noise());
    }

    @Override
    public Drawing with(Noise other) {
        return new TallyDrawing(slot, tabled.with(other), counts);
    }

    @Override
    public void draw(Draws draws, int attempt, int[] rows, int count) {
        int[] places = tabled.places(draws, attempt, rows, count);
        double[] numbers = draws.numbers(slot);
        for (int i = 0; i < count; i++) {
            numbers[rows[i]] = counts[places[i]];
        }
    }
}
