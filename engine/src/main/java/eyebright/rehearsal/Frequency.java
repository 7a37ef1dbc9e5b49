package eyebright.rehearsal;

/// How often something came out in the replicates of a rehearsal.
///
/// @param count in how many replicates: 0 to `of`
/// @param of how many replicates there were; 0 while there are none
public record Frequency(int count, int of) {

    /// What is added to the replicates with it, and to those without, before their error is worked out.
    private static final int EACH = 2;

    /// @throws IllegalArgumentException if the count is not from 0 to `of`
    public Frequency {
        if (!(count >= 0 && count <= of)) {
            throw new IllegalArgumentException(
                    "count must be 0 to %d, not %d".formatted(of, count));
        }
    }

    /// The share of replicates, 0 to 1; 0 where there are none.
    public double share() {
        return of == 0 ? 0 : (double) count / of;
    }

    /// The Monte Carlo error: the standard error of the share, had the rehearsal been run again with other
    /// seeds.
    ///
    /// ```
    /// sqrt(p (1 - p) / (of + 4))        p = (count + 2) / (of + 4)
    /// ```
    ///
    /// Two replicates of either kind are added first, so that what never came out has an error too. Source:
    /// Agresti and Coull (1998), The American Statistician, 52, 119 to 126.
    public double error() {
        double all = of + 2.0 * EACH;
        double p = (count + EACH) / all;
        return Math.sqrt(p * (1 - p) / all);
    }

    /// This or something else that never came out in the same replicate.
    Frequency or(Frequency other) {
        return new Frequency(count + other.count, of);
    }
}
