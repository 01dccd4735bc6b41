package io.github.clerkspring.emulator.templates;

import java.util.List;

import io.github.clerkspring.emulator.store.Shape;

/**
 * Messages to users and their templates.
 */
final class TemplateShapes {

	static final Shape TEMPLATE = Shape.of("template", "tmpl")
		.nullable("instance_id")
		.with("resource_type", "system")
		.nullable("template_type", "name", "slug", "position")
		.with("can_revert", false)
		.with("can_delete", false)
		.with("can_toggle", false)
		.nullable("subject")
		.with("markup", "")
		.with("body", "")
		.with("available_variables", List.of())
		.with("required_variables", List.of())
		.with("from_email_name", "noreply")
		.with("reply_to_email_name", "")
		.with("delivered_by_clerk", true)
		.with("enabled", true)
		.with("flagged_as_suspicious", false)
		.indexed("template_type", "slug")
		.build();

	static final Shape EMAIL = Shape.of("email", "ema")
		.nullable("slug", "from_email_name", "reply_to_email_name", "to_email_address", "email_address_id", "user_id")
		.with("subject", "")
		.with("body", "")
		.nullable("body_plain")
		.with("status", "accepted")
		.nullable("data")
		.with("delivered_by_clerk", true)
		.nullable("suppression_reason")
		.hidden("idempotency_key", "request")
		.indexed("idempotency_key")
		.withoutTimestamps()
		.build();

	private TemplateShapes() {
	}

}
