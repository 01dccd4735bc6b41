package io.github.clerkspring.client.core;

import org.jspecify.annotations.Nullable;

/**
 * Result of a deletion.
 *
 * @param object the type of the object
 * @param id the id of the object
 * @param slug the slug, or {@code null} if the object has none
 * @param deleted whether the object was deleted
 * @param externalId the id assigned by the application, or {@code null}
 */
public record DeletedObject(String object, @Nullable String id, @Nullable String slug, boolean deleted,
		@Nullable String externalId) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

}
