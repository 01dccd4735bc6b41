/**
 * Spring Boot integration of Clerk: properties, connection details and failure analyzers.
 */
@NullMarked
package io.github.clerkspring.boot;

import org.jspecify.annotations.NullMarked;
