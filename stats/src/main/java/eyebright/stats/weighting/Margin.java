package eyebright.stats.weighting;

import java.util.List;

/// What is known of the population in one respect, and what each respondent said.
///
/// @param name such as `sex`
/// @param shares of the categories in the population: each above 0, 1 together
/// @param codes the category of each respondent, from 0
public record Margin(String name, List<Double> shares, List<Integer> codes) {

    /// @throws IllegalArgumentException if the shares do not add up to 1, or a code is none
    public Margin {
        shares = List.copyOf(shares);
        codes = List.copyOf(codes);
        double sum = 0;
        for (double share : shares) {
            if (!(share > 0 && share <= 1)) {
                throw new IllegalArgumentException(
                        "shares of %s must be above 0, not %s".formatted(name, share));
            }
            sum += share;
        }
        if (Math.abs(sum - 1) > 1e-9) {
            throw new IllegalArgumentException(
                    "shares of %s must add up to 1, not %s".formatted(name, sum));
        }
        for (int code : codes) {
            if (code < 0 || code >= shares.size()) {
                throw new IllegalArgumentException(
                        "codes of %s must be 0 to %d, not %d"
                                .formatted(name, shares.size() - 1, code));
            }
        }
    }
}
