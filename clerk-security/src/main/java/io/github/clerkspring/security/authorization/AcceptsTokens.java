package io.github.clerkspring.security.authorization;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.core.annotation.AliasFor;
import org.springframework.security.access.prepost.PreAuthorize;

import io.github.clerkspring.security.ClerkTokenType;

/**
 * Allows calls of a method, or of all methods of a type, only with tokens of certain
 * types, of those that the application accepts. Calls without a token are denied; the
 * response to tokens of other types is 401. An annotation of a method replaces that of
 * its type. It requires method security, see {@link ClerkMethodAuthorization}.
 */
@Target({ ElementType.TYPE, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@PreAuthorize("@clerkAuthorization.acceptsTokens(authentication, '{types}')")
public @interface AcceptsTokens {

	/**
	 * The accepted types.
	 * @return the types; at least one
	 */
	@AliasFor("types")
	ClerkTokenType[] value() default {};

	/**
	 * The accepted types.
	 * @return the types; at least one
	 */
	@AliasFor("value")
	ClerkTokenType[] types() default {};

}
