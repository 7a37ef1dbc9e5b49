/// The desk of researchers: their accounts, how they log in, and the log of what they do. It has a database of
/// its own, and no key to answers.
@NullMarked
package eyebright.desk;

import org.jspecify.annotations.NullMarked;
