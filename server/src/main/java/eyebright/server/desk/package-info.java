/// Where researchers see to their studies.
@NullMarked
package eyebright.server.desk;

import org.jspecify.annotations.NullMarked;
