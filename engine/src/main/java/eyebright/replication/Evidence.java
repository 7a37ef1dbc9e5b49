package eyebright.replication;

/// What the data say to a rule: two p values, each already adjusted for how many are judged together. Support and
/// contradiction are two rules, and each reads its own.
///
/// @param p that the data look so by chance although what the rule asks for does not hold: 0 to 1
/// @param against that they look so by chance although the contrary does not hold: 0 to 1
public record Evidence(double p, double against) {

    /// @throws IllegalArgumentException if one is not from 0 to 1
    public Evidence {
        if (!(p >= 0 && p <= 1 && against >= 0 && against <= 1)) {
            throw new IllegalArgumentException(
                    "p and against must be from 0 to 1, not %s and %s".formatted(p, against));
        }
    }

    /// What a two-sided test of a bound says.
    ///
    /// @param side where the estimate lies
    public static Evidence twoSided(double p, Side side) {
        return switch (side) {
            case CLAIMED -> new Evidence(p, 1);
            case OTHER -> new Evidence(1, p);
        };
    }

    /// Where an estimate lies of the bound of a rule.
    public enum Side {
        /// Where the claim says.
        CLAIMED,
        /// On the bound or beyond.
        OTHER
    }

    /// What two pieces say to a rule that both must meet: support and contradiction need both.
    public Evidence both(Evidence other) {
        return new Evidence(Math.max(p, other.p), Math.max(against, other.against));
    }

    /// What two pieces say to a claim that both hold: support needs both, and one is enough to contradict it.
    public Evidence and(Evidence other) {
        return new Evidence(Math.max(p, other.p), Math.min(against, other.against));
    }

    /// What two pieces say to a claim that one of them holds: one is enough, and nothing contradicts it but both.
    public Evidence or(Evidence other) {
        return new Evidence(Math.min(p, other.p), Math.max(against, other.against));
    }
}
