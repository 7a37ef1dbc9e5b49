/// Findings, articles, data and versions, for readers.
@NullMarked
package eyebright.server.reading;

import org.jspecify.annotations.NullMarked;
