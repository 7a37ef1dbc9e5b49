package eyebright.rehearsal;

import java.util.List;

/// How a study is rehearsed.
///
/// @param scenarios their words, such as `as-published`; none twice
/// @param respondents in each replicate: 1 to 1,000,000
/// @param replications how many replicates of each scenario: 1 to 1,000,000
/// @param seed the same seed gives the same bytes
/// @param census how many careful respondents say what is so: 1 or more
/// @param curve whether a part of the replicates is also run with other numbers of respondents
public record Settings(
        List<String> scenarios,
        int respondents,
        int replications,
        long seed,
        int census,
        Curve curve) {

    /// The most respondents, and the most replications.
    public static final int MOST = 1_000_000;

    /// How many careful respondents say what is so, unless asked for otherwise: their own error is a twentieth of that of
    /// a study.
    public static final int CENSUS = 200_000;

    /// Whether there are other sizes.
    public enum Curve {
        /// A quarter, half, twice and four times as many respondents.
        WITH,
        /// The one number of respondents alone.
        WITHOUT
    }

    /// @throws IllegalArgumentException if a number is out of range, or a scenario stands twice
    public Settings {
        scenarios = List.copyOf(scenarios);
        requireRange("respondents", respondents);
        requireRange("replications", replications);
        if (census < 1) {
            throw new IllegalArgumentException("census must be 1 or more, not " + census);
        }
        if (scenarios.stream().distinct().count() != scenarios.size()) {
            throw new IllegalArgumentException("scenarios must be different, not " + scenarios);
        }
    }

    private static void requireRange(String name, int value) {
        if (value < 1 || value > MOST) {
            throw new IllegalArgumentException(
                    "%s must be 1 to %d, not %d".formatted(name, MOST, value));
        }
    }

    /// The sizes at which a part of the replicates is run, growing; none without a curve.
    List<Integer> sizes() {
        return switch (curve) {
            case WITHOUT -> List.of();
            case WITH ->
                    List.of(
                                    (respondents + 3) / 4,
                                    (respondents + 1) / 2,
                                    respondents,
                                    2 * respondents,
                                    4 * respondents)
                            .stream()
                            .distinct()
                            .toList();
        };
    }
}
