package io.github.clerkspring.client.template;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RecordIds;

/**
 * Template of an email or SMS message.
 *
 * @param resourceType whether the template is Clerk's default or was customized
 * @param markup the markup of the editor from which the body is generated
 * @param body the text with its variables
 */
public record Template(String id, @Nullable String instanceId, @Nullable String resourceType,
		@Nullable String templateType, @Nullable String name, @Nullable String slug, @Nullable Integer position,
		@Nullable Boolean canRevert, @Nullable Boolean canDelete, @Nullable Boolean canEditBody,
		@Nullable Boolean canToggle, @Nullable String subject, @Nullable String markup, @Nullable String body,
		List<String> availableVariables, List<String> requiredVariables, @Nullable String fromEmailName,
		@Nullable String replyToEmailName, @Nullable Boolean deliveredByClerk, @Nullable Boolean enabled,
		@Nullable Boolean flaggedAsSuspicious, @Nullable Instant updatedAt, @Nullable Instant createdAt) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

}
