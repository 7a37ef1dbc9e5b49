/// Bayesian regressions for a respondent's own chance: from a prior and answers to draws, and from draws to a chance.
@NullMarked
package eyebright.stats.posterior;

import org.jspecify.annotations.NullMarked;
