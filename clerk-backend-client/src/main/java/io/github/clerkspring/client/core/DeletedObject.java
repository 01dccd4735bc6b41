package io.github.clerkspring.client.core;

import org.jspecify.annotations.Nullable;

/**
 * What Clerk answers when an object was deleted.
 *
 * @param object the type of the object
 * @param id the id of the object
 * @param slug the slug, of objects that have one
 * @param deleted whether it was deleted
 * @param externalId the application's own id, of objects that have one
 */
public record DeletedObject(String object, @Nullable String id, @Nullable String slug, boolean deleted,
		@Nullable String externalId) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

}
