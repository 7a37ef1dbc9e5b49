package eyebright.respondents;

import eyebright.latent.CumulatedTables;

/// Where each respondent's uniform number falls in the table of her group. Immutable.
///
/// @param tables by group, the chances of what may be drawn
record Tabled(Noise noise, Groups groups, CumulatedTables tables) {

    /// The same by other numbers.
    Tabled with(Noise other) {
        return new Tabled(other, groups, tables);
    }

    /// The place of each of some rows in the tables, in an array that the next call uses again.
    int[] places(Draws draws, int attempt, int[] rows, int count) {
        double[] units = draws.units();
        noise.fill(draws, attempt, rows, count, units);
        int[] places = draws.places();
        tables.read(groups.of(draws, rows, count), units, count, places);
        return places;
    }
}
