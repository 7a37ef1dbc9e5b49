/// Ours against the rule a claim was given, and against the study it repeats: verdicts and agreement.
@NullMarked
package eyebright.replication;

import org.jspecify.annotations.NullMarked;
