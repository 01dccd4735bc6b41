package io.github.clerkspring.boot;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.context.annotation.Conditional;

/**
 * {@link Conditional @Conditional} that matches unless the property {@code clerk.enabled}
 * is {@code false}. A value that is neither true nor false is refused.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Conditional(OnClerkEnabledCondition.class)
public @interface ConditionalOnClerkEnabled {

	/**
	 * Return the required value.
	 * @return {@code false} to match if Clerk is switched off
	 */
	boolean value() default true;

}
