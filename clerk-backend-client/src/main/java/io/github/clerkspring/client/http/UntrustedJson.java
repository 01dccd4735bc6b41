package io.github.clerkspring.client.http;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonFactoryBuilder;
import tools.jackson.core.util.JsonRecyclerPools;

/**
 * Parsers for JSON that somebody else has written. They share no mutable state: neither a
 * table of names, which names with equal hashes leave in a state that makes the parsing
 * of other documents fail, nor buffers.
 */
public final class UntrustedJson {

	private static final int MAX_DEPTH = 256;

	private static final int MAX_NUMBER_LENGTH = 1000;

	private UntrustedJson() {
	}

	/**
	 * Create a factory of parsers.
	 * @param maxLength the length of the longest document, name or text
	 * @return a builder
	 */
	public static JsonFactoryBuilder factory(int maxLength) {
		return JsonFactory.builder()
			.recyclerPool(JsonRecyclerPools.nonRecyclingPool())
			.disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
			.disable(TokenStreamFactory.Feature.INTERN_PROPERTY_NAMES)
			.streamReadConstraints(StreamReadConstraints.builder()
				.maxNestingDepth(MAX_DEPTH)
				.maxNumberLength(MAX_NUMBER_LENGTH)
				.maxDocumentLength(maxLength)
				.maxStringLength(maxLength)
				.maxNameLength(maxLength)
				.build());
	}

}
