/// What people say about an article or a finding, read by the researchers before it appears. Knows nothing of
/// answers and of who gave them.
@NullMarked
package eyebright.discussion;

import org.jspecify.annotations.NullMarked;
