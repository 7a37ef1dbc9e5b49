/// Tables as SPSS system files (.sav), by the description of the format that the PSPP project publishes.
@NullMarked
package eyebright.frame.sav;

import org.jspecify.annotations.NullMarked;
