/// A questionnaire: questions, pages, consent, eligibility, and the way through them.
@NullMarked
package eyebright.study;

import org.jspecify.annotations.NullMarked;
