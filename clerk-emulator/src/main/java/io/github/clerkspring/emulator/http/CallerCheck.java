package io.github.clerkspring.emulator.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.clerkspring.emulator.store.ApiException;

/**
 * Rejects requests of foreign web pages. Such a page is recognized by {@code Origin}, by
 * {@code Sec-Fetch-Site} or, after DNS rebinding, by {@code Host}.
 */
public final class CallerCheck {

	/** The response to callers that are not accepted. */
	public static final ApiException REFUSED = ApiException.forbidden("foreign_caller",
			"The emulator answers only requests whose Host and Origin are localhost or another trusted name. "
					+ "Call it by localhost or 127.0.0.1, or trust a name with --allowed-host.");

	private static final Pattern ORIGIN = Pattern.compile("https?://(.+)");

	private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-f:.]+]");

	/** Names that cannot be registered in public DNS. */
	private static final Pattern PRIVATE_NAME = Pattern
		.compile("[a-z0-9_-]+|[a-z0-9_.-]+\\.(localhost|internal|local|test)");

	private final boolean loopback;

	private final Set<String> allowedHosts;

	private final Supplier<List<String>> allowedOrigins;

	/**
	 * Creates a check.
	 * @param boundHost the interface that the emulator listens on
	 * @param allowedHosts further trusted names
	 * @param allowedOrigins additional allowed origins of the instance
	 */
	public CallerCheck(String boundHost, List<String> allowedHosts, Supplier<List<String>> allowedOrigins) {
		this.loopback = isLoopback(boundHost);
		this.allowedHosts = new HashSet<>(allowedHosts);
		this.allowedHosts.add(boundHost.toLowerCase(Locale.ROOT));
		this.allowedOrigins = allowedOrigins;
	}

	/**
	 * Whether a request may be answered.
	 * @param call the request
	 * @return true if its host and origin are trusted
	 */
	public boolean accepts(HttpCall call) {
		return acceptsHost(call.host()) && acceptsOrigin(call);
	}

	private boolean acceptsHost(String host) {
		String name = name(host);
		return isTrusted(name) || (!this.loopback && ADDRESS.matcher(name).matches());
	}

	private boolean acceptsOrigin(HttpCall call) {
		String origin = call.origin();
		if (origin == null) {
			return !isCrossSite(call);
		}
		Matcher web = ORIGIN.matcher(origin);
		return (web.matches()) ? isTrusted(name(web.group(1))) || isSameHost(call.host(), web.group(1))
				: this.allowedOrigins.get().contains(origin);
	}

	// An address is not trusted as such: any web page may come from one
	private boolean isSameHost(String host, String party) {
		return !this.loopback && party.equalsIgnoreCase(host);
	}

	private boolean isTrusted(String name) {
		return isLocal(name) || this.allowedHosts.contains(name)
				|| (!this.loopback && PRIVATE_NAME.matcher(name).matches());
	}

	// Browsers send no Origin for embedded resources; a link to the emulator is harmless
	private static boolean isCrossSite(HttpCall call) {
		return "cross-site".equals(call.headers().get("Sec-Fetch-Site"))
				&& !"document".equals(call.headers().get("Sec-Fetch-Dest"));
	}

	private static boolean isLocal(String name) {
		return name.equals("localhost") || name.endsWith(".localhost") || name.equals("[::1]")
				|| name.matches("127(\\.\\d{1,3}){3}");
	}

	private static String name(String authority) {
		return authority.replaceFirst(":\\d+$", "").toLowerCase(Locale.ROOT);
	}

	/**
	 * Whether an interface is the loopback interface.
	 * @param host the name or address of the interface
	 * @return true if it is
	 * @throws IllegalArgumentException if the interface does not exist
	 */
	public static boolean isLoopback(String host) {
		try {
			return InetAddress.getByName(host).isLoopbackAddress();
		}
		catch (UnknownHostException ex) {
			throw new IllegalArgumentException("Unknown interface " + host, ex);
		}
	}

}
