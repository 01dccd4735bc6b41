package io.github.clerkspring.emulator;

import java.util.Map;
import java.util.concurrent.CompletableFuture;

import tools.jackson.databind.json.JsonMapper;

import io.github.clerkspring.emulator.http.HttpAnswer;
import io.github.clerkspring.emulator.http.HttpListener;
import io.github.clerkspring.emulator.tokens.SigningKeys;

/**
 * Loads what takes long beside the start of the first emulator: the network, which it
 * needs at last, then JSON and keys, which only the first request needs.
 */
final class WarmUp {

	private static final CompletableFuture<Void> NETWORK = new CompletableFuture<>();

	private static final CompletableFuture<Void> ALL = CompletableFuture.runAsync(WarmUp::load, (task) -> {
		Thread thread = new Thread(task, "clerk-emulator-warm-up");
		thread.setDaemon(true);
		thread.start();
	});

	private WarmUp() {
	}

	/**
	 * Begins, unless it has begun before: it does when this class is initialized.
	 */
	static void begin() {
		ALL.isDone();
	}

	/**
	 * Waits until the network is loaded.
	 */
	static void awaitNetwork() {
		NETWORK.join();
	}

	/**
	 * Does more on the same thread when all is loaded.
	 * @param action what to do, which may not happen if loading fails
	 */
	static void afterwards(Runnable action) {
		ALL.thenRun(action);
	}

	private static void load() {
		try {
			// Only a server that listens has loaded all that one needs
			HttpListener.open("127.0.0.1", 0, (call) -> HttpAnswer.of(204, Map.of(), new byte[0])).close();
		}
		finally {
			NETWORK.complete(null);
		}
		JsonMapper.shared();
		SigningKeys.load();
	}

}
