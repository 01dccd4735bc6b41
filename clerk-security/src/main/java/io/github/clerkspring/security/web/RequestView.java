package io.github.clerkspring.security.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What has to be known of a request to find its token. Each web stack has one; it is not
 * meant for applications.
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
	 * @return the values, none if the header is not there
	 */
	List<String> headers(String name);

	/**
	 * Return the value of a cookie.
	 * @param name the exact name of the cookie
	 * @return the first value, or {@code null} if the cookie is not there
	 */
	@Nullable String cookie(String name);

}
