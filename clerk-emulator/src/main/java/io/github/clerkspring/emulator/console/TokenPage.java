package io.github.clerkspring.emulator.console;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.github.clerkspring.emulator.store.ApiException;

/**
 * Makes tokens, right ones and wrong ones, and shows what is in them.
 */
final class TokenPage implements Page {

	static final String PATH = Frame.ROOT + "/tokens";

	private static final int SUGGESTIONS = 50;

	private final Operations api;

	private final Operations control;

	TokenPage(Operations api, Operations control) {
		this.api = api;
		this.control = control;
	}

	@Override
	public ConsoleReply show(ConsoleRequest request) {
		return page(200, request, Html.NONE);
	}

	@Override
	public ConsoleReply submit(ConsoleRequest request) {
		TokenKind kind = TokenKind.of(request.text("kind"));
		try {
			return page(200, request, result(this.control.post(body(kind, request), "tokens", kind.key())));
		}
		catch (ApiException ex) {
			return page(ex.status(), request, Widgets.error(ex));
		}
	}

	private ConsoleReply page(int status, ConsoleRequest request, Html result) {
		TokenKind kind = TokenKind.of(request.text("kind"));
		return Frame.around(status, PATH, "Tokens", Html.of("""
				{}
				<nav aria-label="Kinds of tokens"><ul class="tabs">{}</ul></nav>
				<form method="post" action="/console/tokens">
				<input type="hidden" name="kind" value="{}">
				<div class="pair">{}</div>
				<button>Mint</button>
				</form>""", result, tabs(kind, request), kind.key(),
				Html.join(kind.fields().stream().map((field) -> field.draw(request, suggestions(field.name()))))));
	}

	private static Html tabs(TokenKind current, ConsoleRequest request) {
		return Html.join(Stream.of(TokenKind.values())
			.map((kind) -> Html.of("<li><a href=\"{}{}\"{}>{}</a></li>", PATH,
					Query.encode(Map.of("kind", kind.key(), "user_id", request.text("user_id"))),
					(kind == current) ? Html.of(" aria-current=\"true\"") : Html.NONE, kind.label())));
	}

	private Map<String, String> suggestions(String field) {
		return switch (field) {
			case "user_id", "subject" -> newest("users", "id", "first_name", "last_name", "username");
			case "organization_id" -> newest("organizations", "id", "name", "slug");
			case "machine_id" -> newest("machines", "id", "name");
			case "client_id" -> newest("oauth_applications", "client_id", "name");
			case "template" -> newest("jwt_templates", "name");
			default -> Map.of();
		};
	}

	private Map<String, String> newest(String resources, String value, String... names) {
		JsonNode answer = this.api.get(Map.of("limit", SUGGESTIONS), resources);
		Map<String, String> suggestions = new LinkedHashMap<>();
		((answer.isArray()) ? answer : answer.path("data"))
			.forEach((resource) -> suggestions.put(resource.path(value).asString(""),
					Stream.of(names)
						.map((name) -> resource.path(name).asString(""))
						.filter((name) -> !name.isEmpty())
						.collect(Collectors.joining(" "))));
		return suggestions;
	}

	private static Map<String, Object> body(TokenKind kind, ConsoleRequest request) {
		Map<String, Object> body = new LinkedHashMap<>();
		for (Field field : kind.fields()) {
			String value = request.text(field.name());
			if (!value.isEmpty()) {
				switch (field.name()) {
					case "variant" -> body.put(value, true);
					case "scopes" -> body.put("scopes", List.of(value.split("[\\s,]+")));
					case "claims" -> body.put("claims", json(value));
					default -> body.put(field.name(), value);
				}
			}
		}
		return body;
	}

	private static JsonNode json(String text) {
		try {
			return JsonMapper.shared().readTree(text);
		}
		catch (JacksonException ex) {
			throw ApiException.format("claims", "The claims must be a JSON object.");
		}
	}

	private static Html result(JsonNode answer) {
		String token = answer.get("token").asString();
		Html content = (answer.path("claims").isObject()) ? Html.of("""
				<div class="pair">
				<section><h3>Header</h3>{}</section>
				<section><h3>Claims</h3>{}</section>
				</div>""", Widgets.json(answer.get("header")), Widgets.json(answer.get("claims")))
				: Html.of("<p>An opaque token: what it stands for is kept by the emulator.</p>");
		return Html.of("""
				<section class="result" aria-labelledby="result">
				<h2 id="result">The token</h2>
				<label for="token" class="unseen">Token</label>
				<textarea id="token" rows="6" readonly spellcheck="false">{}</textarea>
				<p><button type="button" data-copy="{}" aria-label="Copy the token" hidden>Copy</button></p>
				{}
				</section>""", token, token, content);
	}

}
