package io.github.clerkspring.emulator.templates;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.engine.ApiCall;
import io.github.clerkspring.emulator.engine.Body;
import io.github.clerkspring.emulator.engine.Family;
import io.github.clerkspring.emulator.engine.FieldType;
import io.github.clerkspring.emulator.engine.Fields;
import io.github.clerkspring.emulator.engine.Operations;
import io.github.clerkspring.emulator.engine.Paging;
import io.github.clerkspring.emulator.engine.Route;
import io.github.clerkspring.emulator.instance.InstanceDomains;
import io.github.clerkspring.emulator.instance.Settings;
import io.github.clerkspring.emulator.store.ApiException;
import io.github.clerkspring.emulator.store.Json;
import io.github.clerkspring.emulator.store.Ordering;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Selection;
import io.github.clerkspring.emulator.store.Table;
import io.github.clerkspring.emulator.store.Transaction;

/**
 * The templates of e-mails and SMS. Templates can be changed and restored, but not added.
 */
final class TemplateRoutes implements Family {

	private static final String ALL = "/templates/{template_type}";

	private static final String ONE = ALL + "/{slug}";

	private static final String EMAIL = "email";

	private static final Pattern VARIABLE = Pattern.compile("\\{\\{\\{?\\s*>?\\s*([\\w.]+)\\s*}}}?");

	private static final Fields PREVIEW = Fields.none()
		.nullable(FieldType.STRING, "subject")
		.optional(FieldType.STRING, "body", "from_email_name", "reply_to_email_name");

	private static final Fields UPSERT = PREVIEW.optional(FieldType.STRING, "name")
		.nullable(FieldType.STRING, "markup")
		.nullable(FieldType.BOOLEAN, "delivered_by_clerk");

	@Override
	public void register(Operations routes) {
		routes.get(ALL, this::list);
		routes.get(ONE, (tx, call) -> show(template(tx, call)));
		routes.put(ONE, this::upsert);
		routes.post(ONE + "/revert", this::revert);
		routes.post(ONE + "/preview", this::preview);
		routes.add("POST", ONE + "/toggle_delivery", this::toggleDelivery, Route::badRequests);
	}

	private JsonNode list(Transaction tx, ApiCall call) {
		Selection templates = Selection.of(table(tx)).in("template_type", List.of(type(call)));
		return Paging.of(call).arrayOrEnvelope(templates, Ordering.OLDEST_FIRST, this::show);
	}

	private JsonNode upsert(Transaction tx, ApiCall call) {
		Resource template = template(tx, call);
		Body body = call.body(UPSERT);
		String text = body.text("body");
		boolean delivered = body.flag("delivered_by_clerk", template.flag("delivered_by_clerk"));
		if (text != null) {
			if (!isEmail(template) && delivered && !text.equals(template.text("body"))) {
				throw ApiException.badRequest("template_body_modification_restricted",
						"The body of template with slug " + template.text("slug") + " can't be modified");
			}
			check(template, text);
		}
		return show(tx.update(template, (draft) -> {
			body.copy(draft, "name", "body", "from_email_name", "reply_to_email_name");
			for (String name : List.of("markup", "subject")) {
				if (body.text(name) != null) {
					body.copy(draft, name);
				}
			}
			draft.set("delivered_by_clerk", delivered).set("resource_type", "user").set("can_revert", true);
			draft.set("instance_id", Settings.of(tx).instanceId());
		}));
	}

	private JsonNode revert(Transaction tx, ApiCall call) {
		Resource template = template(tx, call);
		if (!template.flag("can_revert")) {
			throw ApiException.badRequest("template_revert_error",
					"Template with slug " + template.text("slug") + " can't be reverted");
		}
		DefaultTemplate original = DefaultTemplate.ALL.get((int) position(template));
		return show(tx.update(template, original::restore));
	}

	private JsonNode preview(Transaction tx, ApiCall call) {
		Resource template = template(tx, call);
		Body body = call.body(PREVIEW);
		String text = given(body, "body", template);
		check(template, text);
		ObjectNode answer = Json.object();
		if (isEmail(template)) {
			answer.put("subject", render(tx, given(body, "subject", template)));
			answer.put("from_email_address", address(tx, given(body, "from_email_name", template)));
			answer.put("reply_to_email_address", address(tx, given(body, "reply_to_email_name", template)));
		}
		return answer.put("body", render(tx, text));
	}

	private JsonNode toggleDelivery(Transaction tx, ApiCall call) {
		Resource template = template(tx, call);
		Body body = call.body(Fields.none().optional(FieldType.BOOLEAN, "delivered_by_clerk"));
		boolean delivered = body.flag("delivered_by_clerk", !template.flag("delivered_by_clerk"));
		return show(tx.update(template, (draft) -> draft.set("delivered_by_clerk", delivered)));
	}

	private ObjectNode show(Resource template) {
		ObjectNode node = template.toJson();
		return node.put("can_edit_body", isEmail(template) || !template.flag("delivered_by_clerk"));
	}

	private static void check(Resource template, String body) {
		String rest = VARIABLE.matcher(body).replaceAll("");
		if (rest.contains("{{") || rest.contains("}}")) {
			throw ApiException.parameter("invalid_template_body", "body", "Invalid template body",
					"This template body is invalid and cannot be rendered successfully, please check for syntax "
							+ "errors");
		}
		List<String> present = VARIABLE.matcher(body).results().map((match) -> match.group(1)).toList();
		for (String required : template.texts("required_variables")) {
			if (!present.contains(required)) {
				throw ApiException.parameter("required_variable_missing", "body", "is missing",
						"Body should contain the {{" + required + "}} variable");
			}
		}
	}

	private String render(Transaction tx, String text) {
		return VARIABLE.matcher(text).replaceAll((match) -> Matcher.quoteReplacement(sample(tx, match.group(1))));
	}

	private String sample(Transaction tx, String variable) {
		return switch (variable) {
			case "otp_code" -> "424242";
			case "app.name" -> SystemEmails.APPLICATION;
			case "app.domain_name" -> InstanceDomains.primary(tx).required("name");
			case "ttl_minutes" -> "10";
			case "action_url", "magic_link" -> "https://" + InstanceDomains.primary(tx).required("name") + "/continue";
			default -> variable.substring(variable.lastIndexOf('.') + 1).replace('_', ' ').toUpperCase(Locale.ROOT);
		};
	}

	private @Nullable String address(Transaction tx, String localPart) {
		return (localPart.isEmpty()) ? null : localPart + "@" + InstanceDomains.primary(tx).required("name");
	}

	private static String given(Body body, String name, Resource template) {
		String text = body.text(name);
		return (text != null) ? text : String.valueOf(template.get(name));
	}

	private Resource template(Transaction tx, ApiCall call) {
		String type = type(call);
		String slug = call.path("slug");
		return table(tx).by("slug", slug)
			.stream()
			.filter((template) -> type.equals(template.text("template_type")))
			.findFirst()
			.orElseThrow(() -> new ApiException(404, "resource_not_found", "Template not found",
					"No template was found with slug " + slug));
	}

	private static String type(ApiCall call) {
		String type = call.path("template_type");
		if (!List.of(EMAIL, "sms").contains(type)) {
			throw ApiException.badRequest("template_type_unsupported", "Template type " + type + " is not supported");
		}
		return type;
	}

	private static boolean isEmail(Resource template) {
		return EMAIL.equals(template.text("template_type"));
	}

	private static long position(Resource template) {
		Long position = template.number("position");
		return (position != null) ? position : 0;
	}

	private Table table(Transaction tx) {
		return tx.table(TemplateShapes.TEMPLATE);
	}

}
