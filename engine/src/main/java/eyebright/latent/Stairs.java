package eyebright.latent;

/// The points of a table by a normal number instead of a uniform one: a stair begins where the chance of lying
/// below it is reached, so that nothing is turned into a chance first. Immutable.
///
/// Each stair begins at the least double whose [Gauss#quickCumulative] is that chance or more: the point is the one
/// that the table gives for the chance of the number.
public final class Stairs {

    private static final double REACH = 8.5;

    /// Narrower than stairs are as a rule, so that a number looks at about one.
    private static final int A_UNIT = 32;

    private final PointTable table;
    private final double[] values;

    /// Where the stair after each begins; infinite for the last.
    private final double[] ends;

    private final short[] guide;

    private Stairs(PointTable table) {
        this.table = table;
        int size = table.grid().size();
        this.values = new double[size];
        this.ends = new double[size];
        for (int cell = 0; cell < size; cell++) {
            values[cell] = table.grid().value(cell);
            ends[cell] = Gauss.least(table.below(cell + 1));
        }
        ends[size - 1] = Double.POSITIVE_INFINITY;
        this.guide = new short[(int) (2 * REACH * A_UNIT)];
        int cell = 0;
        for (int i = 1; i < guide.length; i++) {
            while (ends[cell] <= (double) i / A_UNIT - REACH) {
                cell++;
            }
            guide[i] = (short) cell;
        }
    }

    /// The stairs of a table.
    public static Stairs of(PointTable table) {
        return new Stairs(table);
    }

    /// The mean and the mean square of points.
    public record Powers(double mean, double square) {}

    /// The powers of the point of a normal number, over all that it may be: each stair counts by the chance of
    /// lying on it or above, which [Gauss#quickCumulative] gives to 2e-8. A cell of many numbers counts as its middle,
    /// as it does in [MomentTable].
    ///
    /// @param deviation of the number: above 0
    public Powers expected(double mean, double deviation) {
        double point = values[0];
        double square = point * point;
        for (int cell = 1; cell < values.length; cell++) {
            double above = Gauss.quickCumulative((mean - ends[cell - 1]) / deviation);
            double rise = values[cell] - values[cell - 1];
            point += above * rise;
            square += above * rise * (values[cell] + values[cell - 1]);
        }
        return new Powers(point, square);
    }

    /// The points of normal numbers.
    ///
    /// @param rows where in `points` each is put, `count` of them
    public void read(double[] normals, int[] rows, int count, double[] points) {
        if (!table.isSingle()) {
            for (int i = 0; i < count; i++) {
                points[rows[i]] = table.at(Gauss.quickCumulative(normals[i]));
            }
            return;
        }
        int last = guide.length - 1;
        for (int i = 0; i < count; i++) {
            double normal = normals[i];
            int place = (int) ((normal + REACH) * A_UNIT);
            int cell = guide[Math.max(0, Math.min(last, place))];
            while (normal >= ends[cell]) {
                cell++;
            }
            points[rows[i]] = values[cell];
        }
    }

    /// The point of one.
    public double at(double normal) {
        double[] point = new double[1];
        read(new double[] {normal}, new int[] {0}, 1, point);
        return point[0];
    }
}
