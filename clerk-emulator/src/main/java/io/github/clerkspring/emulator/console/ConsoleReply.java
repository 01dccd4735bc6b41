package io.github.clerkspring.emulator.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A response to a browser.
 *
 * @param status the status
 * @param headers the headers
 * @param body the body
 */
public record ConsoleReply(int status, Map<String, String> headers, byte[] body) {

	private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
			+ "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

	static ConsoleReply html(int status, Html html) {
		return of(status, "text/html; charset=utf-8", html.toString().getBytes(StandardCharsets.UTF_8));
	}

	static ConsoleReply redirect(String path) {
		ConsoleReply reply = html(303, Html.NONE);
		reply.headers().put("Location", path);
		return reply;
	}

	static ConsoleReply resource(String name, String mediaType) {
		try (InputStream content = ConsoleReply.class.getResourceAsStream(name)) {
			if (content == null) {
				throw new IllegalStateException("The class path lacks " + name);
			}
			return of(200, mediaType, content.readAllBytes());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static ConsoleReply of(int status, String mediaType, byte[] body) {
		Map<String, String> headers = new LinkedHashMap<>();
		headers.put("Content-Type", mediaType);
		headers.put("Cache-Control", "no-store");
		headers.put("Content-Security-Policy", POLICY);
		headers.put("X-Content-Type-Options", "nosniff");
		headers.put("Referrer-Policy", "same-origin");
		headers.put("Cross-Origin-Opener-Policy", "same-origin");
		return new ConsoleReply(status, headers, body);
	}

}
