/**
 * Verification of signed tokens of any type. Applications do not use this package; it is
 * public for other packages of this project.
 */
@NullMarked
package io.github.clerkspring.security.token;

import org.jspecify.annotations.NullMarked;
