package io.github.clerkspring.emulator.instance;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import io.github.clerkspring.emulator.engine.Access;
import io.github.clerkspring.emulator.engine.ApiCall;
import io.github.clerkspring.emulator.engine.Family;
import io.github.clerkspring.emulator.engine.Operations;
import io.github.clerkspring.emulator.engine.Query;
import io.github.clerkspring.emulator.store.ApiException;
import io.github.clerkspring.emulator.store.Json;

/**
 * The page that loads Clerk's script to find out whether a user is signed in. It is
 * answered for programs that read it; no browser runs its script, since every response
 * outside of the console forbids that.
 */
final class InterstitialRoutes implements Family {

	private static final String PAGE = """
			<!DOCTYPE html>
			<html lang="en">
			<head>
			<meta charset="utf-8">
			<title>Signing in</title>
			</head>
			<body>
			<script async crossorigin="anonymous" src="%s"%s></script>
			</body>
			</html>
			""";

	private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]{1,253}(:\\d{1,5})?");

	@Override
	public void register(Operations routes) {
		routes.add("GET", "/public/interstitial", (tx, call) -> InterstitialRoutes.page(call),
				(route) -> route.access(Access.PUBLIC).produces("text/html").badRequests());
	}

	private static JsonNode page(ApiCall call) {
		Query query = call.query();
		String key = query.text("publishable_key");
		String host = host(query, key);
		String attributes = attribute("clerk-publishable-key", key)
				+ attribute("clerk-proxy-url", query.text("proxy_url"))
				+ attribute("clerk-domain", query.text("domain"))
				+ attribute("clerk-sign-in-url", query.text("sign_in_url"));
		if (!HOST.matcher(host).matches()) {
			throw ApiException.parameter("form_param_format_invalid", "frontend_api", "is invalid",
					"The host of the script must be a host name.");
		}
		String script = "https://" + host + "/npm/@clerk/clerk-js@latest/dist/clerk.browser.js";
		return Json.of(PAGE.formatted(escape(script), attributes));
	}

	private static String host(Query query, @Nullable String key) {
		String domain = query.text("domain");
		if (domain != null && Boolean.TRUE.equals(query.flag("use_domain_for_script"))) {
			return domain;
		}
		String host = (query.text("frontend_api") != null) ? query.text("frontend_api") : query.text("frontendApi");
		if (host != null) {
			return host;
		}
		if (key == null) {
			throw ApiException.missing("publishable_key");
		}
		return decode(key);
	}

	private static String decode(String key) {
		try {
			String encoded = key.substring(key.lastIndexOf('_') + 1);
			String host = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
			if (host.endsWith("$")) {
				return host.substring(0, host.length() - 1);
			}
		}
		catch (IllegalArgumentException ex) {
			throw invalid();
		}
		throw invalid();
	}

	private static ApiException invalid() {
		return new ApiException(400, "malformed_publishable_key", "Malformed publishable key",
				"The publishable key must begin with pk_ and hold a host.");
	}

	private static String attribute(String name, @Nullable String value) {
		return (value != null) ? " data-" + name + "=\"" + escape(value) + "\"" : "";
	}

	private static String escape(String value) {
		return value.replace("&", "&amp;")
			.replace("<", "&lt;")
			.replace(">", "&gt;")
			.replace("\"", "&quot;")
			.replace("'", "&#39;");
	}

}
