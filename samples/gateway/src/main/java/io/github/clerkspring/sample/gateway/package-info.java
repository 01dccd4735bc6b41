/**
 * Gateway that relays the session tokens of its requests to a service.
 */
@NullMarked
package io.github.clerkspring.sample.gateway;

import org.jspecify.annotations.NullMarked;
