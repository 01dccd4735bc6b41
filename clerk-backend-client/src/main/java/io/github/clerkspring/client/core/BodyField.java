package io.github.clerkspring.client.core;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a parameter of an operation one field of the JSON body. The field has the name of
 * the parameter in snake case; a null argument leaves the field out.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface BodyField {

	/** Return the least size of a list. */
	int min() default 0;

	/** Return the greatest length of a text, size of a list or value of a number. */
	int max() default Integer.MAX_VALUE;

}
