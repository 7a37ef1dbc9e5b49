/// What is worked out of the answers, to be shown: findings, what respondents get back, versions.
@NullMarked
package eyebright.server.figures;

import org.jspecify.annotations.NullMarked;
