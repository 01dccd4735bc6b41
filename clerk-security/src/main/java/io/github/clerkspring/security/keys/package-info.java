/**
 * The keys that verify tokens: fetching, refreshing and caching them. Applications do not
 * use this package; it is public for other packages of this project.
 */
@NullMarked
package io.github.clerkspring.security.keys;

import org.jspecify.annotations.NullMarked;
