package io.github.clerkspring.client.http;

import java.net.URI;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;

/**
 * Origin of a URL, to which the keys of a client are restricted.
 *
 * @param scheme the scheme in lower case
 * @param host the host in lower case
 * @param port the port, or the default port of the scheme if the URL has none
 */
record Origin(String scheme, String host, int port) {

	static Origin of(URI baseUrl) {
		Assert.isTrue(
				baseUrl.getRawUserInfo() == null && baseUrl.getRawQuery() == null && baseUrl.getRawFragment() == null,
				"The URL of the API must not have user information, a query or a fragment");
		Origin origin = read(baseUrl);
		if (origin == null) {
			throw new IllegalArgumentException(
					"The URL of the API must begin with http:// or https:// and a host, such as https://api.clerk.com");
		}
		return origin;
	}

	/** Return whether a URL has this origin and no user information. */
	boolean isOriginOf(URI url) {
		return url.getRawUserInfo() == null && this.scheme.equalsIgnoreCase(url.getScheme())
				&& this.host.equalsIgnoreCase(url.getHost()) && this.port == port(url, this.scheme);
	}

	static String describe(URI url) {
		Origin origin = read(url);
		return (origin != null) ? origin.toString() : "a URL without scheme or host";
	}

	private static @Nullable Origin read(URI url) {
		String scheme = (url.getScheme() != null) ? url.getScheme().toLowerCase(Locale.ROOT) : "";
		int port = port(url, scheme);
		return (port >= 0 && url.getHost() != null) ? new Origin(scheme, url.getHost().toLowerCase(Locale.ROOT), port)
				: null;
	}

	/** Return the port of a URL, or a negative value for a scheme that is not HTTP. */
	private static int port(URI url, String scheme) {
		int defaultPort = switch (scheme) {
			case "http" -> 80;
			case "https" -> 443;
			default -> -1;
		};
		return (defaultPort >= 0 && url.getPort() >= 0) ? url.getPort() : defaultPort;
	}

	@Override
	public String toString() {
		return this.scheme + "://" + this.host + ":" + this.port;
	}

}
