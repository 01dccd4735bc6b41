package io.github.clerkspring.security.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The parts of a request that can contain a token, for both web stacks.
 */
public interface RequestView {

	/**
	 * Return the request's method.
	 * @return the method in capitals, such as {@code GET}
	 */
	String method();

	/**
	 * Return all values of a header.
	 * @param name the name of the header
	 * @return the values, empty if the header is missing
	 */
	List<String> headers(String name);

	/**
	 * Return the value of a cookie.
	 * @param name the exact name of the cookie
	 * @return the first value, or {@code null} if the cookie is missing
	 */
	@Nullable String cookie(String name);

}
