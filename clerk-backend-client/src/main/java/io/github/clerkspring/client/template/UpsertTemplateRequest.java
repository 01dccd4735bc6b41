package io.github.clerkspring.client.template;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/** A template as it is to be. Subject, markup and addresses are for emails only. */
public final class UpsertTemplateRequest extends RequestFields<UpsertTemplateRequest> {

	private UpsertTemplateRequest(Map<String, @Nullable Object> fields) {
		super(fields, UpsertTemplateRequest::new);
	}

	/** Begin with nothing. */
	public static UpsertTemplateRequest create() {
		return new UpsertTemplateRequest(Map.of());
	}

	public UpsertTemplateRequest name(String name) {
		return set("name", name);
	}

	public UpsertTemplateRequest subject(@Nullable String subject) {
		return setNullable("subject", subject);
	}

	/** What the editor is to make the body of. */
	public UpsertTemplateRequest markup(@Nullable String markup) {
		return setNullable("markup", markup);
	}

	public UpsertTemplateRequest body(String body) {
		return set("body", body);
	}

	/** Whether Clerk sends it, or the application on a webhook. */
	public UpsertTemplateRequest deliveredByClerk(@Nullable Boolean deliveredByClerk) {
		return setNullable("delivered_by_clerk", deliveredByClerk);
	}

	/** What stands before the @ of the sender. */
	public UpsertTemplateRequest fromEmailName(String fromEmailName) {
		return set("from_email_name", fromEmailName);
	}

	/** What stands before the @ of the address for answers. */
	public UpsertTemplateRequest replyToEmailName(String replyToEmailName) {
		return set("reply_to_email_name", replyToEmailName);
	}

}
