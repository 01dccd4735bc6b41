package io.github.clerkspring.client.template;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/** Request to preview a template. Subject and addresses apply to emails only. */
public final class PreviewTemplateRequest extends RequestFields<PreviewTemplateRequest> {

	private PreviewTemplateRequest(Map<String, @Nullable Object> fields) {
		super(fields, PreviewTemplateRequest::new);
	}

	/** Create an empty request. */
	public static PreviewTemplateRequest create() {
		return new PreviewTemplateRequest(Map.of());
	}

	public PreviewTemplateRequest subject(@Nullable String subject) {
		return setNullable("subject", subject);
	}

	public PreviewTemplateRequest body(String body) {
		return set("body", body);
	}

	/** Set the local part of the sender's address. */
	public PreviewTemplateRequest fromEmailName(String fromEmailName) {
		return set("from_email_name", fromEmailName);
	}

	/** Set the local part of the reply-to address. */
	public PreviewTemplateRequest replyToEmailName(String replyToEmailName) {
		return set("reply_to_email_name", replyToEmailName);
	}

}
