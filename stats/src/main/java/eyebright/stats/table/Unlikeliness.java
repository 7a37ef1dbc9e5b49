package eyebright.stats.table;

/// How unlikely a table is among all that have its margins, as a whole number that can be added and
/// compared without rounding.
///
/// ```
/// P(table) is proportional to 1 / product of count!        unlikeliness = sum of ln(count!) in units
/// ```
///
/// @param unit how many units are 1: fewer for the largest tables, whose sums would not fit else
record Unlikeliness(double unit) {

    private static final int LARGE = 10_000_000;

    /// As in R: what differs by rounding only, 1e-7 of the probability, is taken to be equally likely.
    private static final double EQUALLY = 1e-7;

    /// That of tables with so many respondents.
    static Unlikeliness among(int respondents) {
        return new Unlikeliness(respondents <= LARGE ? 0x1.0p34 : 0x1.0p26);
    }

    /// What a cell adds.
    long of(int count) {
        return Math.round(LogFactorial.of(count) * unit);
    }

    /// The least that counts as being as unlikely as this table.
    long least(ContingencyTable table) {
        long sum = 0;
        for (var row : table.counts()) {
            for (int count : row) {
                sum += of(count);
            }
        }
        return sum - Math.round(EQUALLY * unit);
    }
}
