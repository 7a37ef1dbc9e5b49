package eyebright.rehearsal;

/// What came of claims that are judged together, at once.
///
/// @param name of the family; `primary` for the claims that decide, `claim ID` for one of no family
/// @param claims how many of them have a rule
/// @param falsifiable how many of them can be false alarms in this scenario
/// @param allSupported in how many replicates every one was supported
/// @param anyFalse in how many replicates one or more was a false alarm
/// @param replicates how many there were
public record FamilyRun(
        String name, int claims, int falsifiable, int allSupported, int anyFalse, int replicates) {

    /// @throws IllegalArgumentException if a count is out of range
    public FamilyRun {
        if (claims < 1 || falsifiable < 0 || falsifiable > claims) {
            throw new IllegalArgumentException(
                    "family %s must have claims, not %d with %d that can be false"
                            .formatted(name, claims, falsifiable));
        }
        if (allSupported < 0
                || allSupported > replicates
                || anyFalse < 0
                || anyFalse > replicates) {
            throw new IllegalArgumentException(
                    "counts of family %s must be 0 to %d, not %d and %d"
                            .formatted(name, replicates, allSupported, anyFalse));
        }
    }

    /// How often every claim of it was supported at once.
    public Frequency together() {
        return new Frequency(allSupported, replicates);
    }

    /// How often there was any false alarm in it.
    public Frequency anyFalseAlarm() {
        return new Frequency(anyFalse, replicates);
    }

    FamilyRun plus(FamilyRun other) {
        return new FamilyRun(
                name,
                claims,
                falsifiable,
                Math.addExact(allSupported, other.allSupported),
                Math.addExact(anyFalse, other.anyFalse),
                Math.addExact(replicates, other.replicates));
    }
}
