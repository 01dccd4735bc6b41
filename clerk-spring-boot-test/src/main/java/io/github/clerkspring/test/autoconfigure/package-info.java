/**
 * Support for the emulator of Clerk in Spring Boot tests.
 */
@NullMarked
package io.github.clerkspring.test.autoconfigure;

import org.jspecify.annotations.NullMarked;
