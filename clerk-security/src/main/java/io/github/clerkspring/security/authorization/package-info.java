/**
 * Rules for the requirements of sessions, for requests and methods of both web stacks.
 */
@NullMarked
package io.github.clerkspring.security.authorization;

import org.jspecify.annotations.NullMarked;
