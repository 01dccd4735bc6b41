package io.github.clerkspring.client.http;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonFactoryBuilder;
import tools.jackson.core.util.JsonRecyclerPools;

/**
 * Factories of parsers for JSON from other parties. The parsers share no mutable state:
 * neither a table of names, which names with equal hashes leave in a state that makes the
 * parsing of other documents fail, nor buffers.
 */
public final class UntrustedJson {

	private static final int MAX_DEPTH = 256;

	private static final int MAX_NUMBER_LENGTH = 1000;

	private UntrustedJson() {
	}

	/**
	 * Create a factory of parsers for small documents, such as tokens, with at most 256
	 * levels and numbers of at most 1,000 characters.
	 * @param maxLength the maximum length of a document, a name and a string
	 * @return a builder
	 */
	public static JsonFactoryBuilder factory(int maxLength) {
		return factory(StreamReadConstraints.builder()
			.maxNestingDepth(MAX_DEPTH)
			.maxNumberLength(MAX_NUMBER_LENGTH)
			.maxDocumentLength(maxLength)
			.maxStringLength(maxLength)
			.maxNameLength(maxLength)
			.build());
	}

	static JsonFactoryBuilder factory(StreamReadConstraints constraints) {
		return JsonFactory.builder()
			.recyclerPool(JsonRecyclerPools.nonRecyclingPool())
			.disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
			.disable(TokenStreamFactory.Feature.INTERN_PROPERTY_NAMES)
			.streamReadConstraints(constraints);
	}

}
