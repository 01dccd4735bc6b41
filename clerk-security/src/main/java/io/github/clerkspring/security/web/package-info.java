/**
 * Tokens in requests and challenges in responses, for both web stacks. Applications do
 * not use this package; it is public for other packages of this project.
 */
@NullMarked
package io.github.clerkspring.security.web;

import org.jspecify.annotations.NullMarked;
