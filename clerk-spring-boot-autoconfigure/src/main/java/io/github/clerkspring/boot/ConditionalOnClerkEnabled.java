package io.github.clerkspring.boot;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.context.annotation.Conditional;

/**
 * {@link Conditional @Conditional} that matches unless the property {@code clerk.enabled}
 * is {@code false}. Values other than {@code true} and {@code false} are rejected.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Conditional(OnClerkEnabledCondition.class)
public @interface ConditionalOnClerkEnabled {

	/**
	 * Return the required value.
	 * @return {@code false} to match if Clerk is disabled
	 */
	boolean value() default true;

}
