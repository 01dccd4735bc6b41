/**
 * Rules of requests and methods over HTTP, on both stacks.
 */
@NullMarked
package io.github.clerkspring.boot.security.authorization;

import org.jspecify.annotations.NullMarked;
