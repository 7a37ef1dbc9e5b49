package eyebright.population;

/// How often a question that may be skipped is skipped; of a rated list, each item by itself.
///
/// @param share 0 to 1
public record Skipping(double share, Ground ground) {

    public Skipping {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share of skipping must be 0 to 1, not " + share);
        }
    }
}
