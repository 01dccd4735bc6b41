/**
 * Rules of requests and methods over HTTP, on both stacks.
 */
@NullMarked
package io.github.clerkspring.boot.security.machine;

import org.jspecify.annotations.NullMarked;
