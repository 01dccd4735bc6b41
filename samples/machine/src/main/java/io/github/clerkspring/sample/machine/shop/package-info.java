/**
 * Service that calls the orders service.
 */
@NullMarked
package io.github.clerkspring.sample.machine.shop;

import org.jspecify.annotations.NullMarked;
