/**
 * Clerk in Spring Boot: properties, connection details and what tells of wrong ones.
 */
@NullMarked
package io.github.clerkspring.boot;

import org.jspecify.annotations.NullMarked;
