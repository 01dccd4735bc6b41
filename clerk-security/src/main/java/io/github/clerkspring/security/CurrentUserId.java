package io.github.clerkspring.security;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.security.core.annotation.AuthenticationPrincipal;

/**
 * Injects the id of the signed-in user into a controller method's parameter of type
 * {@link String}: {@code null} without a session, also for machines that act for a user,
 * see {@link ClerkMachine#userId()}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.PARAMETER, ElementType.ANNOTATION_TYPE })
@AuthenticationPrincipal(
		expression = "#this instanceof T(io.github.clerkspring.security.ClerkSession) ? #this.userId() : null")
public @interface CurrentUserId {

}
