/// What a study gives back to who answers it, as `feedback.yaml` declares it: what to explore, what to
/// predict, what to prepare. It knows no answers.
@NullMarked
package eyebright.feedback;

import org.jspecify.annotations.NullMarked;
