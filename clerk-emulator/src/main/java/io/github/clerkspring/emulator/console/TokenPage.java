package io.github.clerkspring.emulator.console;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.github.clerkspring.emulator.minting.TokenKind;
import io.github.clerkspring.emulator.minting.TokenOption;
import io.github.clerkspring.emulator.store.ApiException;

/**
 * Mints tokens, valid and invalid ones, and shows their content.
 */
final class TokenPage implements Page {

	static final String PATH = Frame.ROOT + "/tokens";

	private static final String VARIANT = "variant";

	private static final Set<TokenOption> MORE = EnumSet.of(TokenOption.SESSION_ID, TokenOption.PERMISSIONS,
			TokenOption.VERSION, TokenOption.FIRST_FACTOR_AGE, TokenOption.SECOND_FACTOR_AGE, TokenOption.ACTOR,
			TokenOption.HEADER, TokenOption.NAME);

	private final Suggestions suggestions;

	private final Operations control;

	TokenPage(Operations api, Operations control) {
		this.suggestions = new Suggestions(api);
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
				<details{}><summary>More options</summary><div class="pair">{}</div></details>
				<button>Mint</button>
				</form>""", result, tabs(kind, request), kind.key(),
				Html.join(
						Stream.concat(fields(kind, request, false), Stream.of(variants(kind).draw(request, Map.of())))),
				(usesMore(kind, request)) ? Html.of(" open") : Html.NONE, Html.join(fields(kind, request, true))));
	}

	private Stream<Html> fields(TokenKind kind, ConsoleRequest request, boolean more) {
		return kind.options()
			.stream()
			.filter((option) -> !option.isVariant() && MORE.contains(option) == more)
			.map((option) -> field(kind, option).draw(request, this.suggestions.of(option.key())));
	}

	private static boolean usesMore(TokenKind kind, ConsoleRequest request) {
		return kind.options()
			.stream()
			.anyMatch((option) -> MORE.contains(option) && !request.text(option.key()).isEmpty());
	}

	private static Html tabs(TokenKind current, ConsoleRequest request) {
		return Html.join(Stream.of(TokenKind.values())
			.map((kind) -> Html.of("<li><a href=\"{}{}\"{}>{}</a></li>", PATH,
					Query.encode(Map.of("kind", kind.key(), "user_id", request.text("user_id"))),
					(kind == current) ? Html.of(" aria-current=\"true\"") : Html.NONE, kind.label())));
	}

	private static Map<String, Object> body(TokenKind kind, ConsoleRequest request) {
		Map<String, Object> body = new LinkedHashMap<>();
		for (TokenOption option : kind.options()) {
			String value = (option.isVariant()) ? "" : request.text(option.key());
			if (!value.isEmpty()) {
				body.put(option.key(), value(option, value));
			}
		}
		String variant = request.text(VARIANT);
		if (!variant.isEmpty()) {
			body.put(variant, true);
		}
		return body;
	}

	private static Object value(TokenOption option, String text) {
		try {
			return switch (option.type()) {
				case STRINGS -> List.of(text.split("[\\s,]+"));
				case INTEGER -> Long.valueOf(text);
				case OBJECT -> JsonMapper.shared().readTree(text);
				default -> text;
			};
		}
		catch (JacksonException ex) {
			throw ApiException.format(option.key(), option.label() + " must be a JSON object.");
		}
		catch (NumberFormatException ex) {
			throw ApiException.format(option.key(), option.label() + " must be a whole number.");
		}
	}

	private static Field field(TokenKind kind, TokenOption option) {
		Map<String, String> choices = new LinkedHashMap<>();
		option.choices().forEach((choice) -> choices.put(choice, (choice.equals("jwt")) ? "Signed" : "Opaque"));
		return new Field(option.key(), option.label(), option.hint(), kind.requires(option) || !choices.isEmpty(),
				choices);
	}

	private static Field variants(TokenKind kind) {
		Map<String, String> variants = new LinkedHashMap<>();
		variants.put("", "Valid");
		kind.options()
			.stream()
			.filter(TokenOption::isVariant)
			.forEach((option) -> variants.put(option.key(), option.label()));
		return Field.choice(VARIANT, "Variant", variants);
	}

	private static Html result(JsonNode answer) {
		String token = answer.get("token").asString();
		Html content = (answer.path("claims").isObject()) ? Html.of("""
				<div class="pair">
				<section><h3>Header</h3>{}</section>
				<section><h3>Claims</h3>{}</section>
				</div>""", Widgets.json(answer.get("header")), Widgets.json(answer.get("claims")))
				: Html.of("<p>An opaque token: the emulator keeps its content.</p>");
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
