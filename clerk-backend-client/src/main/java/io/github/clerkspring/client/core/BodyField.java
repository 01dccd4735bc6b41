package io.github.clerkspring.client.core;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Binds a parameter of an operation to a field of the JSON body. The field name is the
 * parameter name in snake case; a null argument is omitted.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface BodyField {

	/** Return the minimum size of a list. */
	int min() default 0;

	/** Return the maximum length of a text, size of a list or value of a number. */
	int max() default Integer.MAX_VALUE;

}
