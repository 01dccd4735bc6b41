package io.github.clerkspring.client.core;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param <T> the type of the items
 * @param data the items of this page
 * @param totalCount how many items there are in all, or {@code null} where Clerk does not
 * tell
 */
public record Page<T>(List<T> data, @Nullable Long totalCount) {

}
