package eyebright.replication;

import java.util.List;
import java.util.Optional;

/// What the declared rule of a claim says of our data, and how they stand to what was published.
///
/// @param verdict what the rule says; empty where the claim has no rule in numbers
/// @param comparisons one for each published figure, in the order of the plan; none where nothing was published,
///   or where only what decides was asked for
/// @param robustness how many of the other ways that were planned come to the same verdict; empty without
///   such ways, or where only what decides was asked for
public record Judgement(
        Optional<Verdict> verdict, List<Comparison> comparisons, Optional<Robustness> robustness) {

    public Judgement {
        comparisons = List.copyOf(comparisons);
    }

    /// A verdict and nothing beside.
    public static Judgement of(Verdict verdict) {
        return new Judgement(Optional.of(verdict), List.of(), Optional.empty());
    }

    /// The agreement with the first published figure; empty if there is none.
    public Optional<Agreement> agreement() {
        return comparisons.stream().findFirst().map(Comparison::agreement);
    }

    /// The same verdict in so many of the ways that were planned.
    ///
    /// @param same how many come to the verdict of the claim
    /// @param of how many there are
    public record Robustness(int same, int of) {
        public Robustness {
            if (same < 0 || same > of) {
                throw new IllegalArgumentException(
                        "same must be from 0 to %d, not %d".formatted(of, same));
            }
        }
    }
}
