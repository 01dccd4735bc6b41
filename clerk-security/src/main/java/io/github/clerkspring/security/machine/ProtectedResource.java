package io.github.clerkspring.security.machine;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;

/**
 * Metadata of an application that accepts OAuth access tokens (RFC 9728), from which a
 * client learns the server that issues tokens. Without a configured resource, the
 * resource is derived from requests to a loopback address only, since the {@code Host}
 * header of a request is chosen by its sender.
 */
public final class ProtectedResource {

	/**
	 * Path of the metadata, which can be followed by the path of a resource.
	 */
	public static final String PATH = "/.well-known/oauth-protected-resource";

	private static final Pattern SUFFIX = Pattern.compile("(/(?!\\.{1,2}(/|$))[A-Za-z0-9._~-]{1,100}){0,10}");

	private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[::1]");

	private static final Pattern SCOPE = Pattern.compile("[!#-\\[\\]-~]+");

	private final @Nullable URI resource;

	private final List<URI> authorizationServers;

	private final List<String> scopes;

	/**
	 * Create the metadata.
	 * @param resource the URL of the application without query, as clients see it, or
	 * {@code null} to derive it from requests to a loopback address
	 * @param authorizationServers the issuers of tokens; at least one
	 * @param scopes the scopes that clients can request, possibly empty
	 */
	public ProtectedResource(@Nullable URI resource, Collection<URI> authorizationServers, Collection<String> scopes) {
		Assert.isTrue(
				resource == null || (resource.isAbsolute() && resource.getHost() != null
						&& resource.getRawQuery() == null && resource.getRawFragment() == null),
				"resource must be an absolute URL without query and fragment");
		Assert.notEmpty(authorizationServers, "authorizationServers must not be empty");
		Assert.isTrue(scopes.stream().allMatch((scope) -> SCOPE.matcher(scope).matches()),
				"scopes must not contain spaces and quotes");
		this.resource = resource;
		this.authorizationServers = List.copyOf(authorizationServers);
		this.scopes = List.copyOf(scopes);
	}

	/**
	 * Return the URL of the metadata for the challenge to a request.
	 * @param base the URL of the application according to the request: scheme, host, port
	 * and context path
	 * @return the URL, or {@code null} if there is no metadata for this request
	 */
	public @Nullable String metadataUrl(String base) {
		if (this.resource != null) {
			return origin(this.resource) + PATH + path(this.resource);
		}
		return (isLoopback(base)) ? base + PATH : null;
	}

	/**
	 * Return the metadata.
	 * @param base the URL of the application according to the request: scheme, host, port
	 * and context path
	 * @param path the path of the request within the application, not decoded
	 * @return a JSON document, or {@code null} if the path is none of the metadata
	 */
	public @Nullable String metadata(String base, String path) {
		if (!path.startsWith(PATH) || !SUFFIX.matcher(path.substring(PATH.length())).matches()) {
			return null;
		}
		String identifier = identifier(base, path.substring(PATH.length()));
		return (identifier != null) ? document(identifier) : null;
	}

	private @Nullable String identifier(String base, String suffix) {
		if (this.resource == null) {
			return (isLoopback(base)) ? base + suffix : null;
		}
		String path = path(this.resource);
		if (suffix.isEmpty() || suffix.equals(path)) {
			return origin(this.resource) + path;
		}
		return (suffix.startsWith(path + "/")) ? origin(this.resource) + suffix : null;
	}

	private String document(String identifier) {
		String scopesSupported = (this.scopes.isEmpty()) ? "" : ",\"scopes_supported\":" + array(this.scopes);
		return "{\"resource\":\"" + identifier + "\",\"authorization_servers\":"
				+ array(this.authorizationServers.stream().map(URI::toASCIIString).toList()) + scopesSupported
				+ ",\"bearer_methods_supported\":[\"header\"]}";
	}

	// No value has a character that JSON escapes
	private static String array(List<String> values) {
		return values.stream().collect(Collectors.joining("\",\"", "[\"", "\"]"));
	}

	private static boolean isLoopback(String base) {
		try {
			URI uri = new URI(base);
			return uri.getHost() != null && LOOPBACK.matcher(uri.getHost()).matches()
					&& Arrays.asList("http", "https").contains(uri.getScheme());
		}
		catch (URISyntaxException ex) {
			return false;
		}
	}

	private static String origin(URI uri) {
		return uri.getScheme() + "://" + uri.getRawAuthority();
	}

	private static String path(URI uri) {
		String path = uri.getRawPath();
		return (path.endsWith("/")) ? path.substring(0, path.length() - 1) : path;
	}

}
