package io.github.clerkspring.client.template;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/**
 * Request to create or update a template. Subject, markup and addresses apply to emails
 * only.
 */
public final class UpsertTemplateRequest extends RequestFields<UpsertTemplateRequest> {

	private UpsertTemplateRequest(Map<String, @Nullable Object> fields) {
		super(fields, UpsertTemplateRequest::new);
	}

	/** Create an empty request. */
	public static UpsertTemplateRequest create() {
		return new UpsertTemplateRequest(Map.of());
	}

	public UpsertTemplateRequest name(String name) {
		return set("name", name);
	}

	public UpsertTemplateRequest subject(@Nullable String subject) {
		return setNullable("subject", subject);
	}

	/** Set the markup of the editor from which the body is generated. */
	public UpsertTemplateRequest markup(@Nullable String markup) {
		return setNullable("markup", markup);
	}

	public UpsertTemplateRequest body(String body) {
		return set("body", body);
	}

	/** Set whether Clerk delivers the messages, or the application on a webhook. */
	public UpsertTemplateRequest deliveredByClerk(@Nullable Boolean deliveredByClerk) {
		return setNullable("delivered_by_clerk", deliveredByClerk);
	}

	/** Set the local part of the sender's address. */
	public UpsertTemplateRequest fromEmailName(String fromEmailName) {
		return set("from_email_name", fromEmailName);
	}

	/** Set the local part of the reply-to address. */
	public UpsertTemplateRequest replyToEmailName(String replyToEmailName) {
		return set("reply_to_email_name", replyToEmailName);
	}

}
