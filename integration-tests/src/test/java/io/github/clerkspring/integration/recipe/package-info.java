/**
 * Recipes of docs/authorization.md, compiled and tested.
 */
@NullMarked
package io.github.clerkspring.integration.recipe;

import org.jspecify.annotations.NullMarked;
