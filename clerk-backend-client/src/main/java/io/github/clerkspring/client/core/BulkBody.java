package io.github.clerkspring.client.core;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Limits a list that is the body of an operation to one item at least, and to what Clerk
 * accepts at once.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface BulkBody {

	/** Return the greatest number of items. */
	int max();

}
