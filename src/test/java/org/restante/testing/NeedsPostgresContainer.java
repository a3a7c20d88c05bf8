package org.restante.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Skips the tests of a class where no Docker daemon answers that has, or can fetch, the image of PostgreSQL; fails them there if the
 * environment variable {@code RESTANTE_REQUIRE} lists {@code docker}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsPostgresContainer.Condition.class)
public @interface NeedsPostgresContainer {

    /** Asks {@link PostgresContainer}. */
    class Condition implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            String obstacle = PostgresContainer.obstacle();
            if (obstacle == null) {
                return ConditionEvaluationResult.enabled("a PostgreSQL runs in a container");
            }
            if (Arrays.asList(
                            System.getenv().getOrDefault("RESTANTE_REQUIRE", "").split(","))
                    .contains("docker")) {
                throw new AssertionError("docker is required here (RESTANTE_REQUIRE): " + obstacle);
            }
            return ConditionEvaluationResult.disabled("skipped, since " + obstacle);
        }
    }
}
