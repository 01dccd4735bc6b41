package io.github.clerkspring.boot;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/**
 * Validation of URLs in properties. Unambiguous variants are normalized: upper case in
 * scheme and host, the default port and trailing slashes. All other variants are
 * rejected.
 */
final class UrlProperty {

	private static final String LABEL = "[A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?";

	private static final String CHARACTER = "[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2}";

	private static final Pattern URL = Pattern.compile("(?<scheme>[A-Za-z][A-Za-z0-9+.-]*)://" + "(?<host>" + LABEL
			+ "(?:\\." + LABEL + ")*|\\[[0-9A-Fa-f:.]+])(?::(?<port>[0-9]{1,5}))?" + "(?<path>/(?:" + CHARACTER
			+ ")*)?(?<query>\\?(?:" + CHARACTER + "|\\?)*)?");

	private static final Pattern USER_INFO = Pattern.compile("^[^?#]*@");

	private static final int MAX_PORT = 65535;

	private static final String VERSION = "/v1";

	private final String property;

	private final String requirement;

	private UrlProperty(String property, String requirement) {
		this.property = property;
		this.requirement = requirement;
	}

	/**
	 * Validate the origin of a front end.
	 * @param property the name of the property
	 * @param value the value
	 * @return the origin in the format sent by browsers
	 */
	static String origin(String property, String value) {
		UrlProperty reader = new UrlProperty(property,
				"An authorized party is an origin: a scheme, a host and, "
						+ "unless it is the default, a port, such as https://app.example.com or http://localhost:3000. "
						+ "It has no path and no wildcard; without any value every party is accepted.");
		Matcher url = reader.match(value);
		return reader.require(path(url).isEmpty() && url.group("query") == null, value, base(url));
	}

	/**
	 * Validate the issuer of tokens.
	 * @param property the name of the property
	 * @param value the value
	 * @return the issuer in the format used in tokens
	 */
	static String issuer(String property, String value) {
		UrlProperty reader = new UrlProperty(property,
				"An issuer is an absolute URL without query, such as https://clerk.example.com.");
		Matcher url = reader.match(value);
		return reader.require(isHttp(url) && url.group("query") == null, value, base(url) + path(url));
	}

	/**
	 * Validate the URL of the Backend API, which can include the version.
	 * @param property the name of the property
	 * @param value the value
	 * @return the URL without the version
	 */
	static String api(String property, String value) {
		UrlProperty reader = new UrlProperty(property, "The URL of the Backend API is absolute, "
				+ "such as https://api.clerk.com, without user info, query and version.");
		Matcher url = reader.match(value);
		String path = path(url);
		path = (path.endsWith(VERSION)) ? path.substring(0, path.length() - VERSION.length()) : path;
		return reader.requireHost(
				isHttp(url) && url.group("query") == null && !path.endsWith(VERSION) && !path.endsWith("/"), value,
				base(url) + path);
	}

	/**
	 * Validate the URL of a proxy of the Frontend API.
	 * @param property the name of the property
	 * @param value the value
	 * @return the URL
	 */
	static URI proxy(String property, String value) {
		UrlProperty reader = new UrlProperty(property, "The URL of the proxy is absolute, "
				+ "such as https://example.com/__clerk, without user info and query.");
		Matcher url = reader.match(value);
		return URI.create(reader.requireHost(isHttp(url) && url.group("query") == null, value, base(url) + path(url)));
	}

	/**
	 * Validate the URL of the application.
	 * @param property the name of the property
	 * @param value the value
	 * @return the URL
	 */
	static String resource(String property, String value) {
		UrlProperty reader = new UrlProperty(property, "The URL of the application is absolute, "
				+ "such as https://api.example.com, without user info and query.");
		Matcher url = reader.match(value);
		return reader.requireHost(isHttp(url) && url.group("query") == null, value, base(url) + path(url));
	}

	/**
	 * Validate the URI of a key set.
	 * @param property the name of the property
	 * @param value the value
	 * @return the URI
	 */
	static URI keySet(String property, String value) {
		UrlProperty reader = new UrlProperty(property, "The URI of a key set is absolute, "
				+ "such as https://clerk.example.com/.well-known/jwks.json, without user info.");
		Matcher url = reader.match(value);
		String path = (url.group("path") != null) ? url.group("path") : "";
		String query = (url.group("query") != null) ? url.group("query") : "";
		return URI.create(reader.requireHost(isHttp(url), value, base(url) + path + query));
	}

	/**
	 * Reject user info, even in a URL that is not used: Clerk URLs do not contain any,
	 * and the value is displayed in many places.
	 * @param property the name of the property
	 * @param value the value, or {@code null}
	 */
	static void refuseUserInfo(String property, @Nullable String value) {
		new UrlProperty(property, "A URL of Clerk has no user info.")
			.require(value == null || !USER_INFO.matcher(value).find(), String.valueOf(value), "");
	}

	private Matcher match(String value) {
		Matcher url = URL.matcher(value.trim());
		require(url.matches() && isPort(url.group("port")), value, value);
		return url;
	}

	private String requireHost(boolean valid, String value, String result) {
		return require(valid && URI.create(result).getHost() != null, value, result);
	}

	private String require(boolean valid, String value, String result) {
		if (!valid) {
			throw InvalidValue.of(this.property, value, this.requirement);
		}
		return result;
	}

	private static boolean isPort(@Nullable String port) {
		return port == null || (Integer.parseInt(port) > 0 && Integer.parseInt(port) <= MAX_PORT);
	}

	private static boolean isHttp(Matcher url) {
		return url.group("scheme").matches("(?i)https?");
	}

	private static String base(Matcher url) {
		String scheme = url.group("scheme").toLowerCase(Locale.ROOT);
		String port = (url.group("port") != null) ? ":" + Integer.parseInt(url.group("port")) : "";
		boolean isDefault = ("https".equals(scheme) && ":443".equals(port))
				|| ("http".equals(scheme) && ":80".equals(port));
		return scheme + "://" + url.group("host").toLowerCase(Locale.ROOT) + ((isDefault) ? "" : port);
	}

	private static String path(Matcher url) {
		return (url.group("path") != null) ? StringUtils.trimTrailingCharacter(url.group("path"), '/') : "";
	}

}
