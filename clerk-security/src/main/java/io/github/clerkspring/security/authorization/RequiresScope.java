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
 * Allows calls of a method, or of all methods of a type, only with machine tokens that
 * have a scope. Calls with other tokens, and without a token, are denied; the response
 * names the scope. An annotation of a method replaces that of its type. It requires
 * method security, see {@link ClerkMethodAuthorization}.
 */
@Target({ ElementType.TYPE, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@PreAuthorize("@clerkAuthorization.scope(authentication, '{scope}')")
public @interface RequiresScope {

	/**
	 * The required scope.
	 * @return the scope, compared exactly; without spaces and quotes
	 */
	@AliasFor("scope")
	String value() default "";

	/**
	 * The required scope.
	 * @return the scope, compared exactly; without spaces and quotes
	 */
	@AliasFor("value")
	String scope() default "";

}
