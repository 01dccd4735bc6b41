package io.github.clerkspring.emulator.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.github.clerkspring.emulator.store.ApiException;
import io.github.clerkspring.emulator.store.Json;

/**
 * Sends webhooks and shows their deliveries.
 */
final class WebhookPage implements Page {

	private static final String PATH = Frame.ROOT + "/webhooks";

	private static final int SHOWN = 100;

	private static final Html HEADS = Html
		.of("<th>Last try</th><th>Event</th><th>State</th><th><span class=\"unseen\">Actions</span></th>");

	private static final Field URL = Field.required("url", "Address", "over HTTP or HTTPS");

	private static final Field TYPES = Field.text("types", "Types", "separated by spaces, all if empty");

	private static final Field TYPE = Field.required("type", "Type", "one of Clerk's or any other");

	private final Operations api;

	private final Operations control;

	WebhookPage(Operations api, Operations control) {
		this.api = api;
		this.control = control;
	}

	@Override
	public ConsoleReply show(ConsoleRequest request) {
		return (request.subject().equals("rows")) ? ConsoleReply.html(200, rows()) : page(200, request, Html.NONE);
	}

	@Override
	public ConsoleReply submit(ConsoleRequest request) {
		try {
			switch (request.subject()) {
				case "add" -> {
					return page(200, request, added(this.control.post(endpoint(request), "webhooks", "endpoints")));
				}
				case "remove" ->
					this.control.call("DELETE", List.of("webhooks", "endpoints", request.text("id")), Map.of(), null);
				case "send" -> this.control.post(event(request), "webhooks", "send");
				case "resend" -> this.control.post(Map.of("id", request.text("id")), "webhooks", "resend");
				default -> throw new ApiException(404, "resource_not_found", "not found", "Unknown form.");
			}
			return ConsoleReply.redirect(PATH);
		}
		catch (ApiException ex) {
			return page(ex.status(), request, Widgets.error(ex));
		}
	}

	private ConsoleReply page(int status, ConsoleRequest request, Html result) {
		return Frame.around(status, PATH, "Webhooks",
				Html.of("""
						{}
						<h2>Send</h2>
						<form method="post" action="/console/webhooks/send">
						<div class="pair">{}{}</div>
						<div><label for="data">Data <span class="hint">a JSON object; if empty, the newest resource of the type</span></label>
						<textarea id="data" name="data" rows="3" spellcheck="false">{}</textarea></div>
						<button>Send</button>
						</form>
						<h2>Deliveries</h2>
						{}
						<h2>Endpoints</h2>
						{}
						<form method="post" action="/console/webhooks/add">
						<div class="pair">{}{}</div>
						<button>Add</button>
						</form>""",
						result, TYPE.draw(request, WebhookTypes.all()), flaw().draw(request, Map.of()),
						request.text("data"),
						Widgets.liveTable(PATH + "/rows", SHOWN, "Deliveries, newest first", HEADS, rows()),
						endpoints(), URL.draw(request, Map.of()), TYPES.draw(request, Map.of())));
	}

	private static Field flaw() {
		Map<String, String> flaws = new LinkedHashMap<>();
		flaws.put("", "Valid");
		flaws.put("wrong_signature", "Signed with another secret");
		flaws.put("old_timestamp", "Ten minutes old");
		flaws.put("future_timestamp", "Ten minutes ahead");
		flaws.put("changed_body", "Changed after it was signed");
		flaws.put("unsigned", "Not signed");
		return Field.choice("flaw", "Variant", flaws);
	}

	private Html endpoints() {
		Html rows = Html.join(this.control.get(Map.of(), "webhooks", "endpoints")
			.get("data")
			.valueStream()
			.map(WebhookPage::endpoint));
		return (rows.isEmpty()) ? Html.of("<p class=\"empty\">No endpoint exists yet: add an address.</p>")
				: Widgets.table("Endpoints",
						Html.of("<th>Address</th><th>Types</th><th><span class=\"unseen\">Actions</span></th>"), rows);
	}

	private static Html endpoint(JsonNode endpoint) {
		String id = endpoint.get("id").asString();
		String types = endpoint.get("types").valueStream().map(JsonNode::asString).collect(Collectors.joining(", "));
		return Html.of("<tr><td>{}<code>{}</code></td><td>{}</td><td class=\"number\">{}</td></tr>",
				endpoint.get("url").asString(), id, (types.isEmpty()) ? "all" : types, button("remove", id, "Remove"));
	}

	private static Html button(String action, String id, String text) {
		return Html.of("""
				<form method="post" action="/console/webhooks/{}"><input type="hidden" name="id" value="{}">
				<button class="small" aria-label="{} {}">{}</button></form>""", action, id, text, id, text);
	}

	private Html rows() {
		Map<String, Integer> repetitions = new HashMap<>();
		List<Html> rows = new ArrayList<>();
		this.control.get(Map.of(), "webhooks", "deliveries").get("data").forEach((delivery) -> {
			String key = delivery.get("id").asString() + "-" + delivery.get("endpoint_id").asString();
			rows.add(row(delivery, key + "-" + repetitions.merge(key, 1, Integer::sum)));
		});
		Collections.reverse(rows);
		return Html.join(rows.stream().limit(SHOWN));
	}

	private static Html row(JsonNode delivery, String key) {
		String type = delivery.get("type").asString();
		String state = delivery.get("state").asString();
		List<JsonNode> attempts = delivery.get("attempts").valueStream().toList();
		Html time = (attempts.isEmpty()) ? Html.of("–")
				: Widgets.time(Instant.parse(attempts.get(attempts.size() - 1).get("time").asString()));
		String badge = switch (state) {
			case "delivered" -> "good";
			case "failed", "dropped", "retrying" -> "bad";
			default -> "";
		};
		return Html.of("""
				<tr id="delivery-{}" data-news="{} {}">
				<td>{}</td>
				<td><details><summary>{}</summary>{}</details></td>
				<td><span class="badge {}">{}</span></td>
				<td class="number">{}</td>
				</tr>""", key, type, state, time, type, Widgets.json(delivery), badge, state,
				button("resend", delivery.get("id").asString(), "Send again"));
	}

	private static Map<String, Object> endpoint(ConsoleRequest request) {
		String types = request.text("types");
		return Map.of("url", request.text("url"), "types",
				(types.isEmpty()) ? List.of() : List.of(types.split("[\\s,]+")));
	}

	private static Html added(JsonNode endpoint) {
		return Html.of("<div class=\"notice\" role=\"status\"><p>The endpoint was added.</p>{}</div>",
				Widgets.copyable("Signing secret", endpoint.get("secret").asString()));
	}

	private Map<String, Object> event(ConsoleRequest request) {
		String type = request.text("type");
		Map<String, Object> event = new LinkedHashMap<>();
		event.put("type", type);
		event.put("data", (request.text("data").isEmpty()) ? example(type) : json(request.text("data")));
		if (!request.text("flaw").isEmpty()) {
			event.put("flaw", request.text("flaw"));
		}
		return event;
	}

	private JsonNode example(String type) {
		String resources = WebhookTypes.resources(type);
		if (resources.isEmpty()) {
			return Json.object();
		}
		JsonNode answer = this.api.get(Map.of("limit", 1, "paginated", true), resources);
		JsonNode newest = ((answer.isArray()) ? answer : answer.path("data")).path(0);
		return (newest.isObject()) ? newest : Json.object();
	}

	private static JsonNode json(String text) {
		try {
			return JsonMapper.shared().readTree(text);
		}
		catch (JacksonException ex) {
			throw ApiException.format("data", "The data must be a JSON object.");
		}
	}

}
