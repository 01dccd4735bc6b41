package io.github.clerkspring.emulator.engine;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import io.github.clerkspring.emulator.store.ApiException;
import io.github.clerkspring.emulator.store.Transaction;

/**
 * Does one operation.
 */
@FunctionalInterface
public interface Handler {

	/**
	 * Answers a call.
	 * @param tx the transaction, which is undone if this throws
	 * @param call the call
	 * @return the body of the answer, or null for none
	 * @throws ApiException to answer with an error
	 */
	@Nullable JsonNode handle(Transaction tx, ApiCall call);

}
