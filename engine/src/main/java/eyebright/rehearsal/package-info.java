/// A whole study run on made-up respondents, thousands of times: what each claim would come to, how often, and how
/// many respondents would mend it.
@NullMarked
package eyebright.rehearsal;

import org.jspecify.annotations.NullMarked;
