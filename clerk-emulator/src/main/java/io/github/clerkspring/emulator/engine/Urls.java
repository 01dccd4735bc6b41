package io.github.clerkspring.emulator.engine;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.emulator.store.ApiException;

/**
 * Checks addresses that callers name.
 */
public final class Urls {

	private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

	private Urls() {
	}

	/**
	 * Checks that an address is a whole one, with any scheme.
	 * @param parameter where it was sent
	 * @param url the address, or null if none was sent
	 */
	public static void requireAbsolute(String parameter, @Nullable String url) {
		if (url != null) {
			parse(parameter, url);
		}
	}

	/**
	 * Checks that an address is a whole one, and not without encryption unless it is on
	 * the own machine.
	 * @param parameter where it was sent
	 * @param url the address
	 */
	public static void requireSecure(String parameter, String url) {
		URI uri = parse(parameter, url);
		if ("http".equalsIgnoreCase(uri.getScheme()) && !LOOPBACK.contains(String.valueOf(uri.getHost()))) {
			throw ApiException.parameter("insecure_url", parameter, "Insecure URL",
					parameter + " must begin with https://");
		}
	}

	private static URI parse(String parameter, String url) {
		try {
			URI uri = new URI(url);
			if (uri.isAbsolute()) {
				return uri;
			}
		}
		catch (URISyntaxException ex) {
			throw invalid(parameter);
		}
		throw invalid(parameter);
	}

	private static ApiException invalid(String parameter) {
		return ApiException.format(parameter, parameter + " must be a valid absolute URL.");
	}

}
