package io.github.clerkspring.client.core;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Page of a list.
 *
 * @param <T> the type of the items
 * @param data the items of this page
 * @param totalCount the total number of items, or {@code null} if unknown
 */
public record Page<T>(List<T> data, @Nullable Long totalCount) {

}
