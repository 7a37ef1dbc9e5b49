/// Findings as sentences, tables and pictures.
@NullMarked
package eyebright.article;

import org.jspecify.annotations.NullMarked;
