package io.github.clerkspring.security;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.security.core.annotation.AuthenticationPrincipal;

/**
 * Marks a parameter of type {@link String} of a controller's method that is given the id
 * of the signed-in user, or {@code null} for callers without a session.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.PARAMETER, ElementType.ANNOTATION_TYPE })
@AuthenticationPrincipal(
		expression = "#this instanceof T(io.github.clerkspring.security.ClerkSession) ? #this.userId() : null")
public @interface CurrentUserId {

}
