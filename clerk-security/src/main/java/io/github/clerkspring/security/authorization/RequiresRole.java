package io.github.clerkspring.security.authorization;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.core.annotation.AliasFor;
import org.springframework.security.access.prepost.PreAuthorize;

/**
 * Allows calls of a method, or of all methods of a type, only in sessions whose user has
 * a role in the active organization. Calls in other sessions, and without a session, are
 * denied. An annotation of a method replaces that of its type. It requires method
 * security, see {@link ClerkMethodAuthorization}.
 */
@Target({ ElementType.TYPE, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@PreAuthorize("@clerkAuthorization.role(authentication, '{role}')")
public @interface RequiresRole {

	/**
	 * The required role.
	 * @return the role, with or without {@code org:}; not blank
	 */
	@AliasFor("role")
	String value() default "";

	/**
	 * The required role.
	 * @return the role, with or without {@code org:}; not blank
	 */
	@AliasFor("value")
	String role() default "";

}
