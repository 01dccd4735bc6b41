package io.github.clerkspring.client.email;

import java.util.Base64;

import io.github.clerkspring.client.core.RecordIds;

/**
 * Attachment of an email.
 *
 * @param filename the name of the file
 * @param content the content in Base64
 */
public record EmailAttachment(String filename, String content) {

	/** Create an attachment with this content. */
	public static EmailAttachment of(String filename, byte[] content) {
		return new EmailAttachment(filename, Base64.getEncoder().encodeToString(content));
	}

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

}
