package io.github.clerkspring.security.outbound;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Origin of a URI.
 *
 * @param scheme the scheme in lower case
 * @param host the host in lower case
 * @param port the port, or the default port of the scheme if the URI has none
 */
record Origin(String scheme, String host, int port) {

	static final int HTTP_PORT = 80;

	static final int HTTPS_PORT = 443;

	private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[::1]");

	/**
	 * Return the origin of a URI.
	 * @param uri the URI
	 * @return the origin, or {@code null} if the URI has no host, another scheme than
	 * {@code http} and {@code https}, or user information
	 */
	static @Nullable Origin of(URI uri) {
		String scheme = (uri.getScheme() != null) ? uri.getScheme().toLowerCase(Locale.ROOT) : "";
		boolean web = scheme.equals("http") || scheme.equals("https");
		if (!web || uri.getHost() == null || uri.getRawUserInfo() != null) {
			return null;
		}
		int defaultPort = (scheme.equals("https")) ? HTTPS_PORT : HTTP_PORT;
		return new Origin(scheme, uri.getHost().toLowerCase(Locale.ROOT),
				(uri.getPort() >= 0) ? uri.getPort() : defaultPort);
	}

	static boolean isSame(URI uri, URI other) {
		Origin origin = of(uri);
		return origin != null && origin.equals(of(other));
	}

	boolean isSecure() {
		return this.scheme.equals("https") || LOOPBACK.matcher(this.host).matches();
	}

	boolean hasDefaultPort() {
		return this.port == ((this.scheme.equals("https")) ? HTTPS_PORT : HTTP_PORT);
	}

}
