package eyebright.analysis;

import eyebright.stats.Estimate;

/// An estimate and its name, such as `difference` or `share[woman]`.
public record NamedEstimate(String name, Estimate estimate) {

    /// A count of respondents, which has no interval.
    ///
    /// @param n how many respondents it is a count of; with nobody there is nothing to count
    static NamedEstimate count(String name, int count, int n) {
        return new NamedEstimate(
                name,
                n == 0
                        ? new Estimate.NotEstimable("nobody answered")
                        : Estimate.Known.bare(count, n));
    }
}
