package io.github.clerkspring.security;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.security.core.annotation.AuthenticationPrincipal;

/**
 * Injects the machine that sent the request into a controller method's parameter of type
 * {@link ClerkMachine}: {@code null} for sessions and for anonymous requests.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.PARAMETER, ElementType.ANNOTATION_TYPE })
@AuthenticationPrincipal
public @interface CurrentMachine {

}
