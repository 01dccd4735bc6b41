package io.github.clerkspring.emulator.openapi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Marks tests that need Clerk's specifications. Without them the tests are reported as
 * skipped, with the reason.
 */
@Target({ ElementType.TYPE, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(EnabledWithSpecification.Condition.class)
public @interface EnabledWithSpecification {

	/**
	 * Looks for the specifications.
	 */
	class Condition implements ExecutionCondition {

		@Override
		public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
			String missing = Specification.missing();
			return (missing != null) ? ConditionEvaluationResult.disabled(missing)
					: ConditionEvaluationResult.enabled("The specifications are there");
		}

	}

}
