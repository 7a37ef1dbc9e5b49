/// Taking part: consent, questions, codes.
@NullMarked
package eyebright.server.answering;

import org.jspecify.annotations.NullMarked;
