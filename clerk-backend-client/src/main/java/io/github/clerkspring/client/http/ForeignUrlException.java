package io.github.clerkspring.client.http;

import java.net.URI;

/** Thrown when a request is not for the API, so that the key would go elsewhere. */
class ForeignUrlException extends IllegalArgumentException {

	ForeignUrlException(Origin origin, URI url) {
		super("The client of " + origin + " sends its key nowhere else; a request to " + Origin.describe(url)
				+ " was refused. Use a WebClient of your own for other hosts");
	}

}
