/**
 * The emulator of Clerk in tests of Spring Boot.
 */
@NullMarked
package io.github.clerkspring.test.autoconfigure;

import org.jspecify.annotations.NullMarked;
