package io.github.clerkspring.emulator.templates;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.instance.InstanceDomains;
import io.github.clerkspring.emulator.store.Json;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Transaction;
import io.github.clerkspring.emulator.users.UserShapes;

/**
 * E-mails that Clerk sends by itself, made of the templates. Nothing leaves the emulator:
 * they are stored and published as webhooks.
 */
public final class SystemEmails {

	static final String APPLICATION = "Application";

	private static final Pattern VARIABLE = Pattern.compile("\\{\\{\\{?\\s*([\\w.]+)\\s*}}}?");

	private SystemEmails() {
	}

	/**
	 * Sends an e-mail, unless its template is switched off.
	 * @param tx the transaction
	 * @param slug the slug of the template
	 * @param address the normalized address of the recipient
	 * @param variables the values of variables, which may be nested
	 */
	public static void send(Transaction tx, String slug, String address, Map<String, ?> variables) {
		Resource template = template(tx, slug);
		if (template == null || !template.flag("enabled")) {
			return;
		}
		ObjectNode data = data(tx, variables);
		Resource recipient = tx.table(UserShapes.EMAIL_ADDRESS).first("email_address", address);
		Resource email = tx.create(TemplateShapes.EMAIL, (draft) -> {
			draft.set("slug", slug).set("to_email_address", address).set("status", "queued").set("data", data);
			draft.set("from_email_name", template.get("from_email_name"));
			draft.set("reply_to_email_name", template.get("reply_to_email_name"));
			draft.set("subject", render(String.valueOf(template.get("subject")), data, false));
			draft.set("body", render(String.valueOf(template.get("body")), data, true));
			draft.set("delivered_by_clerk", template.flag("delivered_by_clerk"));
			if (recipient != null) {
				draft.set("email_address_id", recipient.id()).set("user_id", recipient.text("user_id"));
			}
		});
		tx.publish("email.created", email.toJson());
	}

	private static ObjectNode data(Transaction tx, Map<String, ?> variables) {
		String domain = InstanceDomains.primary(tx).required("name");
		ObjectNode data = Json.object();
		data.set("app",
				Json.of(Map.of("name", APPLICATION, "domain_name", domain, "url", "https://accounts." + domain)));
		variables.forEach((name, value) -> data.set(name, Json.of(value)));
		return data;
	}

	private static @Nullable Resource template(Transaction tx, String slug) {
		return tx.table(TemplateShapes.TEMPLATE)
			.by("slug", slug)
			.stream()
			.filter((template) -> "email".equals(template.text("template_type")))
			.findFirst()
			.orElse(null);
	}

	private static String render(String text, JsonNode data, boolean html) {
		return VARIABLE.matcher(text).replaceAll((match) -> {
			String value = data.at("/" + match.group(1).replace('.', '/')).asString("");
			return Matcher.quoteReplacement((html) ? escape(value) : value);
		});
	}

	private static String escape(String value) {
		return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
	}

}
