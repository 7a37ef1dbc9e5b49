/// The plan: claims become compiled analyses, analyses become findings.
@NullMarked
package eyebright.analysis;

import org.jspecify.annotations.NullMarked;
