/// What an author writes around the findings, `article.md` and `review.md`, and the same as a tree of text with every
/// blank filled.
@NullMarked
package eyebright.manuscript;

import org.jspecify.annotations.NullMarked;
