package eyebright.stats.resampling;

import eyebright.stats.Estimate;

/// A figure computed from some rows of the data, which may occur more than once.
@FunctionalInterface
public interface Statistic {

    /// The figure of these rows.
    ///
    /// @param rows indices from 0; only to be read, and not to be kept beyond the call
    /// @return the figure, of which only the value counts here, or the reason there is none
    Estimate of(int[] rows);
}
