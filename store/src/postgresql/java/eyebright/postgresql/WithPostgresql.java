package eyebright.postgresql;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/// A test that needs a PostgreSQL: does not run, and says why, where there is none.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(WithPostgresql.IfThere.class)
public @interface WithPostgresql {

    /// The PostgreSQL that all tests of a process share, each in a database of its own.
    final class Shared {

        private static @Nullable Cluster cluster;

        private Shared() {}

        /// It, started by who asks first.
        public static synchronized Cluster cluster() {
            Cluster known = cluster;
            if (known == null) {
                known =
                        Cluster.start(
                                PostgresqlPrograms.find()
                                        .orElseThrow(
                                                () ->
                                                        new IllegalStateException(
                                                                PostgresqlPrograms.MISSING)));
                Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(known::close));
                cluster = known;
            }
            return known;
        }
    }

    /// Whether there is one.
    final class IfThere implements ExecutionCondition {

        private static final Optional<PostgresqlPrograms> FOUND = PostgresqlPrograms.find();

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return FOUND.isPresent()
                    ? ConditionEvaluationResult.enabled("there is a PostgreSQL")
                    : ConditionEvaluationResult.disabled(PostgresqlPrograms.MISSING);
        }
    }
}
