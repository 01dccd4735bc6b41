package io.github.clerkspring.security.authorization;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.security.access.prepost.PreAuthorize;

import io.github.clerkspring.security.Reverification;

/**
 * Allows calls of a method, or of all methods of a type, only in sessions whose user
 * verified a factor recently; by default Clerk's preset {@code strict}. Calls in other
 * sessions, and without a session, are denied. An annotation of a method replaces that of
 * its type. It requires method security, see {@link ClerkMethodAuthorization}.
 */
@Target({ ElementType.TYPE, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@PreAuthorize("@clerkAuthorization.reverified(authentication, '{level}', {afterMinutes})")
public @interface RequiresReverification {

	/**
	 * The factors that must have been verified.
	 * @return the level
	 */
	Reverification.Level level() default Reverification.Level.SECOND_FACTOR;

	/**
	 * The age in minutes at which a factor must be verified again.
	 * @return the minutes, at least 1
	 */
	int afterMinutes() default 10;

}
