/// Predictions: what feedback declares, fitted to answers, and each respondent's own chances.
@NullMarked
package eyebright.prediction;

import org.jspecify.annotations.NullMarked;
