package io.github.clerkspring.emulator.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.netty.handler.codec.http.QueryStringDecoder;
import org.jspecify.annotations.Nullable;

/**
 * The target of a request line: a path with a query, or an absolute URL.
 *
 * @param authority host and port of an absolute URL, or null
 * @param path the path as it was sent
 * @param segments the decoded segments of the path, at least one
 * @param query the decoded parameters of the query
 */
public record RequestTarget(@Nullable String authority, String path, List<String> segments,
		Map<String, List<String>> query) {

	private static final Pattern ABSOLUTE = Pattern.compile("(?i)https?://([^/?#]+)(.*)", Pattern.DOTALL);

	/**
	 * Parses a target.
	 * @param target the target as it was sent
	 * @return its parts
	 * @throws IllegalArgumentException if it is no path and no URL, or cannot be decoded
	 */
	static RequestTarget parse(String target) {
		Matcher absolute = ABSOLUTE.matcher(target);
		if (!absolute.matches()) {
			return parse(null, target);
		}
		String rest = absolute.group(2);
		return parse(absolute.group(1), (rest.startsWith("/")) ? rest : "/" + rest);
	}

	private static RequestTarget parse(@Nullable String authority, String target) {
		if (!target.startsWith("/")) {
			throw new IllegalArgumentException("The request target is no path");
		}
		QueryStringDecoder decoder = new QueryStringDecoder(target);
		String path = decoder.rawPath();
		return new RequestTarget(authority, path, segments(path), decoder.parameters());
	}

	private static List<String> segments(String path) {
		List<String> segments = Arrays.stream(path.substring(1).split("/"))
			.map((segment) -> URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8))
			.toList();
		return (segments.isEmpty()) ? List.of("") : segments;
	}

}
