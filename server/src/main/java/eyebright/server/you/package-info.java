/// What a respondent gets back, and a rehearsal of the study.
@NullMarked
package eyebright.server.you;

import org.jspecify.annotations.NullMarked;
