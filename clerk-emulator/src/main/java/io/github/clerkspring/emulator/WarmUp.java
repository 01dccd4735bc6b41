package io.github.clerkspring.emulator;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;

import tools.jackson.databind.json.JsonMapper;

/**
 * Loads what takes long beside the start of the first emulator: the network, which it
 * needs at last, and JSON, which only the first request needs.
 */
final class WarmUp {

	private static final CompletableFuture<Void> NETWORK = new CompletableFuture<>();

	private static final AtomicBoolean BEGUN = new AtomicBoolean();

	private WarmUp() {
	}

	/**
	 * Begins, unless it has begun before.
	 */
	static void begin() {
		if (BEGUN.compareAndSet(false, true)) {
			Thread thread = new Thread(WarmUp::load, "clerk-emulator-warm-up");
			thread.setDaemon(true);
			thread.start();
		}
	}

	/**
	 * Waits until the network is ready.
	 */
	static void awaitNetwork() {
		try {
			NETWORK.join();
		}
		catch (CompletionException ex) {
			throw new IllegalStateException("The network cannot be used", ex.getCause());
		}
	}

	private static void load() {
		try {
			HttpEndpoint.server().warmup().block();
			NETWORK.complete(null);
		}
		catch (RuntimeException | Error ex) {
			NETWORK.completeExceptionally(ex);
		}
		JsonMapper.shared();
	}

}
