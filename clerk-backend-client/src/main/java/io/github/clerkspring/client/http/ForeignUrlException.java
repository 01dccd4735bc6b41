package io.github.clerkspring.client.http;

import java.net.URI;

/**
 * Thrown for a request to another origin than the API, which must not receive the key.
 */
class ForeignUrlException extends IllegalArgumentException {

	ForeignUrlException(Origin origin, URI url) {
		super("The client sends its key to " + origin + " only; the request to " + Origin.describe(url)
				+ " was rejected. Use a separate WebClient for other hosts");
	}

}
