package io.github.clerkspring.security;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.security.core.annotation.AuthenticationPrincipal;

/**
 * Injects the active organization of the current session into a controller method's
 * parameter of type {@link ClerkSession.Organization}: {@code null} without a session or
 * an active organization, and for machines.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.PARAMETER, ElementType.ANNOTATION_TYPE })
@AuthenticationPrincipal(
		expression = "#this instanceof T(io.github.clerkspring.security.ClerkSession) ? #this.organization() : null")
public @interface CurrentOrganization {

}
