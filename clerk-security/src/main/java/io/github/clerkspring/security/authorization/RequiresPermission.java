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
 * a permission in the active organization. Calls in other sessions, and without a
 * session, are denied. An annotation of a method replaces that of its type. It requires
 * method security, see {@link ClerkMethodAuthorization}.
 */
@Target({ ElementType.TYPE, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@PreAuthorize("@clerkAuthorization.permission(authentication, '{permission}')")
public @interface RequiresPermission {

	/**
	 * The required permission. Clerk's system permissions, {@code org:sys_…}, are not
	 * part of tokens.
	 * @return the permission, with or without {@code org:}; not blank
	 */
	@AliasFor("permission")
	String value() default "";

	/**
	 * The required permission. Clerk's system permissions, {@code org:sys_…}, are not
	 * part of tokens.
	 * @return the permission, with or without {@code org:}; not blank
	 */
	@AliasFor("value")
	String permission() default "";

}
