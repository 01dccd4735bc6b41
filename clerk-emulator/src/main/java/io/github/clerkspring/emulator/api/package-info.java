/**
 * What every operation needs: the route table, bodies, queries, pages, errors.
 */
@NullMarked
package io.github.clerkspring.emulator.api;

import org.jspecify.annotations.NullMarked;
