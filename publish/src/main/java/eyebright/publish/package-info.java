/// What leaves the house: folders of files that others read, cite and check without Eyebright.
@NullMarked
package eyebright.publish;

import org.jspecify.annotations.NullMarked;
