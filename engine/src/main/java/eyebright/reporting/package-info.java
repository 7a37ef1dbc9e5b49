/// What readers of a survey must be told, by the checklists of the field: filled from the folder as far as it knows.
@NullMarked
package eyebright.reporting;

import org.jspecify.annotations.NullMarked;
