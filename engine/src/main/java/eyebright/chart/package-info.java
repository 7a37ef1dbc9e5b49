/// Pictures as SVG: the same picture, the same bytes, on screen and in print.
@NullMarked
package eyebright.chart;

import org.jspecify.annotations.NullMarked;
