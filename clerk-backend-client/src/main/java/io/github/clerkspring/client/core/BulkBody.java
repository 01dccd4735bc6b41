package io.github.clerkspring.client.core;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Restricts the size of a list that is the body of an operation: at least one item, and
 * at most the number that Clerk accepts.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface BulkBody {

	/** Return the maximum number of items. */
	int max();

}
