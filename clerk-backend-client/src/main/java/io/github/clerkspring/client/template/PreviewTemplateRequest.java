package io.github.clerkspring.client.template;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/**
 * A template to look at before it is saved. Subject and addresses are for emails only.
 */
public final class PreviewTemplateRequest extends RequestFields<PreviewTemplateRequest> {

	private PreviewTemplateRequest(Map<String, @Nullable Object> fields) {
		super(fields, PreviewTemplateRequest::new);
	}

	/** Begin with nothing. */
	public static PreviewTemplateRequest create() {
		return new PreviewTemplateRequest(Map.of());
	}

	public PreviewTemplateRequest subject(@Nullable String subject) {
		return setNullable("subject", subject);
	}

	public PreviewTemplateRequest body(String body) {
		return set("body", body);
	}

	/** What stands before the @ of the sender. */
	public PreviewTemplateRequest fromEmailName(String fromEmailName) {
		return set("from_email_name", fromEmailName);
	}

	/** What stands before the @ of the address for answers. */
	public PreviewTemplateRequest replyToEmailName(String replyToEmailName) {
		return set("reply_to_email_name", replyToEmailName);
	}

}
