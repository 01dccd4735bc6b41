package io.github.clerkspring.sample.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;

/**
 * Matches if no keys of Clerk are configured.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnExpression("'${clerk.secret-key:}'.isBlank() && '${clerk.publishable-key:}'.isBlank()")
public @interface ConditionalOnMissingKeys {

}
