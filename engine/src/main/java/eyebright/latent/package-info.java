/// What a rounded or cut normal number is: the distribution of ratings, counts and shares that has wished means,
/// deviations and correlations, and the normal numbers behind it.
@NullMarked
package eyebright.latent;

import org.jspecify.annotations.NullMarked;
