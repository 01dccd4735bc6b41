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
 * Allows calls of a method, or of all methods of a type, only in sessions whose user or
 * active organization has a feature. Calls in other sessions, and without a session, are
 * denied. An annotation of a method replaces that of its type. It requires method
 * security, see {@link ClerkMethodAuthorization}.
 */
@Target({ ElementType.TYPE, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@PreAuthorize("@clerkAuthorization.feature(authentication, '{feature}')")
public @interface RequiresFeature {

	/**
	 * The required feature.
	 * @return the feature, with or without a scope such as {@code org:}; not blank
	 */
	@AliasFor("feature")
	String value() default "";

	/**
	 * The required feature.
	 * @return the feature, with or without a scope such as {@code org:}; not blank
	 */
	@AliasFor("value")
	String feature() default "";

}
